import { useState } from 'react';
import { api } from '@/ui/server/client';
import type { PatchbayEvent } from '@/ui/server/types';
import { useLive } from '@/ui/server/useLive';
import type { Paged } from '@/ui/ListView';
import { byCursor, usePages } from '@/ui/usePages';

/** How many live events are held above the history. */
const HELD = 500;

export interface EventsList {
  list: Paged<PatchbayEvent>;
  /** Arrived while the page was open. */
  fresh: Set<string>;
}

/** The journal with what happens right now on top of it, each event once. */
export function useEvents(portal: string, type: string, subject: string): EventsList {
  const filter = { ...(type ? { type } : {}), ...(subject ? { subject } : {}) };
  const query = api.useInfiniteQuery(
    'get',
    '/portals/{portal}/events',
    { params: { path: { portal }, query: { limit: 50, ...filter } } },
    byCursor,
  );
  const history = usePages<PatchbayEvent>(query);
  const [live, setLive] = useState<{ filter: string; events: PatchbayEvent[] }>({ filter: '', events: [] });
  const key = `${type} ${subject}`;
  const now = live.filter === key ? live.events : [];

  useLive('events', portal, filter, {
    data: (message) => {
      const event = message as PatchbayEvent;
      setLive((before) => {
        const held = before.filter === key ? before.events : [];
        return { filter: key, events: [event, ...held.filter((one) => one.id !== event.id)].slice(0, HELD) };
      });
    },
    opened: (again) => {
      if (again) {
        void query.refetch();
      }
    },
  });

  const past = new Set(history.rows.map((event) => event.id));
  const rows = [...now.filter((event) => !past.has(event.id)), ...history.rows];
  return { list: { ...history, rows }, fresh: new Set(now.map((event) => event.id)) };
}
