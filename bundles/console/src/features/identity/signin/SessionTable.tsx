import { Badge, Button, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { components } from '@/api/schema';
import { When } from '@/ui/When';

export type ShownSession = components['schemas']['SessionShown'];

/** Where somebody is signed in. */
export function SessionTable({ sessions, end }: { sessions: ShownSession[]; end: (session: ShownSession) => void }) {
  const { t } = useTranslation('signin');
  return (
    <Table.ScrollContainer minWidth={320}>
      <Table>
        <Table.Tbody>
          {sessions.map((session) => (
            <Table.Tr key={session.id}>
              <Table.Td>
                <Group gap="xs">
                  <Text fw={550}>{session.device || t('sessions.device')}</Text>
                  {session.present ? (
                    <Badge variant="light" color="green">
                      {t('sessions.this')}
                    </Badge>
                  ) : null}
                </Group>
                <Text size="xs" c="dimmed" component="div">
                  {session.address} · {t('sessions.since')} <When at={session.created} /> · {t('lastUsed')} <When at={session.lastUsed} />
                </Text>
              </Table.Td>
              <Table.Td ta="right">
                {session.present ? null : (
                  <Button variant="default" size="xs" onClick={() => end(session)}>
                    {t('sessions.end')}
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
