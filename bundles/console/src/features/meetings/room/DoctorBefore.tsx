import { Alert, Button, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconStethoscope } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Connecting } from '@/ui/Cable';
import { api } from '@/ui/server/client';
import { examineBefore, type Foresight, foresightOf } from './doctor';
import { WayTable, WAYS } from './WayTable';

/** Looks before a meeting, by itself and when asked, whether sound and picture will find a way; says so if it may not. */
export function DoctorBefore({ portal }: { portal: string }) {
  const { t } = useTranslation('room');
  const [opened, { open, close }] = useDisclosure();
  const [found, setFound] = useState<Foresight>();
  const relays = api.useQuery('get', '/portals/{portal}/relays', { params: { path: { portal } } }, { staleTime: Number.POSITIVE_INFINITY });
  const urls = relays.data?.urls;
  const examine = useCallback(() => {
    setFound(undefined);
    if (urls) {
      void examineBefore(urls).then(setFound);
    }
  }, [urls]);
  useEffect(examine, [examine]);
  const advice = found && foresightOf(found);
  const said = advice && t(`doctor.before.${advice}`, { ports: found ? WAYS.flatMap((way) => found.ports[way]).join(', ') : '' });
  return (
    <>
      {advice === 'blocked' ? (
        <Alert color="yellow" icon={<IconStethoscope size={18} />}>
          {said}
        </Alert>
      ) : null}
      <Button variant="subtle" size="xs" leftSection={<IconStethoscope size={16} />} onClick={open}>
        {t('doctor')}
      </Button>
      <Modal opened={opened} onClose={close} title={t('doctor')}>
        <Stack role="status" aria-busy={!found && !relays.error}>
          {found ? (
            <>
              <Alert color={advice === 'some' ? 'green' : 'yellow'}>{said}</Alert>
              <WayTable
                ports={found.ports}
                says={(way) =>
                  way === 'udp' ? t('way.later') : way in found.ways && found.ways[way] === undefined ? t('way.unknown') : undefined
                }
                works={(way) => found.ways[way]}
              />
              <Button variant="default" onClick={examine}>
                {t('doctor.again')}
              </Button>
            </>
          ) : relays.error ? (
            <Text>{t('problems:unreachable')}</Text>
          ) : (
            <>
              <Connecting />
              <Text c="dimmed">{t('doctor.looking')}</Text>
            </>
          )}
        </Stack>
      </Modal>
    </>
  );
}
