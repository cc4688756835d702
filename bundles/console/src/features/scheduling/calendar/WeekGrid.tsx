import type { CSSProperties, MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Calendar.module.css';
import { hoursOf, lanes, type Piece, weekOf } from './calendarDays';
import { DayButton } from './DayButton';
import { dayWords, type GridProps } from './grid';
import { Meeting } from './Meeting';

const HOUR_PIXELS = 48;
const LEAST_PIXELS = 24;

interface WeekGridProps extends GridProps {
  /** The minute of today that it is. */
  minute: number;
  /** Plans a meeting at a time such as 14:00; nothing for who plans none. */
  planAt: ((day: string, time: string) => void) | undefined;
}

/** A week by the hours; where it is narrow, one day of it at a time. */
export function WeekGrid({ minute, planAt, ...grid }: WeekGridProps) {
  const week = weekOf(grid.day, grid.first);
  const days = grid.narrow ? [grid.day] : week;
  const [first, last] = hoursOf(days.flatMap((day) => grid.pieces.get(day) ?? []));
  const hours = Array.from({ length: last - first }, (_, index) => first + index);
  const clock = new Intl.DateTimeFormat(grid.locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  return (
    <div className={classes.frame}>
      {grid.narrow ? <Strip week={week} {...grid} /> : null}
      <div className={classes.week} style={{ '--days': days.length, '--hours': last - first } as CSSProperties}>
        {grid.narrow ? null : (
          <>
            <div />
            {week.map((day) => (
              <div key={day} className={classes.head}>
                <DayOf day={day} grid={grid} />
              </div>
            ))}
          </>
        )}
        <div className={classes.hours} aria-hidden>
          {hours.slice(1).map((hour) => (
            <div key={hour} className={classes.hour} style={{ top: (hour - first) * HOUR_PIXELS }}>
              {clock.format(new Date(Date.UTC(2024, 0, 1, hour)))}
            </div>
          ))}
        </div>
        {days.map((day) => (
          <Column key={day} column={day} firstHour={first} now={day === grid.today && minute >= first * 60 && minute < last * 60 ? minute : undefined} planAt={planAt} {...grid} />
        ))}
      </div>
    </div>
  );
}

function DayOf({ day, grid, pressed }: { day: string; grid: GridProps; pressed?: boolean }) {
  const { t } = useTranslation('scheduling');
  const count = grid.pieces.get(day)?.length ?? 0;
  return (
    <DayButton
      day={day}
      chosen={day === grid.day}
      today={day === grid.today}
      {...(pressed === undefined ? {} : { pressed })}
      label={grid.narrow && count > 0 ? `${grid.label(day)}, ${t('calendar.count', { count })}` : grid.label(day)}
      describedBy={grid.helpId}
      first={grid.first}
      press={() => grid.press(day)}
      move={grid.move}
    >
      <span className={classes.weekday} aria-hidden>
        {dayWords(day, grid.locale, { weekday: grid.narrow ? 'narrow' : 'short' })}
      </span>
    </DayButton>
  );
}

function Strip({ week, ...grid }: GridProps & { week: string[] }) {
  return (
    <div className={classes.strip}>
      {week.map((day) => (
        <DayOf key={day} day={day} grid={grid} pressed={day === grid.day} />
      ))}
    </div>
  );
}

interface ColumnProps extends GridProps {
  column: string;
  firstHour: number;
  now: number | undefined;
  planAt: ((day: string, time: string) => void) | undefined;
}

function Column({ column, firstHour, now, planAt, pieces, locale, zone }: ColumnProps) {
  function plan(event: MouseEvent<HTMLElement>) {
    const above = event.clientY - event.currentTarget.getBoundingClientRect().top;
    const half = Math.floor((above / HOUR_PIXELS) * 2) * 30 + firstHour * 60;
    planAt?.(column, `${String(Math.floor(half / 60)).padStart(2, '0')}:${half % 60 === 0 ? '00' : '30'}`);
  }
  return (
    // The button of the day does the same for keys.
    <div className={classes.column} data-plans={planAt ? true : undefined} onClick={planAt ? plan : undefined}>
      {now === undefined ? null : <div className={classes.now} style={{ top: pixels(now, firstHour) }} aria-hidden />}
      <ul className={classes.slots} aria-label={dayWords(column, locale, { weekday: 'long', day: 'numeric', month: 'long' })}>
        {lanes(pieces.get(column) ?? []).map(({ piece, lane, of }) => (
          <li key={`${piece.occurrence.meeting}/${piece.occurrence.occurrence}`}>
            <Meeting piece={piece} locale={locale} zone={zone} place={placeOf(piece, lane, of, firstHour)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

const pixels = (minute: number, firstHour: number) => (minute / 60 - firstHour) * HOUR_PIXELS;

function placeOf(piece: Piece, lane: number, of: number, firstHour: number): CSSProperties {
  return {
    top: pixels(piece.from, firstHour) + 1,
    height: Math.max(pixels(piece.until, firstHour) - pixels(piece.from, firstHour), LEAST_PIXELS) - 2,
    left: `calc(${(lane / of) * 100}% + 2px)`,
    width: `calc(${100 / of}% - 4px)`,
  };
}
