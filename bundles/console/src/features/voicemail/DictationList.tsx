import { ActionIcon, Button, Group, Modal, Stack, TextInput, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '@/api/schema';
import { type Column, ListView } from '@/ui/ListView';
import { ProblemNote } from '@/ui/ProblemNote';
import { api, client } from '@/ui/server/client';
import { short } from '@/ui/time';
import { byCursor, usePages } from '@/ui/usePages';
import { useServerForm } from '@/ui/useServerForm';
import { useZone } from '@/ui/useZone';
import { When } from '@/ui/When';
import { useMailboxChanged } from './useMailboxChanged';

type Dictation = components['schemas']['Dictation'];

interface DictationListProps {
  portal: string;
  extension: string;
}

/** What was dictated at the phones of an extension, the newest first; each can be heard here. */
export function DictationList({ portal, extension }: DictationListProps) {
  const { t, i18n } = useTranslation('voicemail');
  const zone = useZone();
  const changed = useMailboxChanged();
  const [problem, setProblem] = useState<unknown>();
  const [renamed, setRenamed] = useState<Dictation>();
  const list = usePages<Dictation>(
    api.useInfiniteQuery('get', '/portals/{portal}/mailboxes/{extension}/dictations', { params: { path: { portal, extension }, query: { limit: 50 } } }, byCursor),
  );
  async function remove(dictation: string) {
    setProblem(undefined);
    try {
      await client.DELETE('/portals/{portal}/mailboxes/{extension}/dictations/{dictation}', { params: { path: { portal, extension, dictation } } });
      notifications.show({ message: t('dictation.deleted') });
    } catch (error) {
      setProblem(error);
    }
    await changed();
  }
  const called = ({ name, recorded }: Dictation) => name || t('dictation.unnamed', { time: short(new Date(recorded), i18n.language, zone) });
  const sound = ({ id }: Dictation) => `/api/v1/portals/${portal}/mailboxes/${extension}/dictations/${id}/sound`;
  const columns: Column<Dictation>[] = [
    { key: 'when', title: t('when'), width: 130, render: ({ recorded }) => <When at={recorded} /> },
    { key: 'name', title: t('dictation.name'), heading: true, render: (one) => one.name || t('dictation.new') },
    { key: 'number', title: t('dictation.number'), width: 110, render: ({ number }) => number },
    {
      key: 'sound',
      title: t('sound'),
      width: 260,
      render: (one) => <audio controls preload="none" aria-label={t('dictation.sound', { name: called(one) })} src={sound(one)} style={{ width: '100%', height: 36 }} />,
    },
    {
      key: 'actions',
      title: t('actions'),
      width: 140,
      render: (one) => (
        <Group gap={4} wrap="nowrap">
          <Tooltip label={t('dictation.rename.of', { name: called(one) })}>
            <ActionIcon variant="subtle" aria-label={t('dictation.rename.of', { name: called(one) })} onClick={() => setRenamed(one)}>
              <IconPencil size={18} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('dictation.download', { name: called(one) })}>
            <ActionIcon component="a" variant="subtle" href={`${sound(one)}?download=true`} download aria-label={t('dictation.download', { name: called(one) })}>
              <IconDownload size={18} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('dictation.delete', { name: called(one) })}>
            <ActionIcon variant="subtle" aria-label={t('dictation.delete', { name: called(one) })} onClick={() => void remove(one.id)}>
              <IconTrash size={18} />
            </ActionIcon>
          </Tooltip>
        </Group>
      ),
    },
  ];
  return (
    <>
      <ProblemNote problem={problem} />
      <ListView list={list} columns={columns} id={({ id }) => id} label={t('dictations')} empty={{ title: t('dictation.empty'), text: t('dictation.empty.text') }} />
      <Modal opened={renamed !== undefined} onClose={() => setRenamed(undefined)} title={t('dictation.rename')} withCloseButton={false}>
        {renamed ? <Rename key={renamed.id} portal={portal} dictation={renamed} close={() => setRenamed(undefined)} /> : null}
      </Modal>
    </>
  );
}

function Rename({ portal, dictation, close }: { portal: string; dictation: Dictation; close: () => void }) {
  const { t } = useTranslation('voicemail');
  const changed = useMailboxChanged();
  const { form, problem, saving, formRef, submit } = useServerForm({ initialValues: { name: dictation.name } });
  const save = submit(async (values) => {
    const path = { portal, extension: dictation.extension, dictation: dictation.id };
    await client.PUT('/portals/{portal}/mailboxes/{extension}/dictations/{dictation}', { params: { path }, body: values });
    await changed();
    close();
  });
  return (
    <form ref={formRef} onSubmit={save} noValidate>
      <Stack>
        <TextInput label={t('dictation.name')} data-autofocus maxLength={100} {...form.getInputProps('name')} />
        <ProblemNote problem={problem} />
        <Group justify="flex-end">
          <Button type="submit" loading={saving}>
            {t('dictation.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
