import type { TFunction } from 'i18next';
import type { PlannedMeeting } from '@/ui/server/types';
import { dateText } from './days';

/** How a series repeats, in words: how often, on which days of the week, and until when. */
export function seriesText(t: TFunction<'scheduling'>, rule: NonNullable<PlannedMeeting['recurrence']>, locale: string): string {
  const weekday = (day: string) => new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, 1 + DAYS.indexOf(day))));
  const days = [...(rule.days ?? [])].sort((a, b) => DAYS.indexOf(a) - DAYS.indexOf(b)).map(weekday);
  return [
    t(`every.${rule.frequency}`, { count: rule.interval }),
    ...(days.length > 1 ? [new Intl.ListFormat(locale).format(days)] : []),
    rule.until ? t('every.until', { day: dateText(rule.until, locale) }) : t('every.times', { count: rule.count ?? 1 }),
  ].join(', ');
}

const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
