import { useTranslation } from 'react-i18next';
import type { Answer } from '@/ui/server/types';
import { type Signal, StateBadge } from '@/ui/StateBadge';

const SIGNALS: Record<Answer, Signal> = { ACCEPTED: 'live', TENTATIVE: 'waiting', DECLINED: 'failed', NEEDS_ACTION: 'quiet' };

/** What somebody answered. */
export function AnswerBadge({ answer }: { answer: Answer }) {
  const { t } = useTranslation('scheduling');
  return <StateBadge signal={SIGNALS[answer]}>{t(`answer.${answer}`)}</StateBadge>;
}
