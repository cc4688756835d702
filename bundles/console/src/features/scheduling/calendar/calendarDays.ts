import type { Occurrence } from '@/ui/server/types';
import type { Weekday } from '../locale';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTES = 1440;

/** No piece is drawn lower than its words, in minutes. */
const SHORTEST = 30;

const FIRST_HOUR = 8;
const LAST_HOUR = 18;

/** What takes place on one day of the reader, from one minute of it until another. */
export interface Piece {
  /** Such as 2026-11-30. */
  day: string;
  from: number;
  until: number;
  /** Whether it begins on this day, and does not go on from the one before. */
  begins: boolean;
  occurrence: Occurrence;
}

/** A piece in one of so many lanes of a day. */
export interface Placed {
  piece: Piece;
  lane: number;
  of: number;
}

const moment = (day: string) => Date.parse(`${day}T00:00:00Z`);

export function plusDays(day: string, days: number): string {
  return new Date(moment(day) + days * DAY).toISOString().slice(0, 10);
}

/** The same day of another month, or the last one where there is none. */
export function plusMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The seven days of a day's week. */
export function weekOf(day: string, first: Weekday): string[] {
  const start = plusDays(day, -((new Date(moment(day)).getUTCDay() - first + 7) % 7));
  return Array.from({ length: 7 }, (_, index) => plusDays(start, index));
}

/** The weeks that a day's month touches. */
export function monthOf(day: string, first: Weekday): string[][] {
  const weeks: string[][] = [];
  for (let week = weekOf(`${day.slice(0, 7)}-01`, first); week[0]!.slice(0, 7) <= day.slice(0, 7); week = weekOf(plusDays(week[0]!, 7), first)) {
    weeks.push(week);
  }
  return weeks;
}

/** The day that a key leads to. */
export function movedBy(key: string, day: string, first: Weekday): string | undefined {
  const week = weekOf(day, first);
  const to: Record<string, string> = {
    ArrowLeft: plusDays(day, -1),
    ArrowRight: plusDays(day, 1),
    ArrowUp: plusDays(day, -7),
    ArrowDown: plusDays(day, 7),
    Home: week[0]!,
    End: week[6]!,
    PageUp: plusMonths(day, -1),
    PageDown: plusMonths(day, 1),
  };
  return to[key];
}

/** From when to when these days are anywhere on earth. */
export function rangeOf(days: string[]): { from: string; until: string } {
  return {
    from: new Date(moment(days[0]!) - 14 * HOUR).toISOString(),
    until: new Date(moment(days.at(-1)!) + DAY + 14 * HOUR).toISOString(),
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string | undefined): Intl.DateTimeFormat {
  const known = formats.get(zone ?? '');
  if (known) {
    return known;
  }
  const fresh = new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(zone ? { timeZone: zone } : {}),
  });
  formats.set(zone ?? '', fresh);
  return fresh;
}

/** A moment as the day and the minute of it in a zone; without one, in the browser's. */
export function zoned(at: Date, zone: string | undefined): { day: string; minute: number } {
  const parts = Object.fromEntries(formatOf(zone).formatToParts(at).map(({ type, value }) => [type, value]));
  return { day: `${parts.year}-${parts.month}-${parts.day}`, minute: Number(parts.hour) * 60 + Number(parts.minute) };
}

/** The moment of a local time such as 2026-11-30T09:00 of a zone; one that a change of clocks skips is as much later. */
export function momentOf(local: string, zone: string): string {
  const wanted = Date.parse(`${local.slice(0, 16)}:00Z`);
  const aheadAt = (at: number) => {
    const there = zoned(new Date(at), zone);
    return moment(there.day) + there.minute * 60_000 - at;
  };
  const before = aheadAt(wanted - DAY);
  const guess = wanted - before;
  return new Date(aheadAt(guess) === before ? guess : wanted - aheadAt(wanted - aheadAt(guess))).toISOString();
}

/** What takes place, day by day of the reader. */
export function piecesOf(occurrence: Occurrence, zone: string | undefined): Piece[] {
  const start = zoned(new Date(occurrence.starts), zone);
  const end = zoned(new Date(occurrence.ends), zone);
  const pieces: Piece[] = [];
  for (let day = start.day; day <= end.day; day = plusDays(day, 1)) {
    const from = day === start.day ? start.minute : 0;
    const until = day === end.day ? end.minute : MINUTES;
    if (until > from || pieces.length === 0) {
      pieces.push({ day, from, until: Math.max(until, from), begins: day === start.day, occurrence });
    }
  }
  return pieces;
}

/** Where the pieces of one day stand beside each other: those that are at once share the width. */
export function lanes(pieces: Piece[]): Placed[] {
  const sorted = [...pieces].sort((a, b) => a.from - b.from || b.until - a.until);
  const placed: Placed[] = [];
  let together: Placed[] = [];
  let ends: number[] = [];
  const close = () => {
    for (const one of together) {
      one.of = ends.length;
    }
    together = [];
    ends = [];
  };
  for (const piece of sorted) {
    if (ends.every((end) => end <= piece.from)) {
      close();
    }
    const free = ends.findIndex((end) => end <= piece.from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = Math.max(piece.until, piece.from + SHORTEST);
    const one = { piece, lane, of: 1 };
    together.push(one);
    placed.push(one);
  }
  close();
  return placed;
}

/** From which hour to which a week is shown: office hours, and whatever is outside of them. */
export function hoursOf(pieces: Piece[]): [number, number] {
  const first = Math.min(FIRST_HOUR, ...pieces.map(({ from }) => Math.floor(from / 60)));
  const last = Math.max(LAST_HOUR, ...pieces.map(({ from, until }) => Math.ceil(Math.max(until, from + SHORTEST) / 60)));
  return [first, Math.min(last, 24)];
}
