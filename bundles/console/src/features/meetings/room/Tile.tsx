import { ActionIcon, Avatar } from '@mantine/core';
import { IconHandStop, IconMicrophoneOff, IconPin, IconPinnedOff, IconScreenShare } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/ui/server/session';
import type { Shown } from './facts';
import type { Face } from './people';
import { SIGNS } from './reactions';
import classes from './Tile.module.css';
import { Video } from './Video';

interface TileProps {
  face: Face;
  width: number;
  height: number;
  main: boolean;
  hand: boolean;
  reactions: Shown[];
  pinned: boolean;
  pin: () => void;
}

/** A face, or an avatar while the camera is off; a soft ring while they speak. */
export function Tile({ face, width, height, main, hand, reactions, pinned, pin }: TileProps) {
  const { t } = useTranslation(['meetings', 'room']);
  // Guests see initials: pictures are for those with an account.
  const { person, portal: { id: portal } } = useSession();
  const { participant, stream, speaking, screen } = face;
  const label = screen ? t('screen.of', { name: participant.name }) : participant.name;
  return (
    <li
      className={classes.tile}
      data-speaking={speaking || undefined}
      data-main={main || undefined}
      data-screen={screen || undefined}
      data-participant={participant.id}
      style={{ width, height }}
    >
      {stream ? (
        <Video stream={stream} contain={screen} label={label} />
      ) : screen ? (
        <IconScreenShare size={Math.max(24, Math.min(64, height * 0.4))} color="#fff" stroke={1.4} aria-hidden />
      ) : (
        <Avatar
          name={participant.name}
          src={person && participant.picture ? `/api/v1/portals/${portal}/pictures/${participant.picture}` : null}
          color="accent"
          size={Math.max(40, Math.min(128, height * 0.4))}
          variant="filled"
          alt=""
          aria-hidden
        />
      )}
      {hand ? (
        <span className={classes.hand}>
          <IconHandStop size={18} aria-hidden />
          <span className={classes.srOnly}>{t('room:hand.raised')}</span>
        </span>
      ) : null}
      {reactions.map((one) => (
        <span key={one.id} className={classes.reaction} aria-hidden>
          {SIGNS[one.reaction]}
        </span>
      ))}
      <ActionIcon
        className={classes.pin}
        variant="filled"
        color="dark"
        radius="xl"
        size={32}
        aria-pressed={pinned}
        aria-label={pinned ? t('room:unpin', { name: label }) : t('room:pin', { name: label })}
        onClick={pin}
      >
        {pinned ? <IconPinnedOff size={18} /> : <IconPin size={18} />}
      </ActionIcon>
      <span className={classes.name}>
        {participant.audioMuted && !screen ? <IconMicrophoneOff size={14} role="img" aria-label={t('muted')} /> : null}
        <span>{label}</span>
        {speaking ? <span className={classes.srOnly}>{t('speaking')}</span> : null}
      </span>
    </li>
  );
}
