import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle, IconInfoCircle, IconPencil, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmName } from '@/ui/ConfirmName';
import { Page } from '@/ui/Page';
import { api, client } from '@/ui/server/client';
import { usePortal, useRights } from '@/ui/server/session';
import type { Recording } from '@/ui/server/types';
import { Failed, Loading } from '@/ui/States';
import { date } from '@/ui/time';
import { useZone } from '@/ui/useZone';
import { When } from '@/ui/When';
import { Files } from './Files';
import { Ledger } from './Ledger';
import { LinkCard } from './LinkCard';
import { Player } from './Player';
import { first, isUnfinished } from './parts';
import { RecordingState } from './RecordingState';
import { Rename } from './Rename';

const LOOK_AGAIN = 4_000;

/** One recording: played, downloaded, given away and deleted. */
export function RecordingPage() {
  const { t } = useTranslation('recordings');
  const { id } = useParams({ from: '/inside/shell/recordings/$id' });
  const portal = usePortal().id;
  const hears = useRights()('SEE_EVENTS');
  const query = api.useQuery(
    'get',
    '/portals/{portal}/recordings/{id}',
    { params: { path: { portal, id } } },
    // Who may not hear events is told of none: their page looks by itself until the recording is ready.
    { refetchInterval: ({ state }) => (!hears && state.data && isUnfinished(state.data) ? LOOK_AGAIN : false) },
  );
  const back = { to: '/recordings', label: t('title') };
  if (!query.data) {
    return (
      <Page title={t('one')} back={back}>
        {query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : <Loading />}
      </Page>
    );
  }
  const changed = () => void query.refetch();
  return (
    <Page
      title={query.data.title}
      about={<When at={query.data.started} />}
      state={<RecordingState recording={query.data} />}
      back={back}
      actions={<Actions portal={portal} recording={query.data} changed={changed} />}
    >
      <Known portal={portal} recording={query.data} changed={changed} />
    </Page>
  );
}

function Known({ portal, recording, changed }: { portal: string; recording: Recording; changed: () => void }) {
  const { t } = useTranslation('recordings');
  const [chosen, setChosen] = useState<number>();
  const files = `/api/v1/portals/${portal}/recordings/${recording.id}/files`;
  const shown = recording.parts.find((part) => part.number === chosen) ?? first(recording.parts);
  return (
    <Stack gap="xl">
      <Remarks recording={recording} />
      {shown ? (
        <section aria-label={t('player')}>
          <Player files={files} part={shown} thumbnail={recording.parts.find((part) => part.kind === 'THUMBNAIL')} label={recording.title} />
        </section>
      ) : null}
      {recording.parts.length > 0 ? <Files recording={recording} files={files} play={setChosen} shown={shown?.number} /> : null}
      {recording.state === 'READY' ? <LinkCard portal={portal} recording={recording} changed={changed} /> : null}
      <section>
        <Title order={2} mb="sm">
          {t('ledger')}
        </Title>
        <Ledger portal={portal} id={recording.id} />
      </section>
    </Stack>
  );
}

/** Why it is not as one would wish, and what is still to come. */
function Remarks({ recording }: { recording: Recording }) {
  const { t, i18n } = useTranslation('recordings');
  const zone = useZone();
  const { state, away, cut, filmless, deletion } = recording;
  return (
    <>
      {state === 'RECORDING' || state === 'PROCESSING' ? (
        <Text role="status">{t(away ? 'away' : state === 'RECORDING' ? 'going' : 'working')}</Text>
      ) : null}
      {cut ? (
        <Alert icon={<IconAlertTriangle size={18} />} color="yellow">
          {t(`cut.${cut}`)}
        </Alert>
      ) : null}
      {filmless ? (
        <Alert icon={<IconInfoCircle size={18} />} color="yellow">
          {t(`filmless.${filmless}`)}
        </Alert>
      ) : null}
      {deletion ? (
        <Text size="sm" c="dimmed">
          {t('deletion', { date: date(new Date(deletion), i18n.language, zone) })}
        </Text>
      ) : null}
    </>
  );
}

function Actions({ portal, recording, changed }: { portal: string; recording: Recording; changed: () => void }) {
  const { t } = useTranslation('recordings');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [renaming, renameWindow] = useDisclosure();
  const [deleting, deleteWindow] = useDisclosure();
  const path = { portal, id: recording.id };
  return (
    <Group gap="sm">
      <Button variant="default" leftSection={<IconPencil size={18} />} onClick={renameWindow.open}>
        {t('rename')}
      </Button>
      {recording.state === 'RECORDING' && !recording.away ? null : (
        <Button variant="default" leftSection={<IconTrash size={18} />} onClick={deleteWindow.open}>
          {t('delete')}
        </Button>
      )}
      <Rename portal={portal} recording={recording} opened={renaming} close={renameWindow.close} done={changed} />
      <ConfirmName
        opened={deleting}
        close={deleteWindow.close}
        title={t('delete')}
        consequences={t('delete.text')}
        name={recording.title}
        action={t('delete')}
        act={async () => {
          await client.DELETE('/portals/{portal}/recordings/{id}', { params: { path } });
          notifications.show({ message: t('deleted') });
          await navigate({ to: '/recordings' });
          await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).endsWith('/recordings') });
        }}
      />
    </Group>
  );
}
