import { screen } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { PersonMeetings } from '@/features/meetings/PersonMeetings';
import { ListView } from '@/ui/ListView';
import { answers, SESSION, show } from './page';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => {
  server.resetHandlers();
  vi.restoreAllMocks();
});
afterAll(() => server.close());

const LONG = 'donaudampfschifffahrtsgesellschaftskapitaenswitwenversicherung64';

describe('a list', () => {
  it('cuts a long text and gives it whole on hovering', async () => {
    server.use(answers('/session', SESSION));
    const list = { rows: [{ login: LONG }], loading: false, error: undefined, retry: () => undefined };
    await show('/people', '/people', () => (
      <ListView
        list={list}
        columns={[{ key: 'login', title: 'Login', share: 20, render: (row) => row.login }]}
        id={(row) => row.login}
        label="People"
        empty={{ title: '', text: '' }}
      />
    ));
    expect(await screen.findByTitle(LONG)).toHaveTextContent(LONG);
    expect(screen.getByRole('cell').style.width).toBe('20%');
  });

  it('has on a card what a table shows only where there is much room, where that is wished', async () => {
    vi.spyOn(window, 'matchMedia').mockImplementation((query) => ({ matches: query.includes('max-width'), media: query, addEventListener: () => {}, removeEventListener: () => {} }) as unknown as MediaQueryList);
    server.use(answers('/session', SESSION));
    const list = { rows: [{ number: '100', seconds: 25, agent: 'Phone 7' }], loading: false, error: undefined, retry: () => undefined };
    await show('/people', '/people', () => (
      <ListView
        list={list}
        columns={[
          { key: 'number', title: 'Number', heading: true, render: (row) => row.number },
          { key: 'seconds', title: 'Rings for', roomy: true, carded: true, render: (row) => row.seconds },
          { key: 'agent', title: 'Program', roomy: true, render: (row) => row.agent },
        ]}
        id={(row) => row.number}
        label="Extensions"
        empty={{ title: '', text: '' }}
      />
    ));
    expect(await screen.findByText('Rings for')).toBeVisible();
    expect(screen.getByText('25')).toBeVisible();
    expect(screen.queryByText('Phone 7')).toBeNull();
  });
});

describe('the meetings of a person', () => {
  it('say whether they hosted them', async () => {
    const meeting = { title: 'Monday', state: 'ENDED', started: '2026-01-01T10:00:00Z', participants: [] };
    server.use(
      answers('/session', SESSION),
      answers('/portals/p1/meetings', {
        items: [
          { ...meeting, id: 'm1', host: 'a1' },
          { ...meeting, id: 'm2', host: 'b1', title: 'Tuesday' },
        ],
      }),
    );
    await show('/people', '/people', () => <PersonMeetings portal="p1" person="a1" />);
    expect(await screen.findByText('Host')).toBeVisible();
    expect(screen.getByText('Took part')).toBeVisible();
  });
});
