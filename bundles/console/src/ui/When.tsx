import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { full, short } from './time';
import { useZone } from './useZone';

/** A moment as short as it can be said: the time today, else the day; in full on hover. In the reader's zone. */
export function When({ at, seconds }: { at: string; seconds?: boolean }) {
  const { i18n } = useTranslation();
  const zone = useZone();
  const moment = new Date(at);
  return (
    <Tooltip label={full(moment, i18n.language, zone)}>
      <time dateTime={at} className="tabular">
        {short(moment, i18n.language, zone, seconds)}
      </time>
    </Tooltip>
  );
}
