import { Button, Center } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/ui/server/client';
import { asProblem } from '@/ui/server/problem';
import { sessionQuery } from '@/ui/server/session';
import type { Ring, Session, Talk } from '@/ui/server/types';
import { Empty, Failed, Loading } from '@/ui/States';
import { Hall } from './Hall';
import { MessageForm } from './MessageForm';
import { RingForm } from './RingForm';
import { Ringing } from './Ringing';

/** Where a personal link leads: a visitor rings, waits, and is let in or told why not. */
export function TalkPage() {
  const { link } = useParams({ from: '/t/$link' });
  const session = useQuery(sessionQuery);
  if (!session.data) {
    return (
      <Center mih="100dvh" component="main">
        {session.error ? <Failed error={session.error} retry={() => void session.refetch()} /> : <Loading rows={3} />}
      </Center>
    );
  }
  return <AtLink link={link} session={session.data} />;
}

/** How a ring ended, until the visitor begins anew. */
export type Ended = { how: 'declined'; message?: string } | { how: 'missed' };

function AtLink({ link, session }: { link: string; session: Session }) {
  const { t } = useTranslation('click2meet');
  const [ring, setRing] = useState<Ring>();
  const [ended, setEnded] = useState<Ended>();
  const { portal } = session;
  const query = api.useQuery('get', '/portals/{portal}/talk/{link}', { params: { path: { portal: portal.id, link } } }, { retry: false });
  if (query.error && asProblem(query.error).status === 404) {
    return (
      <Hall portal={portal}>
        <Empty
          order={1}
          title={t('talk.none')}
          text={t('talk.none.text')}
          action={
            <Button component="a" href="/" variant="default">
              {t('talk.entrance')}
            </Button>
          }
        />
      </Hall>
    );
  }
  if (!query.data) {
    return (
      <Hall portal={portal}>
        {query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : <Loading rows={3} />}
      </Hall>
    );
  }
  const talk: Talk = query.data;
  // A visitor without an account waits with the session that the ring brought.
  const ready = ring && (!ring.session || session.guest?.meeting === ring.id);
  const over = (how?: Ended) => {
    setRing(undefined);
    setEnded(how);
    void query.refetch();
  };
  return (
    <Hall portal={portal}>
      {ring ? (
        ready ? (
          <Ringing portal={portal.id} talk={talk} ring={ring} over={over} />
        ) : (
          <Loading rows={2} />
        )
      ) : ended ? (
        <MessageForm portal={portal.id} link={link} talk={talk} session={session} ended={ended} again={() => setEnded(undefined)} />
      ) : talk.reachable ? (
        <RingForm portal={portal.id} link={link} talk={talk} session={session} rang={setRing} away={() => void query.refetch()} />
      ) : (
        <MessageForm portal={portal.id} link={link} talk={talk} session={session} again={() => void query.refetch()} />
      )}
    </Hall>
  );
}
