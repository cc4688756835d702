import { VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { span } from '../days';
import classes from './Calendar.module.css';
import type { Piece } from './calendarDays';

interface MeetingProps {
  piece: Piece;
  locale: string;
  zone: string | undefined;
  /** Where it stands; the whole span is told then, else its beginning alone. */
  place?: CSSProperties;
}

/** One meeting in a calendar; leads to its page. */
export function Meeting({ piece, locale, zone, place }: MeetingProps) {
  const { t } = useTranslation('scheduling');
  const one = piece.occurrence;
  const times = span(one.starts, one.ends, locale, zone);
  return (
    <Link
      to="/meetings/planned/$id"
      params={{ id: one.meeting }}
      className={classes.meeting}
      data-answer={one.answer}
      style={place}
      title={`${times} ${one.title}`}
      onClick={(event) => event.stopPropagation()}
    >
      {place ? (
        <>
          <div className={classes.title}>{one.title}</div>
          <span className={classes.clock}>{times}</span>
        </>
      ) : (
        <>
          <span className={classes.clock}>{piece.begins ? times.split(' – ')[0] : `– ${times.split(' – ')[1]}`}</span>
          {one.title}
        </>
      )}
      {one.answer ? <VisuallyHidden>, {t(`answer.${one.answer}`)}</VisuallyHidden> : null}
    </Link>
  );
}
