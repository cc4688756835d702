import { useTranslation } from 'react-i18next';
import type { LiveCall } from '@/ui/server/types';

const KINDS = ['assistant', 'conference', 'dial-in', 'dictation', 'hot-desk', 'menu', 'page', 'queue', 'voicemail'] as const;

/** Where a call is if not with a person, in words, such as "Mailbox of Nora Quint"; empty where it is with somebody. */
export function useAt({ at }: Pick<LiveCall, 'at'>): string {
  const { t } = useTranslation('calls');
  const kind = KINDS.find((known) => known === at?.kind);
  const who = at?.name || at?.number || '';
  return kind === 'voicemail' && !who ? t('at.mailbox') : kind ? t(`at.${kind}`, { who }) : who;
}
