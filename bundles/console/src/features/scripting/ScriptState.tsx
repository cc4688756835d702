import { useTranslation } from 'react-i18next';
import { type Signal, StateBadge } from '@/ui/StateBadge';
import type { Script } from '@/ui/server/types';

const SIGNALS: Record<Script['state'], Signal> = { RUNNING: 'live', STARTING: 'waiting', OFF: 'quiet', FAILED: 'failed' };

export function ScriptState({ script }: { script: Script }) {
  const { t } = useTranslation('scripting');
  // It runs again, and was stopped since it was saved.
  const troubled = script.state === 'RUNNING' && script.error !== undefined;
  return (
    <StateBadge signal={troubled ? 'waiting' : SIGNALS[script.state]}>
      {t(troubled ? 'state.troubled' : `state.${script.state}`)}
    </StateBadge>
  );
}
