import { waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { ForwardsForm } from '@/features/extensions/ForwardsForm';
import { answers, SESSION, show } from './page';

// Each of the hundreds of zones is an element of the page.
vi.hoisted(() => {
  Object.assign(Intl, { supportedValuesOf: () => ['Europe/Berlin'] });
});

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const EXTENSION = { id: 'e1', number: '100', forwards: {}, ringSeconds: 20, version: 1 };
const SERVICES = { extension: 'e1', followMe: { on: false, numbers: [] }, secretary: { on: false, passing: [] }, id: 's1', times: {}, version: 1 };

/** The page is long: read at once, not element by element. */
const text = () => document.body.textContent ?? '';

async function opened(own: boolean): Promise<void> {
  server.use(
    answers('/session', SESSION),
    answers('/portals/p1/extensions/e1/services', SERVICES),
    http.get('*/api/v1/portals/p1/*', () => HttpResponse.json({ items: [] })),
  );
  await show('/people', '/people', () => <ForwardsForm portal="p1" extension={EXTENSION} own={own} />);
  await waitFor(() => expect(text()).toContain('*94'));
}

it('speaks of the own mailbox and greeting on the own page', async () => {
  await opened(true);
  expect(text()).toContain('or to your mailbox');
  expect(text()).toContain('hear your greeting');
});

it('speaks of nobody as "you" on the page of somebody else', async () => {
  await opened(false);
  expect(text()).toContain('or to the mailbox of this extension');
  expect(text()).not.toMatch(/\byours?\b/i);
});
