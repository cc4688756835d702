import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { Suspense } from 'react';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PeoplePage } from '@/features/identity/PeoplePage';
import { PersonPage } from '@/features/identity/PersonPage';
import { SignInPage } from '@/features/identity/SignInPage';
import { WelcomePage } from '@/features/identity/WelcomePage';
import { PluginPage } from '@/features/plugins/PluginPage';
import { ANNA, answers, NOBODY, refusal, SESSION, show } from './page';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const suspended = (Page: () => React.ReactNode) => () => (
  <Suspense>
    <Page />
  </Suspense>
);

describe('signing in', () => {
  it('says the same for every wrong guess and keeps what was typed', async () => {
    server.use(answers('/session', NOBODY), http.post('*/api/v1/session', () => refusal(401, 'sign-in.wrong')));
    await show('/sign-in', '/sign-in', SignInPage);
    await userEvent.type(await screen.findByLabelText('E-mail or login name'), 'anna');
    await userEvent.type(screen.getByLabelText('Password'), 'wrong');
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));

    expect(await screen.findByRole('alert')).toHaveTextContent('Login and password do not match.');
    expect(screen.getByLabelText('E-mail or login name')).toHaveValue('anna');
  });

  it('says before anybody tries that the portal has expired', async () => {
    server.use(answers('/session', { ...NOBODY, portal: { ...NOBODY.portal, open: false } }));
    await show('/sign-in', '/sign-in', SignInPage);
    expect(await screen.findByText('This portal has expired. Who runs the server can extend it.')).toBeVisible();
  });

  it('names the missing field without asking the server, and goes there', async () => {
    server.use(answers('/session', NOBODY));
    await show('/sign-in', '/sign-in', SignInPage);
    await userEvent.type(await screen.findByLabelText('E-mail or login name'), 'anna{Enter}');

    expect(await screen.findByText('Enter your password')).toBeVisible();
    await waitFor(() => expect(screen.getByLabelText('Password')).toHaveFocus());
  });

  it.each([
    ['/sign-in?to=%2Fpeople', '/people'],
    ['/sign-in?to=%2F%2Fevil.example', '/'],
    ['/sign-in?to=https%3A%2F%2Fevil.example', '/'],
  ])('from %s leads to %s', async (at, where) => {
    server.use(answers('/session', NOBODY), http.post('*/api/v1/session', () => HttpResponse.json(SESSION)));
    const { router } = await show('/sign-in', at, SignInPage);
    await userEvent.type(await screen.findByLabelText('E-mail or login name'), 'anna');
    await userEvent.type(screen.getByLabelText('Password'), 'right{Enter}');
    await waitFor(() => expect(router.state.location.pathname).toBe(where));
  });
});

describe('the welcome page', () => {
  it('takes the token out of the address at once, and sets the password with it', async () => {
    let used: unknown;
    server.use(
      answers('/session', NOBODY),
      http.post('*/api/v1/links/look', () =>
        HttpResponse.json({ kind: 'welcome', login: 'anna', portal: NOBODY.portal, expires: '2027-01-01T00:00:00Z' }),
      ),
      http.post('*/api/v1/links/use', async ({ request }) => {
        used = await request.json();
        return HttpResponse.json(SESSION);
      }),
    );
    history.replaceState(null, '', '/welcome#secret-token');
    await show('/welcome', '/welcome', WelcomePage);

    expect(await screen.findByText(/For the account anna/)).toBeVisible();
    expect(location.href).not.toContain('secret-token');
    await userEvent.type(screen.getByLabelText('New password'), 'a long sentence');
    await userEvent.type(screen.getByLabelText('The same once more'), 'a long sentence{Enter}');
    await waitFor(() => expect(used).toEqual({ token: 'secret-token', password: 'a long sentence' }));
  });

  it('says so when the link is spent', async () => {
    server.use(answers('/session', NOBODY), http.post('*/api/v1/links/look', () => refusal(404, 'link.spent')));
    history.replaceState(null, '', '/welcome#used-token');
    await show('/welcome', '/welcome', WelcomePage);
    expect(await screen.findByText('This link no longer works')).toBeVisible();
  });
});

describe('people', () => {
  it('say what the place is for when nobody is there', async () => {
    server.use(answers('/session', SESSION), http.get('*/api/v1/portals/p1/people', ({ request }) =>
        new URL(request.url).searchParams.has('after') ? refusal(400, 'cursor.broken') : HttpResponse.json({ items: [], total: 0 }),
      ));
    await show('/people', '/people', suspended(PeoplePage));
    expect(await screen.findByRole('heading', { name: 'Nobody is here yet' })).toBeVisible();
  });

  it('are links that open elsewhere too, and can be changed and deleted from the list', async () => {
    const ben = { ...ANNA, id: 'b1', name: 'Ben', login: 'ben' };
    server.use(answers('/session', SESSION), answers('/portals/p1/people', { items: [ANNA, ben], total: 2 }));
    await show('/people', '/people', suspended(PeoplePage));
    expect(await screen.findByRole('link', { name: 'Ben' })).toHaveAttribute('href', '/people/b1');
    expect(screen.getByRole('link', { name: 'Edit Ben' })).toHaveAttribute('href', '/people/b1');
    expect(screen.queryByRole('button', { name: 'Delete Anna Berger' })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Delete Ben' }));
    expect(await screen.findByRole('dialog')).toHaveTextContent('Ben');
  });

  it('say why they are not shown to who manages nobody', async () => {
    server.use(answers('/session', { ...SESSION, rights: ['OWN_ACCOUNT', 'SEE_PEOPLE'] }));
    await show('/people', '/people', suspended(PeoplePage));
    expect(await screen.findByRole('heading', { name: 'You do not manage people here' })).toBeVisible();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('show what failed, with a retry and the trace', async () => {
    let asked = 0;
    server.use(
      answers('/session', SESSION),
      http.get('*/api/v1/portals/p1/people', () =>
        asked++ === 0 ? refusal(503, 'unavailable') : HttpResponse.json({ items: [ANNA], total: 1 }),
      ),
    );
    await show('/people', '/people', suspended(PeoplePage));
    const failed = await screen.findByRole('alert');
    expect(failed).toHaveTextContent('trace-77');
    await userEvent.click(within(failed).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('anna@acme.example')).toBeVisible();
  });

  it('put the server’s errors at their fields and the focus on the first, and send the version', async () => {
    let sent: Request | undefined;
    server.use(
      answers('/session', SESSION),
      answers('/portals/p1/people/b1', { ...ANNA, id: 'b1', name: 'Ben', login: 'ben', roles: ['user'] }),
      answers('/portals/p1/roles', { items: [{ name: 'user', rights: [] }] }),
      answers('/portals/p1/people/b1/password', { here: true }),
      http.put('*/api/v1/portals/p1/people/b1', ({ request }) => {
        sent = request;
        return refusal(400, 'invalid', [{ pointer: '/login', code: 'login.odd', detail: 'holds an odd character' }]);
      }),
    );
    await show('/people/$id', '/people/b1', suspended(() => <PersonPage />));
    const login = await screen.findByLabelText('Login name');
    await userEvent.clear(login);
    await userEvent.type(login, 'b n');
    await userEvent.click(await screen.findByRole('button', { name: 'Save' }));

    expect(await screen.findByText('holds an odd character')).toBeVisible();
    await waitFor(() => expect(login).toHaveFocus());
    expect(sent!.headers.get('If-Match')).toBe('"3"');
    expect(sent!.headers.get('X-CSRF-Token')).toBe('token-1');
  });

  it('are deleted only by typing their name', async () => {
    let deleted = false;
    server.use(
      answers('/session', SESSION),
      answers('/portals/p1/people/b1', { ...ANNA, id: 'b1', name: 'Ben Okafor' }),
      answers('/portals/p1/roles', { items: [] }),
      answers('/portals/p1/people/b1/password', { here: true }),
      http.delete('*/api/v1/portals/p1/people/b1', () => {
        deleted = true;
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { router } = await show('/people/$id', '/people/b1', suspended(() => <PersonPage />));
    await userEvent.click(await screen.findByRole('button', { name: 'Delete' }));
    const dialog = await screen.findByRole('dialog');
    const act = within(dialog).getByRole('button', { name: 'Delete' });
    expect(act).toBeDisabled();
    await userEvent.type(within(dialog).getByLabelText(/Type .Ben Okafor. to confirm/), 'Ben Okafor');
    await userEvent.click(act);
    await waitFor(() => expect(deleted).toBe(true));
    await waitFor(() => expect(router.state.location.pathname).toBe('/people'));
  });
});

describe('a person without an e-mail address', () => {
  it('has no password yet, and gets a link that is shown once', async () => {
    server.use(
      answers('/session', SESSION),
      answers('/portals/p1/people/b1', {
        ...ANNA,
        id: 'b1',
        name: 'Ben Okafor',
        email: undefined,
        hasPassword: false,
        status: 'PENDING',
        pendingReason: 'NO_PASSWORD',
      }),
      answers('/portals/p1/roles', { items: [] }),
      answers('/portals/p1/people/b1/password', { here: true }),
      http.post('*/api/v1/portals/p1/people/b1/setup-link', () =>
        HttpResponse.json({ link: 'https://acme.localhost/welcome#token-9', expires: '2026-01-08T00:00:00Z' }),
      ),
    );
    await show('/people/$id', '/people/b1', suspended(() => <PersonPage />));
    expect(await screen.findByText('No password yet')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Make a set-password link' }));
    expect(await screen.findByLabelText('Set-password link')).toHaveValue('https://acme.localhost/welcome#token-9');
  });
});

describe('a plugin', () => {
  const plugin = {
    name: 'crm-x',
    title: 'CRM X',
    version: '1.0.0',
    state: 'ACTIVE',
    schema: JSON.stringify({
      type: 'object',
      required: ['token'],
      properties: { token: { type: 'string', secret: true, title: 'Token' }, place: { type: 'string', title: 'Place' } },
    }),
    configured: true,
    revision: 5,
    values: { place: 'here' },
    secretsSet: ['token'],
    invalid: [],
  };

  it('keeps a secret that is not typed anew', async () => {
    let body: unknown;
    server.use(
      answers('/session', SESSION),
      answers('/portals/p1/plugins/crm-x', plugin),
      http.put('*/api/v1/portals/p1/plugins/crm-x/settings', async ({ request }) => {
        expect(request.headers.get('If-Match')).toBe('"5"');
        body = await request.json();
        return HttpResponse.json(plugin);
      }),
    );
    await show('/plugins/$name', '/plugins/crm-x', suspended(PluginPage));
    await userEvent.type(await screen.findByLabelText('Place'), ' and there');
    await userEvent.click(await screen.findByRole('button', { name: 'Save' }));
    await waitFor(() => expect(body).toEqual({ place: 'here and there' }));
  });

  it('is connected only once the test has passed, which follows each save', async () => {
    let tested: object | undefined;
    let revision = 5;
    server.use(
      answers('/session', SESSION),
      http.get('*/api/v1/portals/p1/plugins/crm-x', () => HttpResponse.json({ ...plugin, revision, ...(tested ? { tested } : {}) })),
      http.put('*/api/v1/portals/p1/plugins/crm-x/settings', () => HttpResponse.json({ ...plugin, revision: ++revision })),
      http.post('*/api/v1/portals/p1/plugins/crm-x/test', () => {
        const passed = revision > 6;
        tested = { passed, message: passed ? 'Acme answers' : 'the token is wrong', at: '2026-01-01T00:00:00Z' };
        return passed ? HttpResponse.json({ message: 'Acme answers' }) : refusal(503, 'plugin.test-failed');
      }),
    );
    await show('/plugins/$name', '/plugins/crm-x', suspended(PluginPage));
    expect(await screen.findByText('Set up')).toBeVisible();
    await userEvent.type(await screen.findByLabelText('Token'), 'wrong');
    await userEvent.click(await screen.findByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Refused: the token is wrong')).toBeVisible();
    expect(screen.getByText('It does not work yet')).toBeVisible();
    expect(screen.queryByText('Connected')).toBeNull();

    await userEvent.type(screen.getByLabelText('Token'), 'right');
    await userEvent.click(await screen.findByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Connected')).toBeVisible();
    expect(screen.getByText('It answers')).toBeVisible();
  });

  it('tells an administrator in plain words that it failed, and root why', async () => {
    const failed = { ...plugin, state: 'FAILED', error: 'It failed while starting: java.lang.IllegalStateException: boom', schema: undefined };
    server.use(answers('/session', SESSION), answers('/portals/p1/plugins/crm-x', failed));
    await show('/plugins/$name', '/plugins/crm-x', suspended(PluginPage));
    expect(await screen.findByText('It does not run here. Whoever runs this server sees why.')).toBeVisible();
    expect(screen.queryByText(/IllegalState/)).toBeNull();
  });

  it('says that it is gone when its jar is', async () => {
    server.use(answers('/session', SESSION), http.get('*/api/v1/portals/p1/plugins/crm-x', () => refusal(404, 'plugin.unknown')));
    await show('/plugins/$name', '/plugins/crm-x', suspended(PluginPage));
    expect(await screen.findByRole('heading', { name: 'This plugin is no longer here' })).toBeVisible();
  });
});
