import { useEffect, useState } from 'react';
import { usePortal, useRights, useSession } from '@/ui/server/session';
import { useLive } from '@/ui/server/useLive';

/** Somebody who waits at the own link. */
export interface Waiting {
  id: string;
  name: string;
  about?: string;
  person?: string;
  rang: string;
  until: string;
}

/** Who rings now, in order. */
export function useRings(): Waiting[] {
  const portal = usePortal();
  const { person } = useSession();
  const may = useRights();
  const [rings, setRings] = useState<Waiting[]>([]);
  const own = person?.portal === portal.id && may('HOST_MEETINGS');
  useLive('rings', own ? portal.id : undefined, {}, {
    data: (message) => setRings((message as { rings: Waiting[] }).rings),
    lost: () => setRings([]),
  });
  // The server says when a ring ends; only where it cannot, because a node died, the page ends it.
  useEffect(() => {
    if (rings.length === 0) {
      return undefined;
    }
    const longest = Math.max(...rings.map((ring) => Date.parse(ring.until) - Date.parse(ring.rang)));
    const timer = setTimeout(() => setRings([]), longest + 5_000);
    return () => clearTimeout(timer);
  }, [rings]);
  return rings;
}
