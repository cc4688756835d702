import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Destination, DestinationField } from './DestinationField';

export type Forwards = Partial<Record<(typeof CASES)[number], Destination>>;

const CASES = ['always', 'busy', 'noAnswer', 'unavailable'] as const;

interface ForwardsFieldProps {
  portal: string;
  value: Forwards;
  onChange: (value: Forwards) => void;
  error?: ReactNode;
}

/** Where calls go instead, by what became of them. */
export function ForwardsField({ portal, value, onChange, error }: ForwardsFieldProps) {
  const { t } = useTranslation('extensions');
  return (
    <Stack gap="sm">
      <Text fw={600}>{t('field.forwards')}</Text>
      {error ? (
        <Text c="red" size="sm" role="alert">
          {error}
        </Text>
      ) : null}
      {CASES.map((when) => (
        <DestinationField
          key={when}
          portal={portal}
          label={t(`forward.${when}`)}
          value={value[when]}
          none={t('to.none')}
          onChange={(to) => {
            const { [when]: _, ...rest } = value;
            onChange(to ? { ...rest, [when]: to } : rest);
          }}
        />
      ))}
    </Stack>
  );
}
