import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '@/ui/server/client';
import { usePortal } from '@/ui/server/session';
import type { TextConversation } from '@/ui/server/types';
import { useLive } from '@/ui/server/useLive';
import { together } from './conversations';

const TEXTS = '/portals/{portal}/own-extensions/{extension}/texts';
/** In milliseconds: who is sent many texts at once asks for them together. */
const TOGETHER = 100;

/** With whom somebody wrote to and fro. */
export interface Conversations {
  /** That with the newest text first; undefined as long as the server has not said. */
  list: TextConversation[] | undefined;
  error: unknown;
  /** Asks for them anew. */
  refresh: () => void;
}

/** The conversations of an own extension, as they go. */
export function useTexts(extension: string | undefined): Conversations {
  const portal = usePortal().id;
  const queries = useQueryClient();
  const { data, error } = api.useQuery('get', TEXTS, { params: { path: { portal, extension: extension ?? '' } } }, { enabled: extension !== undefined });
  const refresh = useMemo(
    () => together(() => void queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith(TEXTS) }), TOGETHER),
    [queries],
  );
  useLive('calls', extension === undefined ? undefined : portal, {}, {
    data: (message) => {
      if ((message as { texts?: { extension: string } }).texts?.extension === extension) {
        refresh();
      }
    },
    opened: (again) => (again ? refresh() : undefined),
  });
  return { list: data?.items, error, refresh };
}
