import { Avatar, Loader } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Tile.module.css';
import { Video } from './Video';

interface SelfViewProps {
  track: MediaStreamTrack | undefined;
  name: string;
  large?: boolean;
  waiting?: boolean;
}

/** The own picture, mirrored as people know themselves. */
export function SelfView({ track, name, large, waiting }: SelfViewProps) {
  const { t } = useTranslation('meetings');
  const stream = useMemo(() => (track ? new MediaStream([track]) : undefined), [track]);
  return (
    <div className={classes.tile} data-self data-large={large || undefined}>
      {stream ? (
        <Video stream={stream} mirrored label={t('self')} />
      ) : waiting ? (
        <Loader color="gray" />
      ) : (
        <Avatar name={name || '?'} color="accent" size={large ? 96 : 40} radius="xl" variant="filled" aria-hidden />
      )}
    </div>
  );
}
