import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { GuestPage } from '@/features/meetings/GuestPage';
import { StartForm } from '@/features/meetings/StartForm';
import { useStartMeeting } from '@/ui/useStartMeeting';
import { answers, NOBODY, PORTAL, refusal, SESSION, show } from './page';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const LOOK = '*/api/v1/portals/p1/guests/look';
const RELAYS = answers('/portals/p1/relays', { urls: [] });
const open = () => show('/m/$code', '/m/abc', GuestPage);

describe('at a meeting’s link', () => {
  it('is told that it leads nowhere before anything is asked', async () => {
    server.use(answers('/session', NOBODY), http.post(LOOK, () => refusal(404, 'meeting.link-ended')));
    await open();
    expect(await screen.findByRole('heading', { name: 'There is no open meeting here' })).toBeVisible();
    expect(screen.queryByLabelText('Your name')).toBeNull();
  });

  it('a guest hears that too many links were tried, and may look again', async () => {
    server.use(answers('/session', NOBODY), http.post(LOOK, () => refusal(429, 'meeting.links-throttled')));
    await open();
    expect(await screen.findByText(/Too many links that lead nowhere/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });

  it('name and PIN are asked at once, each with its own fault', async () => {
    let asked: unknown;
    server.use(
      answers('/session', NOBODY),
      RELAYS,
      http.post(LOOK, () => HttpResponse.json({ pin: true })),
      http.post('*/api/v1/portals/p1/guests', async ({ request }) => {
        asked = await request.json();
        return refusal(400, 'invalid', [{ pointer: '/name', code: 'name.characters', detail: 'must be one line of visible text' }]);
      }),
    );
    await open();
    await userEvent.type(await screen.findByLabelText('Your name'), 'Gus');
    const join = screen.getByRole('button', { name: 'Join' });
    await waitFor(() => expect(join).toBeEnabled());
    await userEvent.click(join);
    expect(await screen.findByText('Enter the PIN')).toBeVisible();
    expect(asked).toBeUndefined();
    await userEvent.type(screen.getByLabelText('PIN of the meeting'), '4711{Enter}');
    expect(await screen.findByText('Write the name in one line, with signs that are seen.')).toBeVisible();
    expect(asked).toEqual({ code: 'abc', name: 'Gus', pin: '4711' });
    expect(screen.queryByText(/must be one line/)).toBeNull();
  });
});

describe('starting a meeting', () => {
  const portal = { ...PORTAL, features: ['PIN'], profiles: ['standard'], meetingDefaults: { video: 'standard', sharing: 'standard' } };
  const Page = () => {
    const { start, starting } = useStartMeeting();
    return <StartForm start={start} starting={starting} />;
  };

  it('happens once, however often it is asked for, and a wrong PIN is said at its field', async () => {
    const started: unknown[] = [];
    let answer = () => {};
    const asked = new Promise<void>((resolve) => (answer = resolve));
    server.use(
      answers('/session', { ...SESSION, portal }),
      http.post('*/api/v1/portals/p1/meetings', async ({ request }) => {
        started.push(await request.json());
        await asked;
        return HttpResponse.json({ id: 'm1' }, { status: 201 });
      }),
    );
    const { router } = await show('/start', '/start', Page);
    await userEvent.click(await screen.findByRole('button', { name: 'Start a meeting' }));
    const pin = await screen.findByLabelText('PIN for guests');
    await userEvent.type(pin, '12{Enter}');
    expect(await screen.findByText('A PIN has 4 to 10 digits.')).toBeVisible();
    expect(pin).toHaveFocus();
    await userEvent.type(pin, '34{Enter}{Enter}');
    await waitFor(() => expect(started).not.toHaveLength(0));
    answer();
    await waitFor(() => expect(router.state.location.pathname).toBe('/meetings/m1'));
    expect(started).toHaveLength(1);
    expect(started[0]).toMatchObject({ pin: '1234' });
  });
});
