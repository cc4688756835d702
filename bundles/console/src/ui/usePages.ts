import type { Paged } from './ListView';
import type { Page } from './server/types';

interface InfiniteLike<T> {
  data?: { pages: Page<T>[] } | undefined;
  isPending: boolean;
  error: unknown;
  refetch: () => unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

/** The parameters that make a list of the server an infinite query. */
export const byCursor = {
  pageParamName: 'after',
  // Null is left out of the query; undefined would become 0.
  initialPageParam: null as string | null,
  getNextPageParam: (page: Page<unknown>) => page.next,
};

/** An infinite query as a list shows it. */
export function usePages<T>(query: InfiniteLike<T>): Paged<T> {
  const pages = query.data?.pages ?? [];
  const total = pages[0]?.total;
  return {
    rows: pages.flatMap((page) => page.items),
    ...(total === undefined ? {} : { total }),
    loading: query.isPending,
    error: query.error,
    retry: () => void query.refetch(),
    more: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    loadingMore: query.isFetchingNextPage,
  };
}
