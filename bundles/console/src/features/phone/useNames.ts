import { api } from '@/ui/server/client';
import { usePortal } from '@/ui/server/session';
import { numberOf, personOf } from './numbers';

/** The names of what can be called within the portal: nothing for a number that nobody has. */
export function useNames(): (number: string) => string {
  const portal = usePortal().id;
  const numbers = api.useQuery('get', '/portals/{portal}/internal-numbers', { params: { path: { portal } } }, { staleTime: 60_000 });
  return (number) => numberOf(numbers.data?.items ?? [], number);
}

/** The name of who has a number outside, in the address books that one sees; asked only for what is such a number. */
export function useContactName(number: string): string {
  const portal = usePortal().id;
  const found = api.useQuery(
    'get',
    '/portals/{portal}/contacts',
    { params: { path: { portal }, query: { text: number, limit: 5 } } },
    { enabled: isOutside(number), staleTime: 60_000, retry: false },
  );
  return isOutside(number) ? personOf(found.data?.items ?? [], number) : '';
}

/** Whether it is a number of the telephone network. */
export function isOutside(number: string): boolean {
  return /^\+?\d{7,15}$/.test(number);
}
