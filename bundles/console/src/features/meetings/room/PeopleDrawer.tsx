import { ActionIcon, CloseButton, Group, Menu, Text, Title } from '@mantine/core';
import { IconDots, IconMicrophoneOff, IconUserMinus, IconVideoOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Face } from '@/ui/Face';
import { useSession } from '@/ui/server/session';
import type { Participant } from '@/ui/server/types';
import type { Room, RoomState } from './Room';
import classes from './RoomView.module.css';

interface PeopleDrawerProps {
  state: RoomState;
  room: Room;
  host: boolean;
  close: () => void;
}

/** Who is in, and what the host may do with them. */
export function PeopleDrawer({ state, room, host, close }: PeopleDrawerProps) {
  const { t } = useTranslation('meetings');
  const { person, portal: { id: portal } } = useSession();
  return (
    <aside className={classes.people} aria-label={t('people')}>
      <Group justify="space-between">
        <Title order={2}>{t('people')}</Title>
        <CloseButton onClick={close} aria-label={t('ui:close')} />
      </Group>
      <ul className={classes.list}>
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
                {describe(participant, state.me, t)}
              </Text>
            </div>
            {participant.audioMuted ? <IconMicrophoneOff size={18} aria-label={t('muted')} /> : null}
            {participant.videoMuted ? <IconVideoOff size={18} aria-label={t('video.muted')} /> : null}
            {host && participant.id !== state.me ? <HostMenu room={room} participant={participant} /> : null}
          </li>
        ))}
      </ul>
    </aside>
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

function HostMenu({ room, participant }: { room: Room; participant: Participant }) {
  const { t } = useTranslation('meetings');
  const { id, name, audioMuted, videoMuted } = participant;
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
        <Menu.Divider />
        <Menu.Item color="red" leftSection={<IconUserMinus size={18} />} onClick={() => room.removeParticipant(id)}>
          {t('host.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
