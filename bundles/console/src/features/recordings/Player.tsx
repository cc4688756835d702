import type { RecordingPart } from '@/ui/server/types';
import classes from './Player.module.css';
import { isPicture } from './parts';

interface PlayerProps {
  /** Where the files are, without the number. */
  files: string;
  part: RecordingPart;
  thumbnail?: RecordingPart | undefined;
  label: string;
}

/**
 * Plays a file of a recording; the browser asks the server for the pieces that it needs, and for none before somebody plays: the
 * ledger says who watched.
 */
export function Player({ files, part, thumbnail, label }: PlayerProps) {
  const source = `${files}/${part.number}`;
  return isPicture(part) ? (
    <video
      key={source}
      className={classes.picture}
      controls
      playsInline
      preload="none"
      aria-label={label}
      src={source}
      {...(thumbnail && part.kind === 'FILM' ? { poster: `${files}/${thumbnail.number}` } : {})}
    />
  ) : (
    <audio key={source} className={classes.sound} controls preload="none" aria-label={label} src={source} />
  );
}
