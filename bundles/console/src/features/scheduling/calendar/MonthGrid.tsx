import { useTranslation } from 'react-i18next';
import classes from './Calendar.module.css';
import { monthOf } from './calendarDays';
import { DayButton } from './DayButton';
import { dayWords, type GridProps } from './grid';
import { Meeting } from './Meeting';

const SHOWN = 3;
const DOTS = 3;

/** A month of whole weeks. */
export function MonthGrid({ showWeek, ...grid }: GridProps & { showWeek: (day: string) => void }) {
  const weeks = monthOf(grid.day, grid.first);
  return (
    <div className={classes.frame}>
      <table className={classes.month} data-narrow={grid.narrow || undefined}>
        <thead>
          <tr>
            {weeks[0]!.map((day) => (
              <th key={day} scope="col" abbr={dayWords(day, grid.locale, { weekday: 'long' })}>
                {dayWords(day, grid.locale, { weekday: grid.narrow ? 'narrow' : 'short' })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <Cell key={day} cell={day} showWeek={showWeek} {...grid} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell, showWeek, ...grid }: GridProps & { cell: string; showWeek: (day: string) => void }) {
  const { t } = useTranslation('scheduling');
  const pieces = grid.pieces.get(cell) ?? [];
  const outside = cell.slice(0, 7) !== grid.day.slice(0, 7);
  const more = pieces.length > SHOWN ? pieces.length - SHOWN + 1 : 0;
  return (
    <td className={classes.cell} data-outside={outside || undefined} data-narrow={grid.narrow || undefined}>
      <DayButton
        day={cell}
        chosen={cell === grid.day}
        today={cell === grid.today}
        outside={outside}
        {...(grid.narrow ? { pressed: cell === grid.day } : {})}
        label={grid.narrow && pieces.length > 0 ? `${grid.label(cell)}, ${t('calendar.count', { count: pieces.length })}` : grid.label(cell)}
        describedBy={grid.helpId}
        first={grid.first}
        press={() => grid.press(cell)}
        move={grid.move}
      />
      {grid.narrow ? (
        <div className={classes.dots} aria-hidden>
          {pieces.slice(0, DOTS).map((piece) => (
            <span key={`${piece.occurrence.meeting}/${piece.occurrence.occurrence}`} className={classes.dot} />
          ))}
        </div>
      ) : pieces.length > 0 ? (
        <ul className={classes.items}>
          {pieces.slice(0, more ? SHOWN - 1 : SHOWN).map((piece) => (
            <li key={`${piece.occurrence.meeting}/${piece.occurrence.occurrence}`}>
              <Meeting piece={piece} locale={grid.locale} zone={grid.zone} />
            </li>
          ))}
          {more ? (
            <li>
              <button type="button" className={classes.more} onClick={() => showWeek(cell)}>
                {t('calendar.more', { count: more })}
              </button>
            </li>
          ) : null}
        </ul>
      ) : null}
    </td>
  );
}
