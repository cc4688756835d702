import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { LinkForm } from '@/features/click2meet/LinkForm';
import { TalkPage } from '@/features/click2meet/TalkPage';
import { answers, NOBODY, refusal, SESSION, show } from './page';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const TALK = { name: 'Anna Berger', reachable: true, messages: true };
const open = () => show('/t/$link', '/t/anna', TalkPage);

describe('at somebody’s personal link', () => {
  it('a link that leads nowhere says so', async () => {
    server.use(answers('/session', NOBODY), http.get('*/api/v1/portals/p1/talk/anna', () => refusal(404, 'click2meet.unknown')));
    await open();
    expect(await screen.findByRole('heading', { name: 'Nobody is reached by this link' })).toBeVisible();
  });

  it('what failed can be tried again', async () => {
    server.use(answers('/session', NOBODY), http.get('*/api/v1/portals/p1/talk/anna', () => refusal(503, 'unavailable')));
    await open();
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible();
  });

  it('a visitor names themselves before it rings, and hears why it does not', async () => {
    server.use(
      answers('/session', NOBODY),
      answers('/portals/p1/talk/anna', TALK),
      http.post('*/api/v1/portals/p1/talk/anna/rings', () => refusal(429, 'click2meet.busy')),
    );
    await open();
    await userEvent.click(await screen.findByRole('button', { name: 'Ring' }));
    expect(await screen.findByText('Enter your name')).toBeVisible();
    await userEvent.type(screen.getByLabelText('Your name'), 'Grace{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('Too many wait for this person already.');
  });

  it('who has an account rings as themselves', async () => {
    server.use(answers('/session', SESSION), answers('/portals/p1/talk/anna', TALK));
    await open();
    expect(await screen.findByText('You ring as Anna Berger')).toBeVisible();
    expect(screen.queryByLabelText('Your name')).toBeNull();
  });

  it('a message is left where nobody is there', async () => {
    let sent: unknown;
    server.use(
      answers('/session', NOBODY),
      answers('/portals/p1/talk/anna', { ...TALK, reachable: false }),
      http.post('*/api/v1/portals/p1/talk/anna/messages', async ({ request }) => {
        sent = await request.json();
        return new HttpResponse(null, { status: 204 });
      }),
    );
    await open();
    await userEvent.type(await screen.findByLabelText('Your name'), 'Grace');
    await userEvent.type(screen.getByLabelText('Message'), 'Call me');
    await userEvent.click(screen.getByRole('button', { name: 'Send message' }));
    expect(await screen.findByText('Your message is on its way to Anna Berger.')).toBeVisible();
    expect(sent).toEqual({ name: 'Grace', text: 'Call me' });
  });

  it('no message is offered to somebody without an address', async () => {
    server.use(answers('/session', NOBODY), answers('/portals/p1/talk/anna', { ...TALK, reachable: false, messages: false }));
    await open();
    expect(await screen.findByText('No message can be left here. Try again later.')).toBeVisible();
  });
});

describe('the personal link of somebody', () => {
  const LINK = { person: 'a1', name: 'anna-berger', on: false, offered: true, link: 'http://acme.localhost/t/anna-berger' };
  const Form = () => <LinkForm portal="p1" person="a1" own />;

  it('is switched on and shown', async () => {
    server.use(
      answers('/session', SESSION),
      answers('/portals/p1/personal-links/a1', LINK),
      http.put('*/api/v1/portals/p1/personal-links/a1', async ({ request }) =>
        HttpResponse.json({ ...LINK, ...((await request.json()) as object) }),
      ),
    );
    await show('/form', '/form', Form);
    await userEvent.click(await screen.findByRole('switch', { name: /Visitors may ring here/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.getByLabelText('Link for visitors')).toHaveValue(LINK.link));
  });

  it('is not there where the portal has none', async () => {
    server.use(answers('/session', SESSION), answers('/portals/p1/personal-links/a1', { ...LINK, offered: false }));
    await show('/form', '/form', Form);
    expect(await screen.findByText('Personal links are switched off in this portal.')).toBeVisible();
  });
});
