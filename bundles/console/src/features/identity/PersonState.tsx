import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '@/ui/StateBadge';
import type { Person } from '@/ui/server/types';
import { date } from '@/ui/time';

const SIGNALS = { ACTIVE: 'live', PENDING: 'waiting', DISABLED: 'quiet', EXPIRED: 'quiet' } as const;

/** The status as the filter of the list has it; of who is pending, why. */
export function PersonState({ person }: { person: Person }) {
  const { t } = useTranslation('identity');
  const badge = <StateBadge signal={SIGNALS[person.status]}>{t(`person.state.${person.status.toLowerCase()}`)}</StateBadge>;
  return person.status === 'PENDING' ? (
    <Group gap={6}>
      {badge}
      <Why person={person} />
    </Group>
  ) : (
    badge
  );
}

function Why({ person }: { person: Person }) {
  const { t, i18n } = useTranslation('identity');
  const invited = person.email ? t('person.state.invited') : t('person.state.noPassword');
  const from = person.activeFrom ?? '';
  return (
    <Text span size="xs" c="dimmed">
      {person.pendingReason === 'BEFORE_FIRST_DAY'
        ? t('person.state.from', { day: date(new Date(`${from}T00:00:00Z`), i18n.language, 'UTC') })
        : invited}
    </Text>
  );
}
