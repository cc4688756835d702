import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { setupServer } from 'msw/node';
import { Suspense } from 'react';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AuditPage } from '@/features/audit/AuditPage';
import { answers, SESSION, show } from './page';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const Page = () => (
  <Suspense>
    <AuditPage />
  </Suspense>
);

const ENTRY = {
  id: 'e1',
  portal: 'p1',
  sequence: 7,
  time: '2026-01-01T10:00:00Z',
  actor: 'PERSON',
  person: 'a1',
  name: 'Anna Berger',
  address: '192.0.2.1',
  action: 'person.updated',
  subjectKind: 'person',
  subjectId: 'b1',
  before: { activeUntil: '2026-01-01', name: '[erased]', novelty: 'old' },
  after: { activeUntil: '2026-02-01' },
  hash: 'abc',
  names: { b1: 'Bert Amsel' },
};

describe('the audit', () => {
  it('lists who changed what and shows before and after', async () => {
    server.use(
      answers('/session', SESSION),
      answers('/portals/p1/people', { items: [], total: 0 }),
      answers('/portals/p1/audit', { items: [ENTRY] }),
      answers('/portals/p1/audit/e1', ENTRY),
    );
    const { router } = await show('/audit', '/audit', Page);
    await userEvent.click(await screen.findByRole('button', { name: 'Person changed' }));

    const detail = await screen.findByRole('dialog');
    expect(await screen.findByText('192.0.2.1')).toBeInTheDocument();
    expect(within(detail).getByRole('rowheader', { name: 'Last day' })).toBeVisible();
    expect(within(detail).getByRole('rowheader', { name: 'novelty' }), 'where there is no word').toBeVisible();
    expect(detail).not.toHaveTextContent('activeUntil');
    expect(detail).toHaveTextContent('erased');
    expect(router.state.location.search).toEqual({ entry: 'e1' });
  });

  it('says whom a change concerns, with the way there, or that the person is gone', async () => {
    const gone = { ...ENTRY, id: 'e2', subjectId: 'c1', names: {}, before: { name: 'Carl Specht' }, after: {} };
    server.use(
      answers('/session', SESSION),
      answers('/portals/p1/people', { items: [], total: 0 }),
      answers('/portals/p1/audit', { items: [ENTRY, gone] }),
    );
    await show('/audit', '/audit', Page);
    expect(await screen.findByRole('link', { name: 'Person Bert Amsel' })).toHaveAttribute('href', '/people/b1');
    expect(screen.getByText('Person Carl Specht (deleted)')).toBeVisible();
    expect(screen.getByRole('combobox', { name: 'Every person' })).toBeVisible();
  });

  it('leaves the settings of a plugin as the plugin calls them', async () => {
    const entry = { ...ENTRY, action: 'plugin.configured', subjectKind: 'plugin', before: {}, after: { host: 'crm.example' } };
    server.use(answers('/session', SESSION), answers('/portals/p1/people', { items: [], total: 0 }), answers('/portals/p1/audit', { items: [entry] }), answers('/portals/p1/audit/e1', entry));
    await show('/audit', '/audit?entry=e1', Page);
    expect(await screen.findByRole('rowheader', { name: 'host' })).toBeVisible();
  });

  it('says where a chain breaks', async () => {
    server.use(
      answers('/session', SESSION),
      answers('/portals/p1/people', { items: [], total: 0 }),
      answers('/portals/p1/audit', { items: [ENTRY] }),
      answers('/portals/p1/audit/verification', {
        intact: false,
        entries: 6,
        head: 'abc',
        brokenSequence: 7,
        brokenId: 'e1',
        reason: 'Entry 7 is not as it was written',
      }),
    );
    await show('/audit', '/audit', Page);
    await userEvent.click(await screen.findByRole('button', { name: 'Verify' }));

    expect(await screen.findByText('The chain breaks at entry 7')).toBeInTheDocument();
    expect(screen.getByText('e1')).toBeInTheDocument();
  });
});
