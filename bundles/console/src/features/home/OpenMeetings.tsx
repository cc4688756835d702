import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Empty, Failed, Loading } from '@/ui/States';
import { api } from '@/ui/server/client';
import { useRights } from '@/ui/server/session';
import { When } from '@/ui/When';
import { useMeetingTitle } from '@/ui/useMeetingTitle';

/** Meetings that go on right now, to walk into. */
export function OpenMeetings({ portal, lonely }: { portal: string; lonely?: boolean }) {
  const { t } = useTranslation('home');
  const called = useMeetingTitle();
  const may = useRights();
  const query = api.useQuery(
    'get',
    '/portals/{portal}/meetings',
    { params: { path: { portal }, query: { limit: 20 } } },
    { enabled: may('SEE_MEETINGS') },
  );
  const open = (query.data?.items ?? []).filter((meeting) => meeting.state === 'OPEN');
  if (lonely && query.error) {
    return <Failed error={query.error} retry={() => void query.refetch()} />;
  }
  if (lonely && query.isLoading) {
    return <Loading rows={3} />;
  }
  if (open.length === 0) {
    return lonely ? <Empty title={t('open.empty')} text={t('open.empty.text')} /> : null;
  }
  return (
    <Stack gap="sm" mb="xl" component="section" aria-labelledby="open">
      <Title order={2} id="open">
        {t('open.title')}
      </Title>
      {open.map((meeting) => (
        <Paper key={meeting.id} p="md" maw={720}>
          <Group justify="space-between" wrap="nowrap">
            <div>
              <Text fw={580}>{called(meeting)}</Text>
              <Text c="dimmed">
                {t('open.people', { count: meeting.participants.length })} · <When at={meeting.started} />
              </Text>
            </div>
            <Button component={Link} to={`/meetings/${meeting.id}`} variant="light">
              {t('open.join')}
            </Button>
          </Group>
        </Paper>
      ))}
    </Stack>
  );
}
