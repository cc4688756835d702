import { Group, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '@/ui/StateBadge';
import { Actions } from './Actions';
import type { Room } from './rooms';

/** A conference that goes on: who is in it, and what one may do with each. */
export function RoomCard({ portal, room }: { portal: string; room: Room }) {
  const { t } = useTranslation('calls');
  const title = t('room', { name: room.name });
  return (
    <Paper p="lg" component="section" aria-label={title}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Text fw={600}>{title}</Text>
          <StateBadge signal="live">{t('room.people', { count: room.calls.length })}</StateBadge>
        </Group>
        <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
          {room.calls.map((call) => {
            const [caller] = call.parties;
            return (
              <Group key={call.id} component="li" justify="space-between" gap="xs">
                <div>
                  <Text>{caller?.name || caller?.number || t('withheld')}</Text>
                  <Text size="xs" c="dimmed">
                    {[caller?.name ? caller.number : '', call.state === 'TALKING' ? '' : t(`state.${call.state}`)].filter(Boolean).join(' · ')}
                  </Text>
                </div>
                <Actions portal={portal} call={call} />
              </Group>
            );
          })}
        </Stack>
      </Stack>
    </Paper>
  );
}
