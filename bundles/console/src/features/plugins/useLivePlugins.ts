import { useQueryClient } from '@tanstack/react-query';
import { useLive } from '@/ui/server/useLive';

/** Plugins come and go while the page is open. */
export function useLivePlugins(portal: string): void {
  const queries = useQueryClient();
  const refresh = () => void queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).includes('/plugins') });
  useLive('plugins', portal, {}, { data: refresh, opened: (again) => (again ? refresh() : undefined) });
}
