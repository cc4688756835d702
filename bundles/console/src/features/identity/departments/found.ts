import type { FoundHoliday, Holiday } from '@/ui/server/types';

const same = (one: Holiday, other: Holiday) =>
  one.name === other.name && one.from === other.from && one.until === other.until && one.yearly === other.yearly;

/** Whether the department has it already. */
export function isPresent(found: FoundHoliday, present: Holiday[]): boolean {
  return present.some((holiday) => same(holiday, found.holiday));
}

/** What is chosen at first: what is to come, whole days, and not there yet. */
export function chosenAtFirst(found: FoundHoliday[], present: Holiday[]): Set<number> {
  return new Set(
    found.flatMap((one, index) =>
      one.notes.includes('PAST') || one.notes.includes('PART_OF_DAY') || isPresent(one, present) ? [] : [index],
    ),
  );
}

/** Days as people write them: one, or the first and the last; without the year when it is every year. */
export function daysText(holiday: Holiday, language: string): string {
  const format = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
    ...(holiday.yearly ? {} : { year: 'numeric', weekday: 'short' }),
  });
  const day = (text: string) => new Date(`${text}T00:00:00Z`);
  return holiday.from === holiday.until
    ? format.format(day(holiday.from))
    : format.formatRange(day(holiday.from), day(holiday.until));
}
