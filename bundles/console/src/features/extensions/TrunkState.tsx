import { useTranslation } from 'react-i18next';
import { api } from '@/ui/server/client';
import { type Signal, StateBadge } from '@/ui/StateBadge';
import type { Thing } from './kinds';

const SIGNALS: Record<string, Signal> = { UP: 'live', DOWN: 'failed', REFUSED: 'failed', UNTRUSTED: 'failed', OTHER_HOST: 'failed', EXPIRED: 'failed', UNKNOWN: 'quiet' };

/** How a trunk is doing; looked at anew every half minute, since no event tells of it. */
export function TrunkState({ portal, trunk }: { portal: string; trunk: Thing }) {
  const { t } = useTranslation('extensions');
  const on = trunk['on'] === true;
  const query = api.useQuery(
    'get',
    '/portals/{portal}/trunks/{id}/state',
    { params: { path: { portal, id: trunk.id } } },
    { enabled: on, refetchInterval: 30_000 },
  );
  const state = query.data?.state ?? 'UNKNOWN';
  return on ? <StateBadge signal={SIGNALS[state] ?? 'quiet'}>{t(`state.${state}`)}</StateBadge> : <StateBadge signal="quiet">{t('state.off')}</StateBadge>;
}
