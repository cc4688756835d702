import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { problemText } from '@/ui/problemText';
import { api } from '@/ui/server/client';
import { asProblem } from '@/ui/server/problem';
import { Failed, Loading } from '@/ui/States';
import { SessionTable } from './SessionTable';

/** Where the person is signed in. */
export function OwnSessions() {
  const { t } = useTranslation(['signin', 'problems']);
  const sessions = api.useQuery('get', '/account/sessions');
  const after = {
    onSuccess: () => void sessions.refetch(),
    onError: (error: unknown) => notifications.show({ color: 'red', message: problemText(t, asProblem(error)) }),
  };
  const end = api.useMutation('delete', '/account/sessions/{session}', after);
  const endOthers = api.useMutation('delete', '/account/sessions', after);
  return (
    <Paper p="lg">
      <Stack>
        <Title order={2}>{t('sessions.title')}</Title>
        <Text c="dimmed">{t('sessions.about')}</Text>
        {sessions.error ? (
          <Failed error={sessions.error} retry={() => void sessions.refetch()} />
        ) : !sessions.data ? (
          <Loading rows={2} />
        ) : (
          <>
            <SessionTable
              sessions={sessions.data.items}
              end={(session) => end.mutate({ params: { path: { session: session.id } } })}
            />
            {sessions.data.items.length > 1 ? (
              <Group>
                <Button variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate({})}>
                  {t('sessions.endOthers')}
                </Button>
              </Group>
            ) : null}
          </>
        )}
      </Stack>
    </Paper>
  );
}
