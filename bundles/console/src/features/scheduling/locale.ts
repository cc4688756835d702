import { useTranslation } from 'react-i18next';

/** Where a week begins on Sunday, and on Saturday (CLDR); elsewhere on Monday. For browsers that do not say. */
const SUNDAY = 'AU BR CA CN CO DO GT HK HN ID IL IN JP KE KR MX NI PA PE PH PK PR PT PY SA SG SV TH TW US VE ZA'.split(' ');
const SATURDAY = 'AE AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY'.split(' ');

/** A day of the week, 1 for Monday to 7 for Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The language as it is written where the reader is. */
export function regional(language: string, preferred: readonly string[] = navigator.languages): string {
  return preferred.find((one) => one.startsWith(`${language}-`)) ?? language;
}

/** How the reader writes days and times. */
export function useLocale(): string {
  return regional(useTranslation().i18n.language);
}

interface WeekInfo {
  firstDay: Weekday;
}

/** The first day of a week. */
export function firstDayOfWeek(locale: string): Weekday {
  const full = new Intl.Locale(locale).maximize() as Intl.Locale & { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo };
  const known = full.getWeekInfo?.() ?? full.weekInfo;
  const region = full.region ?? '';
  return known?.firstDay ?? (SUNDAY.includes(region) ? 7 : SATURDAY.includes(region) ? 6 : 1);
}
