import type { TFunction } from 'i18next';
import type { Opening } from '@/ui/server/types';
import { short } from '@/ui/time';

/** Why a department is open or closed, as people say it. */
export function openingText(t: TFunction, opening: Opening, language: string, zone?: string): string {
  const { name, from, until } = opening.params;
  const state = opening.open ? 'open' : 'closed';
  switch (opening.reason) {
    case 'override':
      return String(t(`departments:opening.override.${state}`, { until: until ? short(new Date(until), language, zone) : '' }));
    case 'holiday':
      return String(t('departments:opening.holiday', { name }));
    case 'break':
      return String(t('departments:opening.break', { from, until }));
    case 'hours':
      return String(until === '24:00' ? t('departments:opening.hours.midnight') : t('departments:opening.hours', { until }));
    case 'always':
      return String(t('departments:opening.always'));
    default:
      return String(t('departments:opening.outside-hours'));
  }
}
