import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { client } from '@/ui/server/client';
import { asProblem } from '@/ui/server/problem';
import type { VoiceMessage } from '@/ui/server/types';
import { oneByOne } from './oneByOne';

interface DeleteMessagesProps {
  portal: string;
  extension: string;
  messages: VoiceMessage[];
  close: () => void;
  /** Called when some are gone. */
  done: () => Promise<void>;
}

/** Asks once, then deletes the messages that were chosen. */
export function DeleteMessages({ portal, extension, messages, close, done }: DeleteMessagesProps) {
  const { t } = useTranslation(['voicemail', 'ui']);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  // The count stays while messages go.
  const [all] = useState(messages);

  async function remove(id: string) {
    try {
      await client.DELETE('/portals/{portal}/mailboxes/{extension}/messages/{message}', { params: { path: { portal, extension, message: id } } });
    } catch (error) {
      if (asProblem(error).status !== 404) {
        throw error;
      }
    }
  }

  async function run() {
    setBusy(true);
    setProblem(undefined);
    const result = await oneByOne(messages, ({ id }) => remove(id));
    setBusy(false);
    setProblem(result.problem);
    if (!result.problem) {
      notifications.show({ message: t('deleted.many', { count: result.done }) });
      close();
    }
    await done();
  }

  return (
    <Modal opened onClose={close} title={t('delete.many', { count: all.length })} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <Stack>
        <ProblemNote problem={problem} />
        <Text>{t('delete.sure')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('cancel')}
          </Button>
          <Button color="red" loading={busy} data-autofocus onClick={() => void run()}>
            {t('remove')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
