import { Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Connecting } from '@/ui/Cable';
import { CopyField } from '@/ui/CopyField';
import { Controls } from './Controls';
import { PeopleDrawer } from './PeopleDrawer';
import { soundsOf } from './people';
import classes from './RoomView.module.css';
import { Sounds } from './Sounds';
import { Stage } from './Stage';
import type { Devices } from './useDevices';
import type { RoomControls } from './useRoom';

interface RoomViewProps {
  title: string;
  link: string | undefined;
  me: string;
  devices: Devices;
  controls: RoomControls;
  /** Ends the meeting for everybody; there for its host. */
  end: (() => void) | undefined;
}

/** The room: nothing but people and one bar of controls. */
export function RoomView({ title, link, me, devices, controls, end }: RoomViewProps) {
  const { t } = useTranslation('meetings');
  const { room, state } = controls;
  const [people, { toggle, close }] = useDisclosure();
  const host = state.participants.some((one) => one.id === state.me && one.host);

  useEffect(() => {
    document.title = `${title} · Patchbay`;
  }, [title]);

  return (
    <main className={classes.room} data-people={people || undefined} data-phase={state.phase}>
      <h1 className={classes.title}>{title}</h1>
      {state.phase === 'in' ? (
        <Stage room={room} state={state} alone={<Alone link={link} />} />
      ) : (
        <div className={classes.stage} role="status">
          <div className={classes.alone}>
            <Connecting />
            <Text>{state.phase === 'lost' ? t('room.lost') : t('room.joining')}</Text>
          </div>
        </div>
      )}
      {people ? <PeopleDrawer state={state} room={room} host={host} close={close} /> : null}
      <Controls
        controls={controls}
        devices={devices}
        me={me}
        link={link}
        people={{ shown: people, toggle, count: state.participants.length }}
        end={host ? end : undefined}
      />
      <Sounds streams={soundsOf(state)} />
    </main>
  );
}

function Alone({ link }: { link: string | undefined }) {
  const { t } = useTranslation('meetings');
  return (
    <div className={classes.alone}>
      <Connecting />
      <Title order={2}>{t('alone')}</Title>
      <Text c="dimmed">{t('alone.text')}</Text>
      {link ? (
        <div className={classes.link}>
          <CopyField value={link} label={t('link')} />
        </div>
      ) : null}
    </div>
  );
}
