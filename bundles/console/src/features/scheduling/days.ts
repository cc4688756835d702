import type { Occurrence } from '@/ui/server/types';

export interface Day {
  key: string;
  occurrences: Occurrence[];
}

/** Groups what takes place by the reader's day, in the order it came. */
export function byDay(occurrences: Occurrence[], zone?: string): Day[] {
  const format = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', ...(zone ? { timeZone: zone } : {}) });
  const days: Day[] = [];
  for (const one of occurrences) {
    const key = format.format(new Date(one.starts));
    const last = days.at(-1);
    if (last?.key === key) {
      last.occurrences.push(one);
    } else {
      days.push({ key, occurrences: [one] });
    }
  }
  return days;
}

/** Whether this is a day such as 2026-11-30. */
export function isDay(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

/** Whether this is a time of day such as 14:30. */
export function isTime(text: string | undefined): text is string {
  return text !== undefined && /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** From when to when on the reader's clock. */
export function span(starts: string, ends: string, language: string, zone?: string): string {
  const format = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', ...(zone ? { timeZone: zone } : {}) });
  return `${format.format(new Date(starts))} – ${format.format(new Date(ends))}`;
}

/** A day in words. */
export function dayText(moment: string, language: string, zone?: string): string {
  return new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', ...(zone ? { timeZone: zone } : {}) }).format(
    new Date(moment),
  );
}

/** A date such as 2026-11-30 in words. */
export function dateText(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** A local time such as 2026-11-30T09:00 in words, in no zone but its own. */
export function localText(local: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(`${local.slice(0, 16)}:00Z`));
}
