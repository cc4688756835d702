import { useTranslation } from 'react-i18next';
import { type Signal, StateBadge } from '@/ui/StateBadge';
import type { Mail } from '@/ui/server/types';

const SIGNALS: Record<Mail['state'], Signal> = {
  KEPT: 'quiet',
  QUEUED: 'waiting',
  SENT: 'live',
  FAILED: 'failed',
  BOUNCED: 'failed',
};

export function MailState({ mail }: { mail: Mail }) {
  const { t } = useTranslation('mail');
  return <StateBadge signal={SIGNALS[mail.state]}>{t(`state.${mail.state}`)}</StateBadge>;
}
