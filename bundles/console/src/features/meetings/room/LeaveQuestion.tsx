import { Button, Group, Modal, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Asks before another page is gone to in the middle of a meeting; `when` is asked at that moment. */
export function LeaveQuestion({ when }: { when: () => boolean }) {
  const { t } = useTranslation(['meetings', 'room', 'ui']);
  const blocker = useBlocker({ shouldBlockFn: when, enableBeforeUnload: when, withResolver: true });
  return (
    <Modal opened={blocker.status === 'blocked'} onClose={() => blocker.reset?.()} title={t('room:leave.ask')}>
      <Text>{t('room:leave.ask.text')}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={() => blocker.proceed?.()}>
          {t('leave')}
        </Button>
        <Button data-autofocus onClick={() => blocker.reset?.()}>
          {t('ui:leave.stay')}
        </Button>
      </Group>
    </Modal>
  );
}
