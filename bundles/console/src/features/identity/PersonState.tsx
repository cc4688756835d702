import { useTranslation } from 'react-i18next';
import { StateBadge } from '@/ui/StateBadge';
import type { Person } from '@/ui/server/types';

export function PersonState({ person }: { person: Person }) {
  const { t } = useTranslation('identity');
  if (person.status !== 'ACTIVE') {
    const signal = person.status === 'PENDING' ? 'waiting' : 'quiet';
    return <StateBadge signal={signal}>{t(`person.state.${person.status.toLowerCase()}`)}</StateBadge>;
  }
  // Who has signed in without a password here did so with a directory's.
  return person.hasPassword || person.lastSignIn ? (
    <StateBadge signal="live">{t('person.state.active')}</StateBadge>
  ) : (
    <StateBadge signal="waiting">{t(person.email ? 'person.state.invited' : 'person.state.noPassword')}</StateBadge>
  );
}
