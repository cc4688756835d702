import { ActionIcon, Menu } from '@mantine/core';
import {
  IconCrown,
  IconCrownOff,
  IconDots,
  IconHandOff,
  IconMicrophoneOff,
  IconPin,
  IconPinnedOff,
  IconScreenShare,
  IconScreenShareOff,
  IconUserMinus,
  IconVideoOff,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Participant } from '@/ui/server/types';
import { isHere, mayShare, screenOf } from './people';
import type { Room, RoomState } from './Room';

interface PersonMenuProps {
  room: Room;
  state: RoomState;
  host: boolean;
  participant: Participant;
  pinned: string | undefined;
  pin: (face: string) => void;
}

/** What one may do with somebody: everybody looks at them, hosts do more. */
export function PersonMenu({ room, state, host, participant, pinned, pin }: PersonMenuProps) {
  const { t } = useTranslation(['meetings', 'room']);
  const { id, name } = participant;
  const shares = state.life.facts.sharers.includes(id);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={host ? t('host.menu', { name }) : t('room:person.menu', { name })}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {isHere(state, id) ? (
          <>
            <PinItem label={t('room:pin.face')} on={pinned === id} press={() => pin(id)} />
            {shares ? <PinItem label={t('room:pin.screen')} on={pinned === screenOf(id)} press={() => pin(screenOf(id))} /> : null}
          </>
        ) : null}
        {host ? <HostItems room={room} state={state} participant={participant} /> : null}
      </Menu.Dropdown>
    </Menu>
  );
}

function PinItem({ label, on, press }: { label: string; on: boolean; press: () => void }) {
  const { t } = useTranslation('room');
  return (
    <Menu.Item leftSection={on ? <IconPinnedOff size={18} /> : <IconPin size={18} />} onClick={press}>
      {on ? t('pin.off') : label}
    </Menu.Item>
  );
}

function HostItems({ room, state, participant }: { room: Room; state: RoomState; participant: Participant }) {
  const { t } = useTranslation(['meetings', 'room']);
  const { id, audioMuted, videoMuted, host } = participant;
  const { hands, sharers } = state.life.facts;
  const may = mayShare(state, id);
  return (
    <>
      <Menu.Divider />
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
    </>
  );
}
