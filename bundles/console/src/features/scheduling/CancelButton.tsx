import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconCalendarX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { client } from '@/ui/server/client';
import type { PlannedMeeting } from '@/ui/server/types';
import { isOfPlans } from './isOfPlans';

/** Cancels a planned meeting for good; who is invited is told, with a message. */
export function CancelButton({ meeting }: { meeting: PlannedMeeting }) {
  const { t } = useTranslation(['scheduling', 'ui']);
  const queries = useQueryClient();
  const [opened, { open, close }] = useDisclosure(false);
  const [message, setMessage] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  async function cancel() {
    setBusy(true);
    setProblem(undefined);
    try {
      await client.DELETE('/portals/{portal}/planned-meetings/{id}', {
        params: { path: { portal: meeting.portal, id: meeting.id }, query: message.trim() ? { message: message.trim() } : {} },
      });
      await queries.invalidateQueries({ predicate: isOfPlans });
      notifications.show({ message: t('cancel.done', { title: meeting.title }) });
      close();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <Button variant="default" leftSection={<IconCalendarX size={18} />} onClick={open}>
        {t('cancel')}
      </Button>
      <Modal opened={opened} onClose={close} title={t('cancel.title', { title: meeting.title })} closeButtonProps={{ 'aria-label': t('ui:close') }}>
        <Stack>
          <Text>{t('cancel.text', { count: meeting.invitees.length })}</Text>
          <ProblemNote problem={problem} />
          <Textarea label={t('cancel.message')} maxLength={1000} autosize minRows={2} value={message} onChange={(event) => setMessage(event.currentTarget.value)} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('cancel.keep')}
            </Button>
            <Button color="red" loading={busy} onClick={() => void cancel()}>
              {t('cancel')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
