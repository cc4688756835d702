import { Button, Center } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, client } from '@/ui/server/client';
import { asProblem } from '@/ui/server/problem';
import { sessionQuery, useBeginSession } from '@/ui/server/session';
import type { Session } from '@/ui/server/types';
import { Failed, Loading } from '@/ui/States';
import { ProblemNote } from '@/ui/ProblemNote';
import { Over } from './room/Over';
import { Visit } from './Visit';

/** Where a guest link leads: no account, a name is enough. */
export function GuestPage() {
  const { code } = useParams({ from: '/m/$code' });
  const session = useQuery(sessionQuery);
  if (!session.data) {
    return (
      <Center mih="100dvh" component="main">
        {session.error ? <Failed error={session.error} retry={() => void session.refetch()} /> : <Loading rows={3} />}
      </Center>
    );
  }
  return session.data.person ? <MemberByLink code={code} session={session.data} /> : <Guest code={code} session={session.data} />;
}

function Guest({ code, session }: { code: string; session: Session }) {
  const { t } = useTranslation(['meetings', 'problems']);
  const begin = useBeginSession();
  const [admitted, setAdmitted] = useState<{ meeting: string; name: string }>();
  const [problem, setProblem] = useState<unknown>();
  const { portal } = session;

  const [pinNeeded, setPinNeeded] = useState(false);

  async function admit(name: string, pin?: string): Promise<boolean> {
    setProblem(undefined);
    try {
      const answer = await client.POST('/portals/{portal}/guests', {
        params: { path: { portal: portal.id } },
        body: { code, name, ...(pin ? { pin } : {}) },
      });
      begin(answer.data!);
      setAdmitted({ meeting: answer.data!.guest!.meeting, name });
      return true;
    } catch (error) {
      const pinProblem = asProblem(error).errors.find((one) => one.pointer === '/pin');
      setPinNeeded((needed) => needed || pinProblem !== undefined);
      // That a PIN is needed is said by its field, which comes now.
      setProblem(pinProblem?.code === 'pin.needed' ? undefined : error);
      return false;
    }
  }

  if (problem && asProblem(problem).status === 404) {
    return <NoMeeting portalName={portal.name} />;
  }
  return (
    <Visit
      portal={portal}
      meeting={admitted?.meeting}
      title={t('guest.title', { portal: portal.name })}
      link={undefined}
      me={admitted?.name ?? ''}
      guest={{ name: session.guest?.name ?? '', pin: pinNeeded }}
      problem={<ProblemNote problem={problem} />}
      admit={admit}
    />
  );
}

/** Somebody with an account comes as themselves. */
function MemberByLink({ code, session }: { code: string; session: Session }) {
  const query = api.useQuery('get', '/portals/{portal}/meetings', {
    params: { path: { portal: session.portal.id }, query: { limit: 100 } },
  });
  if (!query.data) {
    return (
      <Center mih="100dvh" component="main">
        {query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : <Loading rows={3} />}
      </Center>
    );
  }
  const meeting = query.data.items.find((one) => one.link.endsWith(`/m/${code}`));
  return meeting ? <Navigate to="/meetings/$id" params={{ id: meeting.id }} replace /> : <NoMeeting portalName={session.portal.name} />;
}

function NoMeeting({ portalName }: { portalName: string }) {
  const { t } = useTranslation('meetings');
  return (
    <Over
      portalName={portalName}
      title={t('guest.none')}
      text={t('guest.none.text')}
      action={
        <Button component="a" href="/" variant="default">
          {t('over.entrance', { portal: portalName })}
        </Button>
      }
    />
  );
}
