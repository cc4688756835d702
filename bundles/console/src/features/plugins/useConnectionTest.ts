import { useQueryClient } from '@tanstack/react-query';
import { api } from '@/ui/server/client';

/** Tries the stored settings out against the other side; the server keeps the result with the plugin. */
export function useConnectionTest(portal: string, plugin: string) {
  const queries = useQueryClient();
  const test = api.useMutation('post', '/portals/{portal}/plugins/{plugin}/test', {
    // Under way until the page shows the result.
    onSettled: () => queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).includes('/plugins') }),
  });
  return {
    run: () => test.mutate({ params: { path: { portal, plugin } } }),
    running: test.isPending,
    error: test.error as unknown,
  };
}

export type ConnectionTestRun = ReturnType<typeof useConnectionTest>;
