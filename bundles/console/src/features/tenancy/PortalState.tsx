import { useTranslation } from 'react-i18next';
import { StateBadge } from '@/ui/StateBadge';
import type { Portal } from '@/ui/server/types';

/** Whether the last day of a portal is over, in the portal's zone. */
export function isExpired(portal: Portal, now = new Date()): boolean {
  if (!portal.expires) {
    return false;
  }
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: portal.zone, dateStyle: 'short' }).format(now);
  return parts > portal.expires;
}

export function PortalState({ portal }: { portal: Portal }) {
  const { t } = useTranslation('tenancy');
  if (isExpired(portal)) {
    return <StateBadge signal="failed">{t('state.expired')}</StateBadge>;
  }
  return portal.webInterface ? (
    <StateBadge signal="live">{t('state.open')}</StateBadge>
  ) : (
    <StateBadge signal="quiet">{t('state.api')}</StateBadge>
  );
}
