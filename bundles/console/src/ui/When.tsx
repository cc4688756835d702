import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { clock, dated, full, sameDay, short } from './time';
import { useZone } from './useZone';

interface WhenProps {
  at: string;
  seconds?: boolean;
  /** Always with the day. */
  dated?: boolean;
  /** Another moment on the page that has its day: the day is left out where it is the same. */
  after?: string;
}

/** A moment as short as it can be said: the time today, else the day; in full on hover. In the reader's zone. */
export function When({ at, seconds = false, dated: always, after }: WhenProps) {
  const { i18n } = useTranslation();
  const zone = useZone();
  const moment = new Date(at);
  const said = () => {
    if (after) {
      return sameDay(moment, new Date(after), zone) ? clock(moment, i18n.language, zone) : dated(moment, i18n.language, zone, true);
    }
    return always ? dated(moment, i18n.language, zone, seconds) : short(moment, i18n.language, zone, seconds);
  };
  return (
    <Tooltip label={full(moment, i18n.language, zone)}>
      <time dateTime={at} className="tabular">
        {said()}
      </time>
    </Tooltip>
  );
}
