import { useTranslation } from 'react-i18next';
import { StateBadge } from '@/ui/StateBadge';
import type { PluginView } from '@/ui/server/types';

export function PluginState({ plugin }: { plugin: PluginView }) {
  const { t } = useTranslation('plugins');
  if (plugin.state === 'FAILED') {
    return <StateBadge signal="failed">{t('state.failed')}</StateBadge>;
  }
  if (plugin.invalid.length > 0) {
    return <StateBadge signal="waiting">{t('state.outgrown')}</StateBadge>;
  }
  if (!plugin.configured) {
    return <StateBadge signal="quiet">{t('state.unconfigured')}</StateBadge>;
  }
  if (!plugin.tested) {
    return <StateBadge signal="waiting">{t('state.configured')}</StateBadge>;
  }
  return plugin.tested.passed ? (
    <StateBadge signal="live">{t('state.connected')}</StateBadge>
  ) : (
    <StateBadge signal="failed">{t('state.refused', { why: plugin.tested.message })}</StateBadge>
  );
}
