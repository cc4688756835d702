import { useTranslation } from 'react-i18next';
import { StateBadge } from '@/ui/StateBadge';
import type { Person } from '@/ui/server/types';

export function PersonState({ person }: { person: Person }) {
  const { t } = useTranslation('identity');
  if (!person.enabled) {
    return <StateBadge signal="quiet">{t('person.state.disabled')}</StateBadge>;
  }
  return person.hasPassword ? (
    <StateBadge signal="live">{t('person.state.active')}</StateBadge>
  ) : (
    <StateBadge signal="waiting">{t('person.state.invited')}</StateBadge>
  );
}
