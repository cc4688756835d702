import { useEffect, useRef } from 'react';
import { api } from '@/ui/server/client';
import { usePortal } from '@/ui/server/session';
import { popsUp } from './devices';
import type { PhoneCall } from './PhoneSession';
import { isOutside, useContactName } from './useNames';

/** For so long after the answer a record is opened; what the CRM says later only stands there. */
const IN_TIME = 4_000;

/** What is known of who is at the other end outside. */
export interface Known {
  /** In the address books. */
  contact: string;
  /** In a CRM. */
  record?: { name: string; company?: string | undefined; url?: string | undefined } | undefined;
  /** That nobody knows the number, as far as all have answered. */
  unknown: boolean;
}

/** Only to where a browser may go by a link. */
export function linkOf(url: string | undefined): string | undefined {
  return url && /^https?:\/\//i.test(url) ? url : undefined;
}

/** Looks who has a number, in the address books and the portal's CRMs; the call never waits for it. */
export function useKnown(number: string): Known {
  const portal = usePortal().id;
  const contact = useContactName(number);
  const outside = isOutside(number);
  const query = api.useQuery(
    'get',
    '/portals/{portal}/crm-contacts',
    { params: { path: { portal }, query: { text: number } } },
    { enabled: outside, retry: false, staleTime: 60_000 },
  );
  const found = outside ? query.data?.items[0] : undefined;
  const record = found && { name: found.name, company: found.company, url: linkOf(found.url) };
  return { contact, record, unknown: outside && !query.isPending && !record && !contact };
}

/** Looks who it is, and opens their record for who wants that. */
export function useCaller(call: PhoneCall, number: string): Known {
  const known = useKnown(number);
  useRecord(call, known.record?.url);
  return known;
}

/** Opens the record of who called from outside once the call is answered, for who wants that. */
function useRecord(call: PhoneCall, url: string | undefined): void {
  const opened = useRef(false);
  useEffect(() => {
    const answered = call.incoming && call.talking && !call.announced && Date.now() - call.since < IN_TIME;
    if (answered && url && !opened.current && popsUp()) {
      opened.current = true;
      window.open(url, '_blank', 'noopener,noreferrer');
    }
  }, [call, url]);
}
