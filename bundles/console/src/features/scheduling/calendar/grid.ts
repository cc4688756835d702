import type { Piece } from './calendarDays';
import type { Weekday } from '../locale';

/** What both grids show, and what they do. */
export interface GridProps {
  pieces: Map<string, Piece[]>;
  day: string;
  today: string;
  first: Weekday;
  locale: string;
  zone: string | undefined;
  narrow: boolean;
  /** What a press on a day does: plans there, or shows it. */
  label: (day: string) => string;
  helpId: string;
  press: (day: string) => void;
  move: (day: string) => void;
}

/** A day in words, which has no zone. */
export function dayWords(day: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
