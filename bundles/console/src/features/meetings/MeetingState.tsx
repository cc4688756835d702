import { useTranslation } from 'react-i18next';
import { StateBadge } from '@/ui/StateBadge';
import type { Meeting } from '@/ui/server/types';

/** Whether a meeting goes on, and with how many people. */
export function MeetingState({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings');
  return meeting.state === 'OPEN' ? (
    <StateBadge signal="live">{t('state.open', { count: meeting.participants.length })}</StateBadge>
  ) : (
    <StateBadge signal="quiet">{t('state.ended')}</StateBadge>
  );
}
