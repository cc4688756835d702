import { Text, Title } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Connecting } from '@/ui/Cable';
import { CopyField } from '@/ui/CopyField';
import { problemText } from '@/ui/problemText';
import { ServerProblem } from '@/ui/server/problem';
import { Announcer } from './Announcer';
import { BreakoutsPanel } from './BreakoutsPanel';
import { Captions } from './Captions';
import { ByPhone } from './ByPhone';
import { ChatPanel } from './ChatPanel';
import { Controls } from './Controls';
import { LeaveQuestion } from './LeaveQuestion';
import type { PanelName } from './Panel';
import { PeopleDrawer } from './PeopleDrawer';
import { isHost, mayShare, soundsOf } from './people';
import { PollsPanel } from './PollsPanel';
import { BeginRecording, ConsentWindow, useCutNotice } from './Recording';
import { RoomNotes } from './RoomNotes';
import classes from './RoomView.module.css';
import { DoctorWindow } from './DoctorWindow';
import { DevicesWindow } from './DeviceChoice';
import { FiguresWindow, ShortcutsWindow } from './RoomWindows';
import { SelfView } from './SelfView';
import { Sounds } from './Sounds';
import { Stage } from './Stage';
import type { Devices } from './useDevices';
import { useNotices } from './useNotices';
import type { RoomControls } from './useRoom';
import { useShare } from './useShare';
import { useShortcuts } from './useShortcuts';
import type { View } from './views';

interface RoomViewProps {
  title: string;
  meeting: string;
  link: string | undefined;
  me: string;
  devices: Devices;
  controls: RoomControls;
}

/** The room: nothing but people, what is opened beside them, and one bar of controls. */
export function RoomView({ title, meeting, link, me, devices, controls }: RoomViewProps) {
  const { t } = useTranslation(['meetings', 'room', 'problems']);
  const { room, state } = controls;
  const notices = useNotices();
  const { say } = notices;
  const narrow = useMediaQuery('(max-width: 28em)');
  const [panel, setPanel] = useState<PanelName>();
  const [view, setView] = useState<View>('auto');
  const [pinned, setPinned] = useState<string>();
  const [read, setRead] = useState<string>();
  const [keys, keysWindow] = useDisclosure();
  const [figures, figuresWindow] = useDisclosure();
  const [doctor, doctorWindow] = useDisclosure();
  const [choosing, choosingWindow] = useDisclosure();
  const [beginning, beginningWindow] = useDisclosure();
  const share = useShare(room, state.sharing);
  const host = isHost(state);
  const { facts, chat } = state.life;
  const latest = chat.at(-1)?.id;
  const raised = state.me !== undefined && facts.hands.includes(state.me);
  const show = (name: PanelName) => setPanel((before) => (before === name ? undefined : name));
  const close = () => setPanel(undefined);
  const pin = (face: string) => setPinned((before) => (before === face ? undefined : face));
  const grid = { on: view !== 'speaker', toggle: () => setView((before) => (before === 'speaker' ? 'grid' : 'speaker')) };
  const hand = { raised, toggle: () => room.act({ do: 'hand', raised: !raised }) };
  const sharable = share.possible && mayShare(state);

  useEffect(() => {
    document.title = `${title} · Patchbay`;
  }, [title]);
  useEffect(() => {
    if (panel === 'chat') {
      setRead(latest);
    }
  }, [panel, latest]);
  const { problem } = state;
  useEffect(() => {
    if (problem) {
      say(problemText(t, new ServerProblem({ ...problem, status: problem.status ?? 0 })));
    }
  }, [problem, t, say]);
  useEffect(() => {
    if (share.refused) {
      say(t('room:share.failed'));
    }
  }, [share.refused, t, say]);
  const unblurred = devices.blur.state === 'failed';
  useEffect(() => {
    if (unblurred) {
      say(t('room:blur.failed'));
    }
  }, [unblurred, t, say]);
  // Nothing arrives although others send: the doctor comes without being called.
  const deaf = state.phase === 'in' && state.silent;
  const openDoctor = doctorWindow.open;
  useEffect(() => {
    if (deaf) {
      openDoctor();
    }
  }, [deaf, openDoctor]);
  useCutNotice(state, say);
  useShortcuts({
    m: controls.toggleAudio,
    v: controls.toggleVideo,
    ...(sharable ? { s: share.toggle } : {}),
    h: hand.toggle,
    c: () => show('chat'),
    p: () => show('people'),
    g: grid.toggle,
    '?': keysWindow.open,
    escape: close,
  });

  return (
    <main className={classes.room} data-people={panel !== undefined || undefined} data-phase={state.phase}>
      <h1 className={classes.title}>{title}</h1>
      <RoomNotes room={room} state={state} notices={notices} stopSharing={share.toggle} examine={deaf ? openDoctor : undefined} />
      {state.phase === 'in' ? (
        <Stage
          room={room}
          state={state}
          view={view}
          pinned={pinned}
          pin={pin}
          self={narrow && devices.video ? <SelfView track={devices.video} name={me} /> : null}
          showPeople={() => setPanel('people')}
          alone={<Alone link={link} meeting={meeting} split={Object.keys(facts.halls).length > 0} />}
        />
      ) : (
        <div className={classes.stage} role="status">
          <div className={classes.alone}>
            <Connecting />
            <Text>{state.phase === 'lost' ? t('room.lost') : t('room.joining')}</Text>
          </div>
        </div>
      )}
      {panel === 'people' ? <PeopleDrawer state={state} room={room} meeting={meeting} host={host} pinned={pinned} pin={pin} close={close} /> : null}
      {panel === 'chat' ? <ChatPanel state={state} room={room} meeting={meeting} close={close} /> : null}
      {panel === 'polls' ? <PollsPanel state={state} room={room} host={host} close={close} /> : null}
      {panel === 'breakouts' && host ? <BreakoutsPanel state={state} room={room} close={close} /> : null}
      <Controls
        controls={controls}
        devices={devices}
        me={me}
        link={link}
        host={host}
        panel={panel}
        show={show}
        unread={panel !== 'chat' && latest !== undefined && latest !== read}
        share={share}
        mayShare={mayShare(state)}
        hand={hand}
        grid={grid}
        pictureInPicture={document.pictureInPictureEnabled ? inPicture : undefined}
        showKeys={keysWindow.open}
        showFigures={figuresWindow.open}
        showDoctor={doctorWindow.open}
        showDevices={choosingWindow.open}
        record={host && state.life.recording.possible ? beginningWindow.open : undefined}
        end={host ? () => room.act({ do: 'finish' }) : undefined}
      />
      <ConsentWindow state={state} room={room} />
      <BeginRecording opened={beginning} close={beginningWindow.close} begin={() => room.act({ do: 'record' })} />
      <LeaveQuestion when={controls.asks} />
      <Announcer state={state} />
      <Captions state={state} />
      <Sounds streams={soundsOf(state)} speaker={devices.chosen.speaker} />
      <DevicesWindow devices={devices} opened={choosing} close={choosingWindow.close} />
      <ShortcutsWindow opened={keys} close={keysWindow.close} />
      <DoctorWindow room={room} opened={doctor} close={doctorWindow.close} />
      <FiguresWindow room={room} opened={figures} close={figuresWindow.close} />
    </main>
  );
}

/** The large picture, or the first, in a window of its own above the others; a second time it comes back. */
function inPicture() {
  const video = document.querySelector<HTMLVideoElement>('[data-main] video, [data-participant] video');
  if (document.pictureInPictureElement) {
    void document.exitPictureInPicture();
  } else {
    // Refused while there is no picture yet: nothing is lost.
    video?.requestPictureInPicture().catch(() => {});
  }
}

function Alone({ link, meeting, split }: { link: string | undefined; meeting: string; split: boolean }) {
  const { t } = useTranslation(['meetings', 'room']);
  if (split) {
    return (
      <div className={classes.alone}>
        <Title order={2}>{t('room:breakout.alone')}</Title>
      </div>
    );
  }
  return (
    <div className={classes.alone}>
      <Connecting />
      <Title order={2}>{t('alone')}</Title>
      <Text c="dimmed">{t('alone.text')}</Text>
      {link ? (
        <div className={classes.link}>
          <CopyField value={link} label={t('link')} />
          <ByPhone meeting={meeting} />
        </div>
      ) : null}
    </div>
  );
}
