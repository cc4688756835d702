import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { Suspense } from 'react';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { NewPortalPage } from '@/features/tenancy/NewPortalPage';
import type { PortalDraft } from '@/ui/server/types';
import { answers, refusal, SESSION, show } from './page';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const Page = () => (
  <Suspense>
    <NewPortalPage />
  </Suspense>
);

/** Opens the page and gives the portal a name and a host. */
async function begin(): Promise<void> {
  await show('/portals/new', '/portals/new', Page);
  await userEvent.type(await screen.findByRole('textbox', { name: 'Name' }), 'Globex');
  await userEvent.type(screen.getByRole('textbox', { name: 'Host' }), 'globex.example');
}

const create = () => userEvent.click(screen.getByRole('button', { name: 'Create portal' }));
const more = () => userEvent.click(screen.getByRole('button', { name: 'More' }));

describe('a new portal', () => {
  it('is made with everything in one step', async () => {
    let sent: PortalDraft | undefined;
    server.use(
      answers('/session', SESSION),
      http.post('*/api/v1/portals', async ({ request }) => {
        sent = (await request.json()) as PortalDraft;
        return HttpResponse.json({ ...sent, id: 'p9', version: 1 }, { status: 201 });
      }),
    );
    await begin();
    expect(screen.queryByLabelText('Last day')).toBeNull();
    await more();
    await userEvent.type(screen.getByLabelText('Last day'), '2027-03-31');
    await userEvent.type(screen.getByRole('textbox', { name: 'People in meetings at once' }), '25');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Public download of recordings' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Meeting PIN' }));
    await userEvent.click(screen.getByRole('checkbox', { name: /^Standard/ }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Support contact' }), 'help@example.org');
    await create();

    expect(await screen.findByText('elsewhere')).toBeVisible();
    expect(sent).toMatchObject({
      name: 'Globex',
      host: 'globex.example',
      language: 'en',
      webInterface: true,
      expires: '2027-03-31',
      participantLimit: 25,
      profiles: ['low', 'high', 'hd'],
      features: ['RECORDING', 'PUBLIC_DOWNLOAD', 'CLICK2MEET'],
      support: 'help@example.org',
      meetingDefaults: { video: 'low', sharing: 'low' },
    });
  });

  it('needs a name and a host, and nothing of the rest', async () => {
    let sent: PortalDraft | undefined;
    server.use(
      answers('/session', SESSION),
      http.post('*/api/v1/portals', async ({ request }) => {
        sent = (await request.json()) as PortalDraft;
        return HttpResponse.json({ ...sent, id: 'p9', version: 1 }, { status: 201 });
      }),
    );
    await begin();
    await create();

    expect(await screen.findByText('elsewhere')).toBeVisible();
    expect(sent).toMatchObject({ features: ['RECORDING', 'PIN', 'CLICK2MEET'], meetingDefaults: { video: 'standard', sharing: 'standard' } });
    expect(Object.keys(sent ?? {})).not.toContain('expires');
    expect(Object.keys(sent ?? {})).not.toContain('participantLimit');
  });

  it('opens the fold where the server refuses something in it', async () => {
    server.use(
      answers('/session', SESSION),
      http.post('*/api/v1/portals', () =>
        refusal(400, 'invalid', [{ pointer: '/participantLimit', code: 'limit.range', detail: 'must be 1 to 100000' }]),
      ),
    );
    await begin();
    await create();

    expect(await screen.findByRole('textbox', { name: 'People in meetings at once' })).toHaveFocus();
    expect(screen.getByRole('button', { name: 'More' })).toHaveAttribute('aria-expanded', 'true');
  });
});
