import { useQueryClient } from '@tanstack/react-query';
import { useRights } from '@/ui/server/session';
import type { PatchbayEvent, Script } from '@/ui/server/types';
import { useLive } from '@/ui/server/useLive';

/** Of a script that runs, `error` is why it was stopped last: only the server knows whether it still stands. */
const STATES: Record<string, Script['state']> = { 'script.started': 'RUNNING', 'script.failed': 'FAILED' };

/** The script as an event of it leaves it, without asking the server. */
export function after(script: Script, event: PatchbayEvent): Script {
  const state = STATES[event.type];
  if (!state || event.subject !== script.id) {
    return script;
  }
  const { error: _, ...rest } = script;
  const reason = (event.data as { reason?: unknown } | null)?.reason;
  return { ...rest, state, ...(state === 'FAILED' && typeof reason === 'string' ? { error: reason } : {}) };
}

/** Follows what becomes of a script that was saved, as it happens. */
export function useScriptState(portal: string, id: string | undefined): void {
  const queries = useQueryClient();
  const may = useRights();
  useLive('events', id && may('SEE_EVENTS') ? portal : undefined, { type: 'script.*', subject: id ?? '' }, {
    data: (message) =>
      queries.setQueryData<Script>(
        ['get', '/portals/{portal}/scripts/{id}', { params: { path: { portal, id } } }],
        (script) => script && after(script, message as PatchbayEvent),
      ),
  });
}
