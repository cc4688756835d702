import { useQueryClient } from '@tanstack/react-query';
import { api, client, ifMatch } from '@/ui/server/client';
import { byCursor, usePages } from '@/ui/usePages';
import type { Thing } from './kinds';

/** All collections have the same operations; the type of one stands for each. */
type Collection = '/portals/{portal}/ring-groups';
const collection = (kind: string) => `/portals/{portal}/${kind}` as Collection;
const single = (kind: string) => `/portals/{portal}/${kind}/{id}` as `${Collection}/{id}`;

/** The things of a kind that a text is found in. */
export function useThings(portal: string, kind: string, text: string, enabled = true, limit = 50) {
  return usePages<Thing>(
    api.useInfiniteQuery(
      'get',
      collection(kind),
      { params: { path: { portal }, query: { limit, ...(text ? { text } : {}) } } },
      { ...byCursor, enabled },
    ) as unknown as Parameters<typeof usePages<Thing>>[0],
  );
}

/** One thing. */
export function useThing(portal: string, kind: string, id: string) {
  const query = api.useQuery('get', single(kind), { params: { path: { portal, id } } });
  return { ...query, data: query.data as unknown as Thing | undefined };
}

/** Creates a thing, or changes one. */
export async function saveThing(portal: string, kind: string, draft: Record<string, unknown>, thing?: Thing): Promise<Thing> {
  const body = draft as never;
  const { data } = thing
    ? await client.PUT(single(kind), { params: { path: { portal, id: thing.id }, header: ifMatch(thing.version) }, body })
    : await client.POST(collection(kind), { params: { path: { portal } }, body });
  return data as unknown as Thing;
}

/** Whether another portal has the number, too. */
export async function isShared(portal: string, number: string): Promise<boolean> {
  const { data } = await client.GET('/portals/{portal}/shared-numbers', { params: { path: { portal } } });
  return (data?.items ?? []).some(({ id }) => id === number);
}

/** Deletes a thing. */
export async function deleteThing(portal: string, kind: string, id: string): Promise<void> {
  await client.DELETE(single(kind), { params: { path: { portal, id } } });
}

const TOUCHED = /\/(extensions|own-extensions|devices|forwards|services|hot-desks|ring-groups|call-queues|voice-menus|conference-rooms|inbound-numbers|trunks|outbound-rules|internal-numbers|shared-numbers|call-settings|call-limits|extension-status|state)(\/|$)/;

/** Fetches again what a change may have touched. */
export function useThingsChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ predicate: ({ queryKey }) => TOUCHED.test(String(queryKey[1])) });
}

/** What can be called within the portal. */
export function useInternalNumbers(portal: string) {
  return api.useQuery('get', '/portals/{portal}/internal-numbers', { params: { path: { portal } } }).data?.items ?? [];
}

/** The departments to choose from. */
export function useDepartmentChoices(portal: string): { value: string; label: string }[] {
  const query = api.useQuery('get', '/portals/{portal}/departments', { params: { path: { portal } } });
  return query.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? [];
}
