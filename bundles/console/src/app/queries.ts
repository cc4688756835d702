import { QueryClient } from '@tanstack/react-query';
import { whenSignedOut } from '@/ui/server/client';
import { asProblem } from '@/ui/server/problem';
import { sessionQuery } from '@/ui/server/session';

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (count, error) => count < 1 && [0, 502, 503, 504].includes(asProblem(error).status),
    },
    mutations: { retry: false },
  },
});

whenSignedOut(() => void queries.invalidateQueries({ queryKey: sessionQuery.queryKey }));
