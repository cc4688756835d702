import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const DAY = 86_400_000;

/** A moment as short as it can be said: the time today, else the day; in full on hover. */
export function When({ at, seconds }: { at: string; seconds?: boolean }) {
  const { i18n } = useTranslation();
  const moment = new Date(at);
  return (
    <Tooltip label={full(moment, i18n.language)}>
      <time dateTime={at} className="tabular">
        {short(moment, i18n.language, seconds)}
      </time>
    </Tooltip>
  );
}

export function full(moment: Date, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'long' }).format(moment);
}

export function short(moment: Date, language: string, seconds = false, now = new Date()): string {
  const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', ...(seconds ? { second: '2-digit' } : {}) };
  if (moment.toDateString() === now.toDateString()) {
    return new Intl.DateTimeFormat(language, time).format(moment);
  }
  const year: Intl.DateTimeFormatOptions = now.getTime() - moment.getTime() > 300 * DAY ? { year: 'numeric' } : {};
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', ...year, ...time }).format(moment);
}
