import type { Recording, RecordingPart } from '@/ui/server/types';

/** A size in megabytes, as short as it can be said. */
export function megabytes(bytes: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: bytes < 10_000_000 ? 1 : 0 }).format(bytes / 1_000_000);
}

/** A length as minutes and seconds, with hours where there are any. */
export function length(millis: number): string {
  const seconds = Math.round(millis / 1000);
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** What is played first: the film, or the sound of everybody, or whatever there is. */
export function first(parts: RecordingPart[]): RecordingPart | undefined {
  return parts.find((part) => part.kind === 'FILM') ?? parts.find((part) => part.kind === 'SOUND') ?? parts.find(isPlayed);
}

/** Whether it moves or sounds. */
export function isPlayed(part: RecordingPart): boolean {
  return part.kind !== 'THUMBNAIL';
}

export function isPicture(part: RecordingPart): boolean {
  return part.mediaType.startsWith('video/');
}

/** Whether something is still to come. */
export function isUnfinished(recording: Recording): boolean {
  return recording.state === 'RECORDING' || recording.state === 'PROCESSING';
}
