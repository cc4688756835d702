import { useQueryClient } from '@tanstack/react-query';
import { api } from '@/ui/server/client';

/** The departments as they are now, and what one may do with each; a department opens and closes by itself. */
export function useOverview(portal: string) {
  return api.useQuery(
    'get',
    '/portals/{portal}/departments/overview',
    { params: { path: { portal } } },
    { refetchInterval: 60_000 },
  );
}

/** Fetches again whatever shows departments. */
export function useDepartmentsChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return () =>
    queries.invalidateQueries({
      predicate: ({ queryKey }) => /\/(departments|people|roles)/.test(String(queryKey[1])),
    });
}
