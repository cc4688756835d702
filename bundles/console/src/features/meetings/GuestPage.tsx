import { Button, Center } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, client } from '@/ui/server/client';
import { asProblem } from '@/ui/server/problem';
import { sessionQuery, useBeginSession, useSession } from '@/ui/server/session';
import type { Session } from '@/ui/server/types';
import { Failed, Loading } from '@/ui/States';
import { ProblemNote } from '@/ui/ProblemNote';
import { BeforeStart } from './BeforeStart';
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
  return session.data.person ? <MemberByLink code={code} session={session.data} /> : <Guest code={code} />;
}

function Guest({ code }: { code: string }) {
  const { t } = useTranslation(['meetings', 'problems']);
  // Not handed down: who was let in a moment ago must not be drawn with the session from before that.
  const session = useSession();
  const begin = useBeginSession();
  const [admitted, setAdmitted] = useState<{ meeting: string; name: string }>();
  const [problem, setProblem] = useState<unknown>();
  const { portal } = session;

  const door = useQuery({
    queryKey: ['door', portal.id, code],
    queryFn: async () => (await client.POST('/portals/{portal}/guests/look', { params: { path: { portal: portal.id } }, body: { code } })).data!,
    staleTime: Number.POSITIVE_INFINITY,
    // Who is in already is not asked again.
    enabled: !admitted,
  });
  const { refetch } = door;
  const [pinNeeded, setPinNeeded] = useState(false);
  const [nameRefused, setNameRefused] = useState(false);

  async function admit(called: string, pin?: string): Promise<boolean> {
    setProblem(undefined);
    try {
      const answer = await client.POST('/portals/{portal}/guests', {
        params: { path: { portal: portal.id } },
        body: { code, name: called, ...(pin ? { pin } : {}) },
      });
      begin(answer.data!);
      setProblem(undefined);
      setAdmitted({ meeting: answer.data!.guest!.meeting, name: called });
      return true;
    } catch (error) {
      const { errors } = asProblem(error);
      const pinProblem = errors.find((one) => one.pointer === '/pin');
      const named = errors.some((one) => one.pointer === '/name');
      setNameRefused(named);
      setPinNeeded((needed) => needed || pinProblem !== undefined);
      // That a PIN is needed is said by its field, which comes now; what is wrong with the name, by its own.
      setProblem(pinProblem?.code === 'pin.needed' || named ? undefined : error);
      return false;
    }
  }

  const fault = problem ?? (admitted ? undefined : door.error) ?? undefined;
  const refused = fault === undefined ? undefined : asProblem(fault);
  const again = useCallback(() => {
    setProblem(undefined);
    void refetch();
  }, [refetch]);
  if (refused?.code === 'meeting.not-yet') {
    return <BeforeStart portalName={portal.name} params={refused.params} again={again} />;
  }
  if (refused?.status === 404) {
    return <NoMeeting portalName={portal.name} code={refused.code} />;
  }
  if (!admitted && !door.data) {
    return (
      <Center mih="100dvh" component="main">
        {door.error ? <Failed error={door.error} retry={again} /> : <Loading rows={3} />}
      </Center>
    );
  }
  if (admitted && !session.guest) {
    return <VisitEnded portalName={portal.name} again={() => setAdmitted(undefined)} />;
  }
  return (
    <Visit
      portal={portal}
      meeting={admitted?.meeting}
      title={t('guest.title', { portal: portal.name })}
      link={undefined}
      me={admitted?.name ?? ''}
      guest={{ name: session.guest?.name ?? '', pin: pinNeeded || door.data?.pin === true, nameRefused }}
      problem={<ProblemNote problem={problem} />}
      admit={admit}
    />
  );
}

/** The server knows the guest no more: a session that was ended, or ran out. */
function VisitEnded({ portalName, again }: { portalName: string; again: () => void }) {
  const { t } = useTranslation('meetings');
  return (
    <Over
      portalName={portalName}
      phase="ended"
      title={t('visit.ended')}
      text={t('visit.ended.text')}
      action={<Button onClick={again}>{t('visit.ended.again')}</Button>}
    />
  );
}

/** Somebody with an account comes as themselves; who planned the meeting opens it. */
function MemberByLink({ code, session }: { code: string; session: Session }) {
  const portal = session.portal;
  const enter = api.useMutation('post', '/portals/{portal}/meetings/by-link');
  const { mutate } = enter;
  const come = useCallback(() => mutate({ params: { path: { portal: portal.id } }, body: { code } }), [mutate, portal.id, code]);
  useEffect(come, [come]);
  if (enter.data) {
    return <Navigate to="/meetings/$id" params={{ id: enter.data.id }} replace />;
  }
  if (!enter.error) {
    return (
      <Center mih="100dvh" component="main">
        <Loading rows={3} />
      </Center>
    );
  }
  const refused = asProblem(enter.error);
  if (refused.code === 'meeting.not-yet') {
    return <BeforeStart portalName={portal.name} params={refused.params} again={come} />;
  }
  return refused.status === 404 ? (
    <NoMeeting portalName={portal.name} code={refused.code} />
  ) : (
    <Center mih="100dvh" component="main">
      <Failed error={enter.error} retry={come} />
    </Center>
  );
}

/** What the link of a planned meeting says once there is none any more. */
const ENDINGS = ['meeting.over', 'meeting.cancelled'];

function NoMeeting({ portalName, code }: { portalName: string; code: string }) {
  const { t } = useTranslation(['meetings', 'problems']);
  return (
    <Over
      portalName={portalName}
      title={ENDINGS.includes(code) ? t(`problems:${code}`) : t('guest.none')}
      text={t('guest.none.text')}
      action={
        <Button component="a" href="/" variant="default">
          {t('over.entrance', { portal: portalName })}
        </Button>
      }
    />
  );
}
