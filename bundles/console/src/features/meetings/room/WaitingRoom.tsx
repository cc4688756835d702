import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Connecting } from '@/ui/Cable';
import { Over } from './Over';

/** Before the door: a host has been told, and will open. */
export function WaitingRoom({ portalName, title, leave }: { portalName: string; title: string; leave: () => void }) {
  const { t } = useTranslation('room');
  return (
    <Over
      portalName={portalName}
      phase="waiting"
      title={t('lobby.title')}
      text={t('lobby.text', { title })}
      action={
        <div role="status">
          <Connecting />
          <Text size="sm" c="dimmed" mb="md">
            {t('lobby.told')}
          </Text>
          <Button variant="default" onClick={leave}>
            {t('lobby.leave')}
          </Button>
        </div>
      }
    />
  );
}
