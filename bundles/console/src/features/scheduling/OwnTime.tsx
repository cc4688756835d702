import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useZone } from '@/ui/useZone';
import { zoned } from './calendar/calendarDays';
import { dayText, span } from './days';
import { useLocale } from './locale';

interface OwnTimeProps {
  starts: string;
  ends: string;
  /** The zone that the time was told in. */
  zone: string;
}

/** The same time on the reader's clock, where that shows another one. */
export function OwnTime({ starts, ends, zone }: OwnTimeProps) {
  const { t } = useTranslation('scheduling');
  const locale = useLocale();
  const own = useZone();
  const there = zoned(new Date(starts), zone);
  const here = zoned(new Date(starts), own);
  if (there.day === here.day && there.minute === here.minute) {
    return null;
  }
  return (
    <Text size="sm" c="dimmed">
      {t('own.time', { when: `${dayText(starts, locale, own)}, ${span(starts, ends, locale, own)}` })}
    </Text>
  );
}
