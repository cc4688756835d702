import { api } from '@/ui/server/client';
import { useSession } from '@/ui/server/session';
import type { Person } from '@/ui/server/types';
import { useBeyond } from '@/ui/rights/useBeyond';

/** Why one leaves alone how somebody else signs in; nothing when one may change it, and while that is not known. */
export function useCredentials(portal: string, person: Person | undefined): string | undefined {
  const self = useSession().person?.id === person?.id;
  const place = api.useQuery(
    'get',
    '/portals/{portal}/people/{id}/password',
    { params: { path: { portal, id: person?.id ?? '' } } },
    { enabled: person !== undefined && !self },
  );
  return useBeyond('credentials', place.data?.beyond);
}
