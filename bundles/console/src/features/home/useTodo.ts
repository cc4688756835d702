import { api } from '@/ui/server/client';
import { useRights } from '@/ui/server/session';
import { hasLooked } from '@/ui/looked';

export interface Todo {
  name: string;
  to: string;
  done: boolean;
}

export interface Todos {
  steps: Todo[];
  loading: boolean;
  error: unknown;
  retry: () => void;
}

interface Asked {
  isPending: boolean;
  isEnabled: boolean;
  error: unknown;
  refetch: () => unknown;
}

function together(steps: Todo[], asked: Asked[]): Todos {
  const wanted = asked.filter((query) => query.isEnabled);
  return {
    steps,
    loading: wanted.some((query) => query.isPending),
    error: wanted.find((query) => query.error)?.error,
    retry: () => wanted.forEach((query) => void query.refetch()),
  };
}

const few = { limit: 2 };

/** What new portals begin with. */
const USUAL = 'standard';

/** The first steps of a fresh server. */
export function useRootTodo(): Todos {
  const portals = api.useQuery('get', '/portals', { params: { query: few } });
  const first = portals.data?.items[0];
  const path = { portal: first?.id ?? '' };
  const people = api.useQuery(
    'get',
    '/portals/{portal}/people',
    { params: { path, query: few } },
    { enabled: first !== undefined },
  );
  const here = first ? `/portals/${first.id}` : '/portals/new';
  const invited = people.data?.items ?? [];
  return together(
    [
      { name: 'portal', to: '/portals/new', done: first !== undefined },
      { name: 'person', to: first ? `${here}/people/new?administrator=yes` : here, done: invited.length > 0 },
      { name: 'mail', to: '/mail', done: invited.some((person) => person.hasPassword) },
    ],
    [portals, people],
  );
}

/** The first steps of somebody who looks after a portal. */
export function useAdminTodo(portal: string): Todos {
  const may = useRights();
  const params = { params: { path: { portal }, query: few } };
  const people = api.useQuery('get', '/portals/{portal}/people', params);
  const own = api.useQuery('get', '/portals/{portal}', { params: { path: { portal } } }, { enabled: may('MANAGE_PORTAL') });
  const contacts = api.useQuery(
    'get',
    '/portals/{portal}/contacts',
    { params: { path: { portal }, query: { ...few, visibility: 'PUBLIC' } } },
    { enabled: may('MANAGE_CONTACTS') },
  );
  const meetings = api.useQuery('get', '/portals/{portal}/meetings', params);
  const plugins = api.useQuery(
    'get',
    '/portals/{portal}/plugins',
    { params: { path: { portal } } },
    { enabled: may('MANAGE_PLUGINS') },
  );
  const scripts = api.useQuery('get', '/portals/{portal}/scripts', params, { enabled: may('MANAGE_SCRIPTS') });
  const { video, sharing } = own.data?.meetingDefaults ?? {};
  const decided = hasLooked(portal) || video !== USUAL || sharing !== USUAL;
  return together(
    [
      { name: 'people', to: '/people', done: (people.data?.items.length ?? 0) > 1 },
      ...(may('MANAGE_CONTACTS')
        ? [{ name: 'contacts', to: '/contacts', done: (contacts.data?.items.length ?? 0) > 0 }]
        : []),
      ...(may('MANAGE_PORTAL') ? [{ name: 'defaults', to: '/portal?tab=meetings', done: decided }] : []),
      ...(may('MANAGE_PORTAL')
        ? [{ name: 'portalSettings', to: '/portal', done: Boolean(own.data?.support ?? own.data?.logo) }]
        : []),
      { name: 'meeting', to: '/meetings', done: (meetings.data?.items.length ?? 0) > 0 },
      ...(may('MANAGE_PLUGINS')
        ? [{ name: 'plugin', to: '/plugins', done: (plugins.data?.items ?? []).some((plugin) => plugin.configured) }]
        : []),
      ...(may('MANAGE_SCRIPTS')
        ? [{ name: 'script', to: '/scripts', done: (scripts.data?.items.length ?? 0) > 0 }]
        : []),
    ],
    [people, own, contacts, meetings, plugins, scripts],
  );
}
