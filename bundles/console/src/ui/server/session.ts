import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api, keepCsrfToken } from './client';
import type { AnyRight, PortalView, Session } from './types';

/** What a role may allow, as the server names it. */
export type Right = AnyRight;

export const sessionQuery = api.queryOptions('get', '/session', {}, { staleTime: 60_000 });

/** The session; a page below the shell only renders when there is one. */
export function useSession(): Session {
  const { data } = api.useSuspenseQuery('get', '/session', {}, { staleTime: 60_000 });
  keepCsrfToken(data.csrfToken);
  return data;
}

/** The portal of this host. */
export function usePortal(): PortalView {
  return useSession().portal;
}

export function useRights(): (right: Right) => boolean {
  const { rights } = useSession();
  return (right) => (rights as string[]).includes(right);
}

/** Takes the answer of signing in (or out) for the session from now on and forgets what another person saw. */
export function useBeginSession(): (session: Session) => void {
  const queries = useQueryClient();
  return useCallback(
    (session) => {
      keepCsrfToken(session.csrfToken);
      queries.removeQueries({ predicate: (query) => query.queryKey[1] !== sessionQuery.queryKey[1] });
      // What was asked before would be the answer of the session that is over.
      void queries.cancelQueries({ queryKey: sessionQuery.queryKey });
      queries.setQueryData(sessionQuery.queryKey, session);
    },
    [queries],
  );
}
