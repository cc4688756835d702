import { Alert, Button, Modal, Stack, Text } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Connecting } from '@/ui/Cable';
import { adviceOf, type Examination } from './doctor';
import type { Room } from './Room';
import { WayTable, WAYS } from './WayTable';

/** Which ways to the media servers work from here, which port is blocked, and what to do. */
export function DoctorWindow({ room, opened, close }: { room: Room; opened: boolean; close: () => void }) {
  const { t } = useTranslation('room');
  const [found, setFound] = useState<Examination>();
  const examine = useCallback(() => {
    setFound(undefined);
    void room.examine().then(setFound);
  }, [room]);
  useEffect(() => {
    if (opened) {
      examine();
    }
  }, [opened, examine]);
  const advice = found ? adviceOf(found.ways) : undefined;
  const blocked = found ? WAYS.filter((way) => found.ways[way] === false).flatMap((way) => found.ports[way]) : [];
  return (
    <Modal opened={opened} onClose={close} title={t('doctor')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <Stack role="status" aria-busy={!found}>
        {found ? (
          <>
            <Alert color={advice === 'fine' ? 'green' : advice === 'relayed' ? 'yellow' : 'red'}>
              {t(`doctor.${advice}`, { ports: blocked.join(', ') })}
            </Alert>
            <WayTable ports={found.ports} works={(way) => found.ways[way]} />
            <Button variant="default" onClick={examine}>
              {t('doctor.again')}
            </Button>
          </>
        ) : (
          <>
            <Connecting />
            <Text c="dimmed">{t('doctor.looking')}</Text>
          </>
        )}
      </Stack>
    </Modal>
  );
}
