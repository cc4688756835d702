import { Badge, Button, Group, Select, Stack, Switch, Text } from '@mantine/core';
import { IconHandStop, IconMicrophoneOff, IconPhone, IconScreenShare, IconVideoOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Face } from '@/ui/Face';
import { useSession } from '@/ui/server/session';
import type { Participant } from '@/ui/server/types';
import { ByPhone } from './ByPhone';
import type { Lobby, Screens } from './facts';
import { Panel } from './Panel';
import { isHere } from './people';
import { PersonMenu } from './PersonMenu';
import { RecordedMark } from './Recording';
import type { Room, RoomState } from './Room';
import classes from './RoomView.module.css';

interface PeopleDrawerProps {
  state: RoomState;
  room: Room;
  meeting: string;
  host: boolean;
  /** Who is large on the stage because one said so. */
  pinned: string | undefined;
  pin: (face: string) => void;
  close: () => void;
}

/** Who is in and who waits, and what a host may do with them. */
export function PeopleDrawer({ state, room, meeting, host, pinned, pin, close }: PeopleDrawerProps) {
  const { t } = useTranslation(['meetings', 'room']);
  const { person, portal: { id: portal } } = useSession();
  const { hands, sharers, halls, places } = state.life.facts;
  return (
    <Panel title={t('people')} close={close}>
      {host ? <WaitingList room={room} state={state} /> : null}
      <ul className={classes.list} aria-label={t('people')}>
        {state.participants.map((participant) => (
          <li key={participant.id} className={classes.person}>
            <Face
              portal={portal}
              name={participant.name}
              // Guests see initials: pictures are for those with an account.
              picture={person ? participant.picture : undefined}
              size={32}
            />
            <div className={classes.who}>
              <Text truncate>{participant.name}</Text>
              <Text size="xs" c="dimmed">
                {[describe(participant, state.me, t), halls[places[participant.id] ?? '']].filter(Boolean).join(' · ')}
              </Text>
            </div>
            {hands.includes(participant.id) ? (
              <Badge leftSection={<IconHandStop size={12} aria-hidden />} color="yellow" variant="light">
                <span className={classes.title}>{t('room:hand.raised')}</span>
                {hands.indexOf(participant.id) + 1}
              </Badge>
            ) : null}
            {sharers.includes(participant.id) ? <IconScreenShare size={18} role="img" aria-label={t('room:sharing')} /> : null}
            {state.life.recording.since ? <RecordedMark on={state.life.recording.recorded.includes(participant.id)} /> : null}
            {participant.phone ? <IconPhone size={18} role="img" aria-label={t('room:phone')} /> : null}
            {participant.audioMuted ? <IconMicrophoneOff size={18} role="img" aria-label={t('muted')} /> : null}
            {participant.videoMuted && !participant.phone ? <IconVideoOff size={18} role="img" aria-label={t('video.muted')} /> : null}
            {participant.id !== state.me && (host || isHere(state, participant.id)) ? (
              <PersonMenu {...{ room, state, host, participant, pinned, pin }} />
            ) : null}
          </li>
        ))}
      </ul>
      <ByPhone meeting={meeting} />
      {host ? <Rules room={room} state={state} /> : null}
    </Panel>
  );
}

function describe(participant: Participant, me: string | undefined, t: (key: string) => string): string {
  return [
    participant.id === me ? t('person.you') : '',
    participant.host ? t('person.host') : '',
    participant.person ? '' : t('person.guest'),
  ]
    .filter(Boolean)
    .join(' · ');
}

function WaitingList({ room, state }: { room: Room; state: RoomState }) {
  const { t } = useTranslation('room');
  const { waiting } = state.life.facts;
  if (waiting.length === 0) {
    return null;
  }
  return (
    <section aria-label={t('lobby.waiting')} className={classes.waiting}>
      <Group justify="space-between">
        <Text fw={600}>{t('lobby.waiting')}</Text>
        {waiting.length > 1 ? (
          <Button size="compact-sm" onClick={() => room.act({ do: 'admit-all' })}>
            {t('lobby.admit.all')}
          </Button>
        ) : null}
      </Group>
      <ul className={classes.list}>
        {waiting.map((one) => (
          <li key={one.id} className={classes.person}>
            <div className={classes.who}>
              <Text truncate>{one.name}</Text>
              {one.removed ? (
                <Text size="xs" c="dimmed">
                  {t('lobby.removed')}
                </Text>
              ) : null}
            </div>
            <Button size="compact-sm" variant="default" onClick={() => room.act({ do: 'refuse', participant: one.id })} aria-label={t('lobby.refuse.one', { name: one.name })}>
              {t('lobby.refuse')}
            </Button>
            <Button size="compact-sm" onClick={() => room.act({ do: 'admit', participant: one.id })} aria-label={t('lobby.admit.one', { name: one.name })}>
              {t('lobby.admit')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Rules({ room, state }: { room: Room; state: RoomState }) {
  const { t } = useTranslation('room');
  const { locked, lobby, screens } = state.life.facts;
  return (
    <Stack gap="sm" component="section" aria-label={t('rules')} className={classes.rules}>
      <Button variant="default" leftSection={<IconMicrophoneOff size={18} />} onClick={() => room.act({ do: 'mute-all' })}>
        {t('mute.all')}
      </Button>
      <Switch label={t('lock')} description={t('lock.help')} checked={locked} onChange={(event) => room.act({ do: 'lock', on: event.currentTarget.checked })} />
      <Select
        label={t('lobby')}
        allowDeselect={false}
        data={(['OFF', 'GUESTS', 'EVERYBODY'] as const).map((value) => ({ value, label: t(`lobby.${value}`) }))}
        value={lobby}
        onChange={(value) => room.act({ do: 'rules', lobby: value as Lobby, screens })}
      />
      <Select
        label={t('screens')}
        allowDeselect={false}
        data={(['EVERYBODY', 'MEMBERS', 'HOSTS'] as const).map((value) => ({ value, label: t(`screens.${value}`) }))}
        value={screens}
        onChange={(value) => room.act({ do: 'rules', lobby, screens: value as Screens })}
      />
    </Stack>
  );
}
