import type { WeekTime } from '@/ui/server/types';

export const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export type Day = (typeof DAYS)[number];

/** A time of a day as its field holds it, such as 09:00. */
export interface Range {
  from: string;
  until: string;
}

export type Week = Record<Day, Range[]>;

/** Seconds are of no matter here. */
const short = (time: string) => time.slice(0, 5);

/** Midnight ends a day; the server calls it by the hour that it begins. */
const END = '24:00';
const end = (time: string) => (short(time) === '00:00' ? END : short(time));
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

const byBeginning = (one: Range, other: Range) => one.from.localeCompare(other.from);

/** The times of each day in order. */
export function weekOf(times: WeekTime[]): Week {
  return Object.fromEntries(
    DAYS.map((day) => [
      day,
      times
        .filter((time) => time.day === day)
        .map(({ from, until }) => ({ from: short(from), until: end(until) }))
        .sort(byBeginning),
    ]),
  ) as Week;
}

/** The other way round, for the server. */
export function timesOf(week: Week): WeekTime[] {
  return DAYS.flatMap((day) => week[day].map(({ from, until }) => ({ day, from, until: until === END ? '00:00' : until })));
}

/** A typed end of a time as it is kept: 9:00 is 09:00, midnight is 24:00. */
export function endOf(typed: string): string {
  const time = /^\d:/.test(typed.trim()) ? `0${typed.trim()}` : typed.trim();
  return time === '00:00' || time === '24' ? END : time;
}

/** The first day with a time that is none. */
export function faultIn(week: Week): Day | undefined {
  return DAYS.find((day) =>
    week[day].some(({ from, until }) => !TIME.test(from) || !(TIME.test(until) || until === END) || until <= from),
  );
}

/** The day's times for all the days named. */
export function copied(week: Week, from: Day, to: readonly Day[]): Week {
  return { ...week, ...Object.fromEntries(to.map((day) => [day, week[from].map((range) => ({ ...range }))])) } as Week;
}

/** A further time of the day: after the last one, or what is usual. */
export function further(ranges: Range[], usual: Range): Range {
  const last = ranges.at(-1)?.until;
  return last && last < '23:00' ? { from: last, until: END } : usual;
}

/** The day of the week in a language. */
export function dayName(day: Day, language: string): string {
  // 2024-01-01 was a Monday.
  const date = new Date(Date.UTC(2024, 0, 1 + DAYS.indexOf(day)));
  const name = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(date);
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
