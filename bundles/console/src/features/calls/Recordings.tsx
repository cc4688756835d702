import { ActionIcon, Group, Paper, Stack, Text, Title, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmName } from '@/ui/ConfirmName';
import { ProblemNote } from '@/ui/ProblemNote';
import { api, client } from '@/ui/server/client';
import type { CallRecord, CallRecording } from '@/ui/server/types';
import { useZone } from '@/ui/useZone';
import { isRecorded } from './recorded';

/** What was recorded of a call, for those who may hear it; nothing for a call that was not recorded. */
export function Recordings({ portal, call }: { portal: string; call: CallRecord }) {
  const { t } = useTranslation('calls');
  const path = { portal, call: call.id };
  const query = api.useQuery('get', '/portals/{portal}/call-records/{call}/recordings', { params: { path } }, { enabled: isRecorded(call) });
  const [doomed, setDoomed] = useState<CallRecording>();
  const when = useMoment();
  if (!isRecorded(call)) {
    return null;
  }
  return (
    <Paper p="lg" component="section" aria-label={t('recordings')}>
      <Title order={2} size="h4" mb="md">
        {t('recordings')}
      </Title>
      <ProblemNote problem={query.error ?? undefined} />
      {query.data?.items.length === 0 ? <Text c="dimmed">{t('recordings.none')}</Text> : null}
      <Stack gap="sm">
        {query.data?.items.map((one) => (
          <Row key={one.id} recording={one} when={when(one.started)} sound={`/api/v1/portals/${portal}/call-records/${call.id}/recordings/${one.id}/sound`} remove={() => setDoomed(one)} />
        ))}
      </Stack>
      {doomed ? (
        <ConfirmName
          opened
          close={() => setDoomed(undefined)}
          title={t('recordings.delete')}
          consequences={t('recordings.delete.text')}
          name={when(doomed.started)}
          action={t('recordings.delete')}
          act={async () => {
            await client.DELETE('/portals/{portal}/call-records/{call}/recordings/{recording}', { params: { path: { ...path, recording: doomed.id } } });
            setDoomed(undefined);
            notifications.show({ message: t('recordings.deleted') });
            await query.refetch();
          }}
        />
      ) : null}
    </Paper>
  );
}

function useMoment(): (at: string) => string {
  const { i18n } = useTranslation('calls');
  const zone = useZone();
  return (at) => new Intl.DateTimeFormat(i18n.language, { timeStyle: 'medium', timeZone: zone }).format(new Date(at));
}

interface RowProps {
  recording: CallRecording;
  when: string;
  sound: string;
  remove: () => void;
}

function Row({ recording, when, sound, remove }: RowProps) {
  const { t } = useTranslation('calls');
  return (
    <Group gap="xs" wrap="nowrap">
      <audio controls preload="none" aria-label={t('recordings.of', { when })} src={sound} style={{ flex: 1, minWidth: 0, height: 36 }} />
      <Tooltip label={t('recordings.download', { when })}>
        <ActionIcon component="a" variant="subtle" href={`${sound}?download=true`} download aria-label={t('recordings.download', { when })}>
          <IconDownload size={18} />
        </ActionIcon>
      </Tooltip>
      {recording.deletable ? (
        <Tooltip label={t('recordings.delete.one', { when })}>
          <ActionIcon variant="subtle" aria-label={t('recordings.delete.one', { when })} onClick={remove}>
            <IconTrash size={18} />
          </ActionIcon>
        </Tooltip>
      ) : null}
    </Group>
  );
}
