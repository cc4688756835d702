import { useTranslation } from 'react-i18next';
import type { Recording } from '@/ui/server/types';
import { type Signal, StateBadge } from '@/ui/StateBadge';

const SIGNALS: Record<Recording['state'], Signal> = { RECORDING: 'live', PROCESSING: 'waiting', READY: 'quiet', FAILED: 'failed' };

/** How far a recording is. */
export function RecordingState({ recording }: { recording: Recording }) {
  const { t } = useTranslation('recordings');
  if (recording.away) {
    return <StateBadge signal="waiting">{t('state.away')}</StateBadge>;
  }
  return <StateBadge signal={SIGNALS[recording.state]}>{t(`state.${recording.state}`)}</StateBadge>;
}
