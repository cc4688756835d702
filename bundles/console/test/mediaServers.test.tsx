import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { Suspense } from 'react';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MediaServersPage } from '@/features/mediaservers/MediaServersPage';
import { MediaServerTab } from '@/features/mediaservers/MediaServerTab';
import { type MediaServer, moodOf } from '@/features/mediaservers/useServers';
import { answers, refusal, SESSION, show } from './page';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

function machine(name: string, more: Partial<MediaServer> = {}, conferences = 3): MediaServer {
  return {
    name,
    kind: 'embedded',
    region: 'Frankfurt',
    capacity: 100,
    networks: [],
    state: 'UP',
    draining: false,
    drained: false,
    stats: {
      healthy: true,
      detail: '',
      load: 0.25,
      conferences,
      endpoints: 25,
      packetsReceived: 0,
      packetsSent: 0,
      bytesReceived: 0,
      bytesSent: 0,
      packetsRefused: 0,
    },
    ...more,
  };
}

const none = answers('/jitsi-videobridges', { items: [] });

const BRIDGE = { id: 'j1', name: 'berlin', url: 'http://10.0.0.7:8080', region: 'Berlin', capacity: 0, networks: [] as string[], enabled: true, version: 2 };

const Page = () => (
  <Suspense>
    <MediaServersPage />
  </Suspense>
);

const Tab = () => (
  <Suspense>
    <MediaServerTab portal="p1" />
  </Suspense>
);

describe('the media servers', () => {
  it('say what they are and how full they are', async () => {
    server.use(none, answers('/session', SESSION), answers('/media-servers', [machine('embedded'), machine('madrid', { state: 'DOWN', region: '', kind: 'other' })]));
    await show('/media-servers', '/media-servers', Page);
    const one = within(await screen.findByRole('region', { name: 'embedded' }));
    expect(one.getByText('Embedded in this server · Frankfurt')).toBeVisible();
    expect(one.getByText('3 meetings · 25 people of 100')).toBeVisible();
    expect(one.getByRole('progressbar', { name: 'Load of embedded' })).toHaveAttribute('aria-valuenow', '25');
    const other = within(screen.getByRole('region', { name: 'madrid' }));
    expect(other.getByText('Down')).toBeVisible();
    expect(other.getByRole('alert')).toHaveTextContent('It does not answer.');
  });

  it('are emptied, and say when they can be stopped', async () => {
    let kept = machine('embedded');
    server.use(
      none,
      answers('/session', SESSION),
      http.get('*/api/v1/media-servers', () => HttpResponse.json([kept])),
      http.put('*/api/v1/media-servers/embedded', async ({ request }) => {
        const { draining } = (await request.json()) as { draining: boolean };
        kept = draining ? machine('embedded', { draining, drained: true }, 0) : machine('embedded');
        return HttpResponse.json(kept);
      }),
    );
    await show('/media-servers', '/media-servers', Page);
    await userEvent.click(await screen.findByRole('button', { name: 'Empty' }));
    expect(await screen.findByText('Empty, can be stopped')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Use again' }));
    expect(await screen.findByText('Up')).toBeVisible();
  });

  it('say so when there is none', async () => {
    server.use(none, answers('/session', SESSION), answers('/media-servers', []));
    await show('/media-servers', '/media-servers', Page);
    expect(await screen.findByText('No media server')).toBeVisible();
  });

  it('say so when they cannot be asked', async () => {
    server.use(none, answers('/session', SESSION), http.get('*/api/v1/media-servers', () => refusal(503, 'media.unavailable')));
    await show('/media-servers', '/media-servers', Page);
    expect(await screen.findByRole('alert')).toHaveTextContent('Audio and video are not available at the moment.');
  });

  it('are joined by a Jitsi Videobridge, tried out before it is saved', async () => {
    let kept: object[] = [];
    server.use(
      answers('/session', SESSION),
      http.get('*/api/v1/media-servers', () => HttpResponse.json(kept.length === 0 ? [] : [machine('berlin', { kind: 'jitsi-videobridge' })])),
      http.get('*/api/v1/jitsi-videobridges', () => HttpResponse.json({ items: kept })),
      http.post('*/api/v1/jitsi-videobridges/test', async ({ request }) => {
        const { url } = (await request.json()) as { url: string };
        return HttpResponse.json(url === BRIDGE.url ? { good: true, version: 'JVB 2.3' } : { good: false, code: 'jvb.unreachable', detail: 'Connection refused' });
      }),
      http.post('*/api/v1/jitsi-videobridges', async ({ request }) => {
        kept = [{ ...BRIDGE, ...((await request.json()) as object) }];
        return HttpResponse.json(kept[0], { status: 201 });
      }),
    );
    await show('/media-servers', '/media-servers', Page);
    await userEvent.click(await screen.findByRole('button', { name: 'Add a Jitsi Videobridge' }));
    const form = within(await screen.findByRole('dialog'));
    await userEvent.type(form.getByRole('textbox', { name: /^Name/ }), 'berlin');
    const address = form.getByRole('textbox', { name: /^Address of its private interface/ });
    await userEvent.type(address, 'http://10.0.0.8:8080');
    await userEvent.click(form.getByRole('button', { name: 'Test the connection' }));
    expect(await form.findByText('It does not answer at this address')).toBeVisible();
    await userEvent.clear(address);
    await userEvent.type(address, BRIDGE.url);
    await userEvent.click(form.getByRole('textbox', { name: /^Networks of this place/ }));
    await userEvent.paste('10.1.0.0/16\n\n2001:db8::/32');
    await userEvent.click(form.getByRole('button', { name: 'Test the connection' }));
    expect(await form.findByText('JVB 2.3')).toBeVisible();
    await userEvent.click(form.getByRole('button', { name: 'Add a Jitsi Videobridge' }));
    const one = within(await screen.findByRole('region', { name: 'berlin' }));
    expect(one.getByText('Jitsi Videobridge, on its own · Frankfurt')).toBeVisible();
    expect(kept).toEqual([{ ...BRIDGE, region: '', networks: ['10.1.0.0/16', '2001:db8::/32'] }]);
  });

  it('say from where people belong to their place [S1.30]', async () => {
    const many = Array.from({ length: 8 }, (_, i) => `10.${i}.0.0/16`);
    server.use(none, answers('/session', SESSION), answers('/media-servers', [machine('berlin', { networks: many }), machine('madrid', { networks: ['::/0'] }), machine('rome')]));
    await show('/media-servers', '/media-servers', Page);
    expect(await screen.findByText('For people from ::/0')).toBeVisible();
    expect(screen.getByText('For people from 10.0.0.0/16, 10.1.0.0/16, 10.2.0.0/16, 10.3.0.0/16, 10.4.0.0/16, 10.5.0.0/16 and 2 more')).toBeVisible();
    expect(within(screen.getByRole('region', { name: 'rome' })).queryByText(/For people from/)).toBeNull();
  });

  it('say which of the networks is none [S1.30]', async () => {
    server.use(
      answers('/session', SESSION),
      answers('/media-servers', []),
      answers('/jitsi-videobridges', { items: [{ ...BRIDGE, networks: ['10.1.0.0/16'], enabled: false }] }),
      http.put('*/api/v1/jitsi-videobridges/j1', () =>
        HttpResponse.json(
          { status: 400, code: 'invalid', title: 'Invalid', detail: 'no', errors: [{ pointer: '/networks/1', code: 'jvb.network', detail: 'no' }] },
          { status: 400, headers: { 'Content-Type': 'application/problem+json' } },
        ),
      ),
    );
    await show('/media-servers', '/media-servers', Page);
    await userEvent.click(await screen.findByRole('button', { name: 'Change' }));
    const form = within(await screen.findByRole('dialog'));
    const networks = form.getByRole('textbox', { name: /^Networks of this place/ });
    expect(networks).toHaveValue('10.1.0.0/16');
    await userEvent.type(networks, '{Enter}10.1');
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    expect(await form.findByText(/^Network 2 of the list is none/)).toBeVisible();
    expect(networks).toBeInvalid();
  });

  it('keep one that is not in use, to be changed or removed', async () => {
    let removed = false;
    server.use(
      answers('/session', SESSION),
      answers('/media-servers', [machine('embedded')]),
      http.get('*/api/v1/jitsi-videobridges', () => HttpResponse.json({ items: removed ? [] : [{ ...BRIDGE, enabled: false }] })),
      http.delete('*/api/v1/jitsi-videobridges/j1', () => {
        removed = true;
        return new HttpResponse(null, { status: 204 });
      }),
    );
    await show('/media-servers', '/media-servers', Page);
    const one = within(await screen.findByRole('region', { name: 'berlin' }));
    expect(one.getByText('Set up, but not in use')).toBeVisible();
    await userEvent.click(one.getByRole('button', { name: 'Remove' }));
    await userEvent.click(one.getByRole('button', { name: 'Remove it, its meetings go elsewhere' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'berlin' })).toBeNull());
  });

  it('are in one mood at a time', () => {
    expect(moodOf({ state: 'DOWN', draining: true })).toBe('down');
    expect(moodOf({ state: 'UP', draining: true, drained: false })).toBe('draining');
    expect(moodOf({ state: 'UP', draining: true, drained: true })).toBe('drained');
    expect(moodOf({ state: 'FULL', draining: false })).toBe('full');
  });
});

describe('the media server of a portal', () => {
  it('is chosen by place, with what happens when it is down [S1.30]', async () => {
    let sent: unknown;
    server.use(
      answers('/session', SESSION),
      answers('/portals/p1/media-servers', [
        { name: 'berlin', region: 'Germany', state: 'UP', draining: false },
        { name: 'madrid', region: 'Spain', state: 'DOWN', draining: false },
      ]),
      http.get('*/api/v1/portals/p1/media-server', () => HttpResponse.json(sent ?? { whenDown: 'FALLBACK' })),
      http.put('*/api/v1/portals/p1/media-server', async ({ request }) => HttpResponse.json((sent = await request.json()))),
    );
    await show('/portal', '/portal', Tab);
    const choice = await screen.findByRole('combobox', { name: 'Default media server' });
    expect(choice).toHaveValue('No preference (least load)');
    expect(screen.queryByRole('radio')).toBeNull();
    await userEvent.click(choice);
    expect(screen.getByText('Spain')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('option', { name: 'madrid (Down)' }));
    expect(screen.getByText('This server takes no meetings at the moment.')).toBeVisible();
    await userEvent.click(choice);
    await userEvent.click(screen.getByRole('option', { name: 'berlin' }));
    await userEvent.click(screen.getByRole('radio', { name: /^Do not meet/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent).toEqual({ server: 'berlin', whenDown: 'REFUSE' }));
  });

  it('stays chosen when it is gone', async () => {
    server.use(
      answers('/session', SESSION),
      answers('/portals/p1/media-servers', []),
      answers('/portals/p1/media-server', { server: 'paris', whenDown: 'REFUSE' }),
    );
    await show('/portal', '/portal', Tab);
    expect(await screen.findByRole('combobox', { name: 'Default media server' })).toHaveValue('paris');
    expect(screen.getByText('This server takes no meetings at the moment.')).toBeVisible();
  });
});
