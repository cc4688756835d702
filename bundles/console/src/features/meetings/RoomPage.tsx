import { Button, Center, Group } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '@/ui/server/client';
import { useSession } from '@/ui/server/session';
import { Failed, Loading } from '@/ui/States';
import { Over } from './room/Over';
import { Visit } from './Visit';

/** The room for somebody with an account. */
export function RoomPage() {
  const { t } = useTranslation('meetings');
  const { id } = useParams({ from: '/inside/meetings/$id' });
  const { portal, person } = useSession();
  const navigate = useNavigate();
  const query = api.useQuery(
    'get',
    '/portals/{portal}/meetings/{meeting}',
    { params: { path: { portal: portal.id, meeting: id } } },
    { staleTime: Number.POSITIVE_INFINITY },
  );
  const home = () => void navigate({ to: '/meetings' });
  const meeting = query.data;
  const name = portal.root ? 'Patchbay' : portal.name;

  if (!meeting) {
    return (
      <Center mih="100dvh" component="main">
        {query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : <Loading rows={3} />}
      </Center>
    );
  }
  if (meeting.state === 'ENDED') {
    return (
      <Over
        portalName={name}
        phase="ended"
        title={t('over.ended')}
        text={t('over.ended.text')}
        action={
          <Group justify="center">
            <Button onClick={home}>{t('over.home')}</Button>
            {meeting.host === person?.id ? (
              <Button variant="default" onClick={() => void navigate({ to: '/meetings/$id/report', params: { id } })}>
                {t('report')}
              </Button>
            ) : null}
          </Group>
        }
      />
    );
  }
  return (
    <Visit
      portal={{ id: portal.id, name }}
      meeting={id}
      title={meeting.title}
      link={meeting.link}
      me={person?.name ?? ''}
      home={home}
    />
  );
}
