import { useTranslation } from 'react-i18next';
import { type Signal, StateBadge } from '@/ui/StateBadge';
import type { Script } from '@/ui/server/types';

const SIGNALS: Record<Script['state'], Signal> = { RUNNING: 'live', STARTING: 'waiting', OFF: 'quiet', FAILED: 'failed' };

export function ScriptState({ script }: { script: Script }) {
  const { t } = useTranslation('scripting');
  return <StateBadge signal={SIGNALS[script.state]}>{t(`state.${script.state}`)}</StateBadge>;
}
