import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet, type RouteComponent, RouterProvider } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import { HttpResponse, http, type JsonBodyType } from 'msw';
import type { ComponentType } from 'react';
import { startI18n } from '@/app/i18n/i18n';
import { cssVariables, themeFor } from '@/app/theme/theme';
import { LiveClient } from '@/ui/server/live';
import { LiveContext } from '@/ui/server/useLive';

export const PORTAL = { id: 'p1', name: 'Acme', host: 'acme.localhost', language: 'en', accent: '#2f6fed', open: true, root: false };

export const ANNA = {
  id: 'a1',
  portal: 'p1',
  login: 'anna',
  name: 'Anna Berger',
  email: 'anna@acme.example',
  memberships: [{ department: 'p1', role: 'user' }],
  roles: ['system-owner'],
  networks: [],
  mustChangePassword: false,
  enabled: true,
  status: 'ACTIVE',
  secondFactor: false,
  hasPassword: true,
  created: '2026-01-01T00:00:00Z',
  version: 3,
};

const RIGHTS = ['OWN_ACCOUNT', 'HOST_MEETINGS', 'MANAGE_PEOPLE', 'MANAGE_SCRIPTS', 'MANAGE_PLUGINS', 'SEE_EVENTS', 'SEE_MAIL'];

export const NOBODY = { signedIn: false, portal: PORTAL, rights: ['ANYONE'] };
export const SESSION = { signedIn: true, person: ANNA, portal: PORTAL, rights: RIGHTS, csrfToken: 'token-1' };

/** The server's answer to a GET of this path. */
export function answers(path: string, body: JsonBodyType) {
  return http.get(`*/api/v1${path}`, () => HttpResponse.json(body));
}

/** A refusal as the server words it. */
export function refusal(status: number, code: string, errors: object[] = []) {
  return HttpResponse.json({ type: code, title: 'No', status, code, detail: `Because of ${code}`, traceId: 'trace-77', errors }, { status });
}

/** Renders one page below an address, with everything a page expects around it and no live connection. */
export async function show(path: string, at: string, Page: ComponentType) {
  await startI18n();
  const root = createRootRoute({ component: Outlet });
  const inside = createRoute({ getParentRoute: () => root, id: 'inside' });
  const shell = createRoute({ getParentRoute: () => inside, id: 'shell' });
  const outer = ['/sign-in', '/recover', '/welcome', '/m/$code', '/t/$link'].includes(path);
  const page = createRoute({ getParentRoute: () => (outer ? root : shell) as typeof shell, path, component: Page as RouteComponent });
  const elsewhere = createRoute({ getParentRoute: () => root, path: '$', component: () => <p>elsewhere</p> });
  const router = createRouter({
    routeTree: root.addChildren([inside.addChildren([shell.addChildren(outer ? [] : [page])]), elsewhere, ...(outer ? [page] : [])]),
    history: createMemoryHistory({ initialEntries: [at] }),
  });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const live = new LiveClient({ url: 'ws://nowhere', csrfToken: () => undefined, socket: () => ({ close() {} }) as WebSocket });
  render(
    <QueryClientProvider client={queries}>
      <MantineProvider theme={themeFor('#2f6fed', 'Close')} cssVariablesResolver={cssVariables} env="test">
        <LiveContext value={live}>
          <RouterProvider router={router as never} />
        </LiveContext>
      </MantineProvider>
    </QueryClientProvider>,
  );
  return { router, queries };
}
