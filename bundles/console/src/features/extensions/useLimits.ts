import { api } from '@/ui/server/client';
import { usePortal } from '@/ui/server/session';

/** How the portal stands against its limits for calls outside; looked at anew every half minute. */
export function useLimits() {
  const portal = usePortal().id;
  return api.useQuery('get', '/portals/{portal}/call-limits', { params: { path: { portal } } }, { refetchInterval: 30_000 });
}
