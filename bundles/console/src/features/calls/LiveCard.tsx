import { Group, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LiveCall } from '@/ui/server/types';
import { type Signal, StateBadge } from '@/ui/StateBadge';
import { Actions } from './Actions';
import { CallPath } from './CallPath';
import { Tags } from './Tags';
import { title } from './title';
import { useAt } from './useAt';

const SIGNALS: Partial<Record<LiveCall['state'], Signal>> = { TALKING: 'live', RINGING: 'waiting', WAITING: 'waiting', PARKED: 'waiting' };

/** One call that goes on: who, what it does, how it came there, and what one may do. */
export function LiveCard({ portal, call }: { portal: string; call: LiveCall }) {
  const { t } = useTranslation('calls');
  const place = useAt(call);
  const names = call.parties.map((party) => party.name || party.number || t('withheld'));
  return (
    <Paper p="lg" component="section" aria-label={names.join(', ')}>
      <Stack gap="sm">
        <Group justify="space-between">
          <div>
            <Text fw={600}>{title(call, place, t('withheld'))}</Text>
            {place && names.length > 1 ? (
              <Text size="sm" c="dimmed">
                {place}
              </Text>
            ) : null}
          </div>
          <StateBadge signal={SIGNALS[call.state] ?? 'quiet'}>
            {t(`state.${call.state}`)}
            {call.place ? ` ${call.place}` : ''}
          </StateBadge>
        </Group>
        <Tags tags={call.tags} />
        <Actions portal={portal} call={call} />
        <CallPath steps={call.path} started={call.started} />
      </Stack>
    </Paper>
  );
}
