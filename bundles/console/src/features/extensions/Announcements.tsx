import { ActionIcon, Button, FileButton, Group, Paper, Stack, Text, TextInput, Title, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconTrash, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, ListView } from '@/ui/ListView';
import { ProblemNote } from '@/ui/ProblemNote';
import { api, client } from '@/ui/server/client';
import { usePortal } from '@/ui/server/session';
import type { Announcement } from '@/ui/server/types';
import { When } from '@/ui/When';
import { nameOf } from './nameOf';

/** What callers hear in menus and queues: brought as files, heard and deleted. */
export function Announcements() {
  const { t } = useTranslation('extensions');
  const portal = usePortal().id;
  const query = api.useQuery('get', '/portals/{portal}/announcements', { params: { path: { portal } } });
  const [problem, setProblem] = useState<unknown>();
  const [name, setName] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const act = async (task: () => Promise<unknown>, done: string) => {
    setProblem(undefined);
    setBusy(true);
    try {
      await task();
      notifications.show({ message: done });
      setName('');
      setFile(null);
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
      await query.refetch();
    }
  };
  const path = (announcement: string) => ({ path: { portal, announcement } });
  const send = (sent: File) =>
    act(
      () =>
        client.PUT('/portals/{portal}/announcements/{announcement}', {
          params: path(name),
          body: sent as never,
          bodySerializer: (body: unknown) => body as Blob,
          headers: { 'Content-Type': 'audio/wav' },
        }),
      t('announcement.saved'),
    );
  const columns: Column<Announcement>[] = [
    { key: 'name', title: t('field.name'), heading: true, share: 35, render: (one) => one.name },
    {
      key: 'sound',
      title: t('announcement.sound'),
      width: 280,
      render: (one) => (
        <audio
          key={one.changed}
          controls
          preload="none"
          aria-label={t('announcement.hear', { name: one.name })}
          src={`/api/v1/portals/${portal}/announcements/${one.name}/sound`}
          style={{ width: '100%', height: 36 }}
        />
      ),
    },
    { key: 'used', title: t('announcement.used'), share: 35, render: (one) => one.usedBy.join(', ') || '–' },
    { key: 'changed', title: t('announcement.changed'), width: 150, roomy: true, render: (one) => <When at={one.changed} /> },
    {
      key: 'actions',
      title: t('announcement.actions'),
      width: 90,
      render: (one) => (
        <Tooltip label={t('announcement.delete', { name: one.name })}>
          <ActionIcon
            variant="subtle"
            aria-label={t('announcement.delete', { name: one.name })}
            onClick={() => void act(() => client.DELETE('/portals/{portal}/announcements/{announcement}', { params: path(one.name) }), t('announcement.deleted'))}
          >
            <IconTrash size={18} />
          </ActionIcon>
        </Tooltip>
      ),
    },
  ];
  return (
    <Stack>
      <Paper
        p="lg"
        component="form"
        aria-label={t('announcement.new')}
        onSubmit={(event) => {
          event.preventDefault();
          if (file) {
            void send(file);
          }
        }}
      >
        <Stack>
          <Title order={2}>{t('announcement.new')}</Title>
          <Text c="dimmed">{t('announcement.about')}</Text>
          <Group align="flex-end">
            <FileButton
              accept="audio/wav,.wav"
              onChange={(chosen) => {
                setFile(chosen);
                setName((before) => before || nameOf(chosen?.name ?? ''));
              }}
            >
              {(props) => (
                <Button {...props} variant="default" leftSection={<IconUpload size={18} />}>
                  {file?.name ?? t('announcement.choose')}
                </Button>
              )}
            </FileButton>
            <TextInput label={t('field.name')} value={name} maxLength={64} onChange={(event) => setName(event.currentTarget.value)} />
            <Button type="submit" loading={busy} disabled={!file || !name}>
              {t('announcement.save')}
            </Button>
          </Group>
          <ProblemNote problem={problem} />
        </Stack>
      </Paper>
      <ListView
        list={{ rows: query.data?.items ?? [], loading: query.isPending, error: query.error ?? undefined, retry: () => void query.refetch() }}
        columns={columns}
        id={(one) => one.name}
        label={t('tab.announcements')}
        empty={{ title: t('announcement.none'), text: t('announcement.none.text') }}
      />
    </Stack>
  );
}
