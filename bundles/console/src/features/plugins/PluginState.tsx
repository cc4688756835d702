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
  return plugin.configured ? (
    <StateBadge signal="live">{t('state.connected')}</StateBadge>
  ) : (
    <StateBadge signal="quiet">{t('state.unconfigured')}</StateBadge>
  );
}
