import { ActionIcon, Button, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCalendarPlus, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/ui/server/client';
import { usePortal } from '@/ui/server/session';
import type { Occurrence } from '@/ui/server/types';
import { Failed } from '@/ui/States';
import { byCursor, usePages } from '@/ui/usePages';
import { useZone } from '@/ui/useZone';
import { OccurrenceRow } from '../OccurrenceRow';
import classes from './Calendar.module.css';
import { monthOf, type Piece, piecesOf, plusDays, plusMonths, rangeOf, weekOf, zoned } from './calendarDays';
import { dayWords } from './grid';
import { firstDayOfWeek, useLocale } from '../locale';
import { MonthGrid } from './MonthGrid';
import { WeekGrid } from './WeekGrid';

interface CalendarViewProps {
  view: 'week' | 'month';
  /** The day whose week or month is shown; today where there is none. */
  day: string | undefined;
  everybody: boolean;
  show: (view: 'week' | 'month', day: string) => void;
  /** Plans a meeting on a day, at a time if it was pointed at; nothing for who plans none. */
  plan: ((day: string, time?: string) => void) | undefined;
}

/** The own meetings as a calendar. */
export function CalendarView({ view, day: wanted, everybody, show, plan }: CalendarViewProps) {
  const { t } = useTranslation('scheduling');
  const portal = usePortal();
  const zone = useZone();
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false }) ?? false;
  const helpId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  const locale = useLocale();
  const first = firstDayOfWeek(locale);
  const { day: today, minute } = zoned(new Date(), zone);
  const day = wanted ?? today;
  const days = view === 'month' ? monthOf(day, first).flat() : weekOf(day, first);
  const list = usePages<Occurrence>(
    api.useInfiniteQuery('get', '/portals/{portal}/occurrences', { params: { path: { portal: portal.id }, query: { ...rangeOf(days), everybody, limit: 500 } } }, byCursor),
  );
  useEffect(() => {
    if (moved.current) {
      moved.current = false;
      frame.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
    }
  }, [day]);

  const pieces = new Map<string, Piece[]>();
  for (const piece of list.rows.flatMap((one) => piecesOf(one, zone))) {
    pieces.set(piece.day, [...(pieces.get(piece.day) ?? []), piece]);
  }
  const step = (by: number) => show(view, view === 'month' ? plusMonths(day, by) : plusDays(day, 7 * by));
  const fullDay = (one: string) => dayWords(one, locale, { weekday: 'long', day: 'numeric', month: 'long' });
  const grid = {
    pieces,
    day,
    today,
    first,
    locale,
    zone,
    narrow,
    helpId,
    label: (one: string) => (plan && !narrow ? t('calendar.plan', { day: fullDay(one) }) : fullDay(one)),
    press: (one: string) => (plan && !narrow ? plan(one) : show(narrow ? view : 'week', one)),
    move: (one: string) => {
      moved.current = true;
      show(view, one);
    },
  };
  const chosen = pieces.get(day) ?? [];
  return (
    <Stack gap="md" ref={frame}>
      <div className={classes.bar}>
        <ActionIcon variant="default" size="lg" aria-label={t(view === 'month' ? 'calendar.month.before' : 'calendar.week.before')} onClick={() => step(-1)}>
          <IconChevronLeft size={18} />
        </ActionIcon>
        <ActionIcon variant="default" size="lg" aria-label={t(view === 'month' ? 'calendar.month.after' : 'calendar.week.after')} onClick={() => step(1)}>
          <IconChevronRight size={18} />
        </ActionIcon>
        <Button variant="default" onClick={() => show(view, today)}>
          {t('calendar.today')}
        </Button>
        <Title order={2} className={classes.title} aria-live="polite">
          {view === 'month' ? dayWords(day, locale, { month: 'long', year: 'numeric' }) : spanWords(days, locale)}
        </Title>
      </div>
      <VisuallyHidden id={helpId}>{t('calendar.help')}</VisuallyHidden>
      {list.error ? (
        <Failed error={list.error} retry={list.retry} />
      ) : (
        // The days are there before what takes place on them: keys go on.
        <div aria-busy={list.loading}>
          {view === 'month' ? <MonthGrid {...grid} showWeek={(one) => show('week', one)} /> : <WeekGrid {...grid} minute={minute} planAt={plan} />}
        </div>
      )}
      {list.more ? (
        <Button variant="default" loading={list.loadingMore ?? false} onClick={list.more}>
          {t('more')}
        </Button>
      ) : null}
      {narrow && !list.loading ? (
        <section aria-labelledby={`${helpId}-day`}>
          <Title order={3} id={`${helpId}-day`} mb="xs">
            {fullDay(day)}
          </Title>
          <Stack gap="xs">
            {view === 'month'
              ? chosen.map(({ occurrence }) => (
                  <OccurrenceRow key={`${occurrence.meeting}/${occurrence.occurrence}`} one={occurrence} language={locale} zone={zone} />
                ))
              : null}
            {chosen.length === 0 ? <Text c="dimmed">{t('empty')}</Text> : null}
            {plan ? (
              <Button variant="default" leftSection={<IconCalendarPlus size={18} />} onClick={() => plan(day)}>
                {t('calendar.plan.here')}
              </Button>
            ) : null}
          </Stack>
        </section>
      ) : null}
    </Stack>
  );
}

function spanWords(days: string[], locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.formatRange(new Date(`${days[0]}T00:00:00Z`), new Date(`${days.at(-1)}T00:00:00Z`));
}
