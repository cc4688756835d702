import type { KeyboardEvent, ReactNode } from 'react';
import classes from './Calendar.module.css';
import { movedBy } from './calendarDays';
import type { Weekday } from '../locale';

export interface DayButtonProps {
  day: string;
  /** The one that the tabulator key leads to. */
  chosen: boolean;
  today: boolean;
  /** Of another month than the one that is shown. */
  outside?: boolean;
  /** Whether it is shown as chosen: where a press chooses a day. */
  pressed?: boolean;
  label: string;
  describedBy: string;
  first: Weekday;
  press: () => void;
  move: (day: string) => void;
  children?: ReactNode;
}

/** A day of a calendar; arrow keys lead to the others. */
export function DayButton({ day, chosen, today, outside, pressed, label, describedBy, first, press, move, children }: DayButtonProps) {
  function onKeyDown(event: KeyboardEvent) {
    const to = event.ctrlKey || event.altKey || event.metaKey ? undefined : movedBy(event.key, day, first);
    if (to) {
      event.preventDefault();
      move(to);
    }
  }
  return (
    <button
      type="button"
      className={classes.day}
      data-day={day}
      data-outside={outside || undefined}
      aria-current={today ? 'date' : undefined}
      aria-pressed={pressed}
      aria-label={label}
      aria-describedby={describedBy}
      tabIndex={chosen ? 0 : -1}
      onClick={press}
      onKeyDown={onKeyDown}
    >
      {children}
      <span className={classes.number} aria-hidden>
        {Number(day.slice(8))}
      </span>
    </button>
  );
}
