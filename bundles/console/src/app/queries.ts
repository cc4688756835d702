import { QueryClient } from '@tanstack/react-query';
import { whenSignedOut } from '@/ui/server/client';
import { sessionQuery } from '@/ui/server/session';
import { again } from './again';

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: again,
      retryDelay: (count) => Math.min(1_000 * 2 ** count, 4_000),
    },
    mutations: { retry: false },
  },
});

whenSignedOut(() => void queries.invalidateQueries({ queryKey: sessionQuery.queryKey }));
