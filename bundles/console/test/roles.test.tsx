import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { Suspense } from 'react';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DepartmentPage } from '@/features/identity/DepartmentPage';
import { PersonPage } from '@/features/identity/PersonPage';
import { RolesPage } from '@/features/identity/RolesPage';
import { ANNA, answers, refusal, SESSION, show } from './page';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const suspended = (Page: () => React.ReactNode) => () => (
  <Suspense>
    <Page />
  </Suspense>
);

const ROLES = [
  { name: 'user', everywhere: false, rights: ['TAKE_PART'], version: 0 },
  { name: 'owner', everywhere: false, rights: ['TAKE_PART', 'WHISPER'], version: 0 },
  { name: '0197', title: 'Reports only', everywhere: true, rights: ['SEE_REPORTS', 'FLY'], version: 2 },
];
const GRANTS = {
  everywhere: ['system-owner', '0197'],
  departments: [
    { department: 'p1', roles: ['user', 'owner'] },
    { department: 'd1', roles: ['user'] },
  ],
  rights: ['SEE_REPORTS'],
};
const OPENING = { open: true, reason: 'hours', params: { from: '09:00', until: '17:00' } };
const DEFAULT = { id: 'p1', name: 'Default', people: 1, opening: OPENING, changeable: true, everywhere: true, overridable: true };
const SALES = { ...DEFAULT, id: 'd1', name: 'Sales', people: 3 };
const sales = { id: 'd1', portal: 'p1', name: 'Sales', hours: [], breaks: [], holidays: [], version: 4 };

function portal() {
  return [
    answers('/session', SESSION),
    answers('/portals/p1/roles', { items: ROLES, total: ROLES.length }),
    answers('/portals/p1/people/b1/password', { here: true }),
    answers('/portals/p1/roles/grants', GRANTS),
    answers('/portals/p1/departments', { items: [{ ...sales, id: 'p1', name: 'Default' }, sales], total: 2 }),
    answers('/portals/p1/departments/overview', { items: [DEFAULT, SALES], total: 2 }),
    answers('/portals/p1/departments/d1', sales),
  ];
}

describe('the table of rights', () => {
  it('shows what the server says, also of rights that this page does not know', async () => {
    server.use(...portal());
    await show('/roles', '/roles', suspended(RolesPage));
    const whisper = await screen.findByRole('row', { name: /^Whisper/ });
    expect(within(whisper).getAllByRole('img', { name: 'Allowed' })).toHaveLength(1);
    expect(within(whisper).getAllByRole('img', { name: 'Not allowed' })).toHaveLength(2);
    expect(screen.getByRole('columnheader', { name: /Reports only/ })).toHaveTextContent('In the whole portal');
    expect(screen.getByRole('row', { name: /^FLY/ })).toBeVisible();
    expect(screen.getByRole('link', { name: 'New role' })).toBeVisible();
  });

  it('offers no new role to who makes none', async () => {
    server.use(answers('/portals/p1/roles/grants', { ...GRANTS, rights: [] }), ...portal());
    await show('/roles', '/roles', suspended(RolesPage));
    expect(await screen.findByRole('row', { name: /^Whisper/ })).toBeVisible();
    expect(screen.queryByRole('link', { name: 'New role' })).toBeNull();
  });
});

describe('a person’s roles', () => {
  it('are offered as far as one may give them', async () => {
    const ben = { ...ANNA, id: 'b1', name: 'Ben', login: 'ben', roles: [], memberships: [{ department: 'd1', role: 'owner' }] };
    server.use(answers('/portals/p1/people/b1', ben), ...portal());
    await show('/people/$id', '/people/b1', suspended(() => <PersonPage />));
    await waitFor(() => expect(screen.getByRole('combobox', { name: 'Role' })).toBeDisabled());
    expect(await screen.findByText(/Given by somebody who may do more/)).toBeVisible();
    await waitFor(() => expect(screen.getByLabelText('Reports only')).toBeEnabled());
    expect(screen.queryByText('Main')).toBeNull();

    await userEvent.click(screen.getByRole('button', { name: 'Add to another department' }));
    expect(await screen.findByText('Main')).toBeVisible();
    expect(await screen.findByText('The office hours of Sales apply:')).toBeVisible();
  });

  it('leave alone how somebody signs in who may do more, and say why', async () => {
    const ben = { ...ANNA, id: 'b1', name: 'Ben', login: 'ben', email: undefined };
    server.use(
      answers('/portals/p1/people/b1', ben),
      answers('/portals/p1/people/b1/password', { here: true, beyond: 'LISTEN_IN' }),
      ...portal(),
    );
    await show('/people/$id', '/people/b1', suspended(() => <PersonPage />));
    await waitFor(() => expect(screen.getByLabelText('Login name')).toBeDisabled());
    expect(screen.getByLabelText('E-mail')).toBeDisabled();
    expect(screen.getAllByText(/somebody who may do something that you may not.*\(Listen in on calls\)/)).not.toHaveLength(0);
    expect(screen.getByRole('button', { name: 'Make a set-password link' })).toHaveAttribute('aria-disabled', 'true');
  });

  it('are read-only when they are one’s own', async () => {
    server.use(answers('/portals/p1/people/a1', ANNA), ...portal());
    await show('/people/$id', '/people/a1', suspended(() => <PersonPage />));
    expect(await screen.findByText('Nobody changes their own roles.')).toBeVisible();
    expect(screen.getByRole('combobox', { name: 'Role' })).toBeDisabled();
    expect(screen.getByLabelText('Assign portal administrator privilege')).toBeDisabled();
  });

  it('are explained by rule and source', async () => {
    const reason = { code: 'access.department', params: { role: 'owner', department: 'Sales', id: 'd1' } };
    server.use(
      answers('/portals/p1/people/b1', { ...ANNA, id: 'b1', name: 'Ben' }),
      answers('/portals/p1/people', { items: [] }),
      answers('/portals/p1/access/explain', { allowed: true, reasons: [reason] }),
      ...portal(),
    );
    await show('/people/$id', '/people/b1?tab=rights&right=WHISPER', suspended(() => <PersonPage />));
    expect(await screen.findByText('Ben has the role Owner in Sales, and that role allows it there.')).toBeVisible();
    expect(screen.getByText(/Yes: Ben may – Whisper/)).toBeVisible();
  });
});

describe('a department', () => {
  it('is deleted with a place for its people', async () => {
    let asked = '';
    server.use(
      http.delete('*/api/v1/portals/p1/departments/d1', ({ request }) => {
        asked = new URL(request.url).search;
        return new HttpResponse(null, { status: 204 });
      }),
      ...portal(),
    );
    const { router } = await show('/departments/$id', '/departments/d1', suspended(DepartmentPage));
    await userEvent.click(await screen.findByRole('button', { name: 'Delete' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('3 people are in it');
    await userEvent.type(within(dialog).getByLabelText(/to confirm/), 'Sales');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(asked).toBe('?to=p1'));
    await waitFor(() => expect(router.state.location.pathname).toBe('/departments'));
  });

  it('says at its field what the server refused', async () => {
    server.use(
      http.put('*/api/v1/portals/p1/departments/d1', () =>
        refusal(409, 'conflict', [{ pointer: '/name', code: 'department.taken', detail: 'is the name of another department' }]),
      ),
      ...portal(),
    );
    await show('/departments/$id', '/departments/d1', suspended(DepartmentPage));
    const name = await screen.findByLabelText('Name');
    await userEvent.type(name, 's');
    await userEvent.click(await screen.findByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Another department has this name.')).toBeVisible();
  });
});
