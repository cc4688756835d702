import { Avatar } from '@mantine/core';
import { IconMicrophoneOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/ui/server/session';
import type { Face } from './people';
import classes from './Tile.module.css';
import { Video } from './Video';

/** A face, or an avatar while the camera is off; a soft ring while they speak. */
export function Tile({ face, width, height }: { face: Face; width: number; height: number }) {
  const { t } = useTranslation('meetings');
  // Guests see initials: pictures are for those with an account.
  const { person, portal: { id: portal } } = useSession();
  const { participant, stream, speaking, screen } = face;
  const label = screen ? t('screen.of', { name: participant.name }) : participant.name;
  return (
    <li
      className={classes.tile}
      data-speaking={speaking || undefined}
      data-participant={participant.id}
      style={{ width, height }}
    >
      {stream ? (
        <Video stream={stream} contain={screen} label={label} />
      ) : (
        <Avatar
          name={participant.name}
          src={person && participant.picture ? `/api/v1/portals/${portal}/pictures/${participant.picture}` : null}
          color="accent"
          size={Math.max(48, Math.min(128, height * 0.4))}
          variant="filled"
          alt=""
          aria-hidden
        />
      )}
      <span className={classes.name}>
        {participant.audioMuted && !screen ? <IconMicrophoneOff size={14} aria-label={t('muted')} /> : null}
        <span>{label}</span>
        {speaking ? <span className={classes.srOnly}>{t('speaking')}</span> : null}
      </span>
    </li>
  );
}
