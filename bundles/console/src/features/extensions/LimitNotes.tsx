import { Alert, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LimitToday } from '@/ui/server/types';
import { useLimits } from './useLimits';

const TOLD: Record<string, string> = { NEAR: 'yellow', REACHED: 'red', LIFTED: 'gray' };

/** A line for each limit for calls outside that is near, reached or lifted. */
export function LimitNotes() {
  const told = (useLimits().data?.limits ?? []).filter(({ state }) => state in TOLD);
  return told.length === 0 ? null : (
    <Stack gap="xs" mb="md">
      {told.map((one) => (
        <Alert key={one.limit} color={TOLD[one.state] ?? 'gray'} icon={<IconAlertTriangle size={18} />} role="status">
          <Text size="sm">
            <LimitWords limit={one} />
          </Text>
        </Alert>
      ))}
    </Stack>
  );
}

/** How a limit stands, in a sentence. */
export function LimitWords({ limit }: { limit: LimitToday }) {
  const { t } = useTranslation('extensions');
  return <>{t(`today.${limit.state}.${limit.limit.toLowerCase()}`, { used: limit.used, most: limit.most ?? 0 })}</>;
}
