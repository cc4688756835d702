import { useState } from 'react';
import { api } from '@/ui/server/client';
import type { LogLine } from '@/ui/server/types';
import { useLive } from '@/ui/server/useLive';

const HELD = 1_000;

/** Lines of two sources in one order, each once, the last ones. */
export function merge(before: LogLine[], more: LogLine[]): LogLine[] {
  const bySequence = new Map([...before, ...more].map((line) => [line.sequence, line]));
  return [...bySequence.values()].sort((a, b) => a.sequence - b.sequence).slice(-HELD);
}

/** The log so far and what comes. */
export function useScriptLog(portal: string, script: string) {
  const query = api.useQuery(
    'get',
    '/portals/{portal}/scripts/{id}/log',
    { params: { path: { portal, id: script } } },
    { staleTime: 0 },
  );
  const [live, setLive] = useState<LogLine[]>([]);
  useLive(
    'script-log',
    portal,
    { script },
    {
      data: (message) => setLive((before) => merge(before, [message as LogLine])),
      opened: (again) => (again ? void query.refetch() : undefined),
    },
  );
  return { lines: merge(query.data?.items ?? [], live), query };
}
