import { ActionIcon, Badge, Button, Group, Menu, Select, Stack, Switch, Text } from '@mantine/core';
import {
  IconCrown,
  IconCrownOff,
  IconDots,
  IconHandOff,
  IconHandStop,
  IconMicrophoneOff,
  IconScreenShare,
  IconScreenShareOff,
  IconUserMinus,
  IconVideoOff,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Face } from '@/ui/Face';
import { useSession } from '@/ui/server/session';
import type { Participant } from '@/ui/server/types';
import type { Lobby, Screens } from './facts';
import { Panel } from './Panel';
import { mayShare } from './people';
import { RecordedMark } from './Recording';
import type { Room, RoomState } from './Room';
import classes from './RoomView.module.css';

interface PeopleDrawerProps {
  state: RoomState;
  room: Room;
  host: boolean;
  close: () => void;
}

/** Who is in and who waits, and what a host may do with them. */
export function PeopleDrawer({ state, room, host, close }: PeopleDrawerProps) {
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
            {participant.audioMuted ? <IconMicrophoneOff size={18} role="img" aria-label={t('muted')} /> : null}
            {participant.videoMuted ? <IconVideoOff size={18} role="img" aria-label={t('video.muted')} /> : null}
            {host && participant.id !== state.me ? <HostMenu room={room} state={state} participant={participant} /> : null}
          </li>
        ))}
      </ul>
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

function HostMenu({ room, state, participant }: { room: Room; state: RoomState; participant: Participant }) {
  const { t } = useTranslation(['meetings', 'room']);
  const { id, name, audioMuted, videoMuted, host } = participant;
  const { hands, sharers } = state.life.facts;
  const may = mayShare(state, id);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('host.menu', { name })}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconMicrophoneOff size={18} />}
          disabled={audioMuted}
          onClick={() => room.muteParticipant(id, { audio: true, video: videoMuted })}
        >
          {t('host.mute')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconVideoOff size={18} />}
          disabled={videoMuted}
          onClick={() => room.muteParticipant(id, { audio: audioMuted, video: true })}
        >
          {t('host.video')}
        </Menu.Item>
        {sharers.includes(id) ? (
          <Menu.Item leftSection={<IconScreenShareOff size={18} />} onClick={() => room.act({ do: 'stop-share', participant: id })}>
            {t('room:share.stop.other')}
          </Menu.Item>
        ) : null}
        {host || (may && !state.life.facts.allowed.includes(id)) ? null : (
          <Menu.Item leftSection={may ? <IconScreenShareOff size={18} /> : <IconScreenShare size={18} />} onClick={() => room.act({ do: 'allow-share', participant: id, on: !may })}>
            {may ? t('room:share.forbid') : t('room:share.allow')}
          </Menu.Item>
        )}
        {hands.includes(id) ? (
          <Menu.Item leftSection={<IconHandOff size={18} />} onClick={() => room.act({ do: 'hand', participant: id, raised: false })}>
            {t('room:hand.lower.other')}
          </Menu.Item>
        ) : null}
        <Menu.Item leftSection={host ? <IconCrownOff size={18} /> : <IconCrown size={18} />} onClick={() => room.act({ do: 'host', participant: id, on: !host })}>
          {host ? t('room:host.take') : t('room:host.make')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item color="red" leftSection={<IconUserMinus size={18} />} onClick={() => room.removeParticipant(id)}>
          {t('host.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
