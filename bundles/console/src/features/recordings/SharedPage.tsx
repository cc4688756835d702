import { Button, Center, Group, Stack, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Logo } from '@/ui/Logo';
import { api } from '@/ui/server/client';
import { asProblem } from '@/ui/server/problem';
import { sessionQuery } from '@/ui/server/session';
import type { Session, SharedRecording } from '@/ui/server/types';
import { Empty, Failed, Loading } from '@/ui/States';
import { full } from '@/ui/time';
import classes from './Player.module.css';
import { Player } from './Player';
import { first } from './parts';

/** Where the link of a recording leads: no account, no more than this one recording. */
export function SharedPage() {
  const { token } = useParams({ from: '/r/$token' });
  const session = useQuery(sessionQuery);
  if (!session.data) {
    return (
      <Center mih="100dvh" component="main">
        {session.error ? <Failed error={session.error} retry={() => void session.refetch()} /> : <Loading rows={3} />}
      </Center>
    );
  }
  return (
    <main className={classes.alone}>
      <Group mb="xl">
        <Logo name={session.data.portal.name} />
      </Group>
      <Shared token={token} session={session.data} />
    </main>
  );
}

function Shared({ token, session }: { token: string; session: Session }) {
  const { t } = useTranslation('recordings');
  const portal = session.portal.id;
  const query = api.useQuery('get', '/portals/{portal}/shared-recordings/{token}', { params: { path: { portal, token } } });
  if (query.data) {
    return <Playing recording={query.data} files={`/api/v1/portals/${portal}/shared-recordings/${token}/files`} />;
  }
  if (!query.error) {
    return <Loading />;
  }
  const { status, code } = asProblem(query.error);
  if (status === 404) {
    return <Empty order={1} title={t('shared.ended')} text={t('shared.ended.text')} />;
  }
  if (code === 'recording.link-private') {
    return (
      <Empty
        order={1}
        title={t('shared.private')}
        text={t('shared.private.text')}
        action={
          session.person ? undefined : (
            <Button renderRoot={(props) => <Link to="/sign-in" search={{ to: `/r/${token}` }} {...props} />}>{t('shared.signIn')}</Button>
          )
        }
      />
    );
  }
  return <Failed error={query.error} retry={() => void query.refetch()} />;
}

function Playing({ recording, files }: { recording: SharedRecording; files: string }) {
  const { t, i18n } = useTranslation('recordings');
  const part = first(recording.parts);
  useEffect(() => {
    document.title = `${recording.title} · Patchbay`;
  }, [recording.title]);
  return (
    <Stack>
      <Title order={1}>{recording.title}</Title>
      <Text c="dimmed">{full(new Date(recording.started), i18n.language)}</Text>
      {part ? (
        <>
          <Player files={files} part={part} thumbnail={recording.parts.find((one) => one.kind === 'THUMBNAIL')} label={recording.title} />
          <Group>
            <Button component="a" href={`${files}/${part.number}?download=true`} download variant="default" leftSection={<IconDownload size={18} />}>
              {t('download')}
            </Button>
          </Group>
        </>
      ) : null}
      <Text size="sm" c="dimmed">
        {t('shared.until', { date: full(new Date(recording.expires), i18n.language) })}
      </Text>
    </Stack>
  );
}
