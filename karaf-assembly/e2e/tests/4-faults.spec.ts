import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { expectsToSeeAndHear, heard, watchPeers } from '../support/media';
import { joinRoom } from '../support/room';
import { freePorts, LossyNetwork, OwnServer, SilentWay, TurnServer } from '../support/server';
import { signIn } from '../support/world';

/** Meetings over bad networks and past a server that dies, on a server of their own. */
test.describe.configure({ mode: 'serial' });

const password = 'a cable for every socket';
const secret = 'between the server and coturn';

let browser: Browser;
let server: OwnServer;
let network: LossyNetwork;
let way: SilentWay;
let turn: TurnServer;
let contexts: BrowserContext[];
let ada: Page;
let grace: Page;
let link: string;

async function person(): Promise<Page> {
  const context = await browser.newContext();
  contexts.push(context);
  const page = await context.newPage();
  await watchPeers(page);
  return page;
}

async function comeIn(page: Page, name: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Your name').fill(name);
  await joinRoom(page);
}

/** How the browser reaches its TURN server in each connection that is in use and goes through one. */
function relayedBy(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const ways: string[] = [];
    for (const peer of (window as unknown as { peers: RTCPeerConnection[] }).peers) {
      if (peer.connectionState === 'connected') {
        const stats = await peer.getStats();
        stats.forEach((stat) => {
          if (stat.type === 'transport' && stat.selectedCandidatePairId) {
            const own = stats.get(stats.get(stat.selectedCandidatePairId).localCandidateId);
            ways.push(own.relayProtocol ?? own.candidateType);
          }
        });
      }
    }
    return ways;
  });
}

test.beforeAll(async ({ browser: given }) => {
  browser = given;
  contexts = [];
  const [media, gate, relay] = (await freePorts(3)) as [number, number, number];
  network = await LossyNetwork.between(gate, media, 20_261_126);
  turn = await TurnServer.on(relay, secret);
  server = await OwnServer.fresh('faults', {
    PATCHBAY_MEDIA_PORT: String(media),
    PATCHBAY_MEDIA_BIND: '127.0.0.1',
    PATCHBAY_MEDIA_ADDRESSES: `127.0.0.1:${gate}`,
    PATCHBAY_TURN_URLS: `turn:127.0.0.1:${relay}?transport=tcp`,
    PATCHBAY_TURN_SECRET: secret,
  });
  await server.settle('ada', password);
  way = await SilentWay.to(server.port);
  const portal = server.portal.replace(String(server.port), String(way.port));
  [ada, grace] = [await person(), await person()];
  await signIn(ada, portal, 'ada', password);
  await ada.goto(`${portal}/meetings`);
  await ada.getByRole('button', { name: 'Start a meeting' }).first().click();
  await ada.getByRole('button', { name: 'Start now' }).click();
  await joinRoom(ada);
  link = new URL(new URL(await ada.getByLabel('Guest link').inputValue()).pathname, portal).href;
  await comeIn(grace, 'Grace');
  await Promise.all([expectsToSeeAndHear(ada), expectsToSeeAndHear(grace)]);
});

test.afterAll(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  await server?.kill();
  way?.close();
  network?.close();
  turn?.close();
});

test('pictures and sound go on where a tenth is lost and all is 200 ms late', async () => {
  await network.lose(0.1);
  await network.delay(200);
  const before = await heard(grace);
  // What was on its way is through once a hundred more are decoded.
  await expect.poll(async () => (await heard(grace)).frames).toBeGreaterThan(before.frames + 100);
  await Promise.all([expectsToSeeAndHear(ada), expectsToSeeAndHear(grace)]);
  await network.lose(0);
  await network.delay(0);
});

test('half a minute without any network ends nothing', async () => {
  await network.lose(1);
  way.silence(true);
  const lost = Date.now();
  await expect.poll(() => Date.now() - lost).toBeGreaterThan(30_000);
  const before = await heard(grace);
  await network.lose(0);
  way.silence(false);
  await expect.poll(async () => (await heard(grace)).frames).not.toBe(before.frames);
  await Promise.all([expectsToSeeAndHear(ada), expectsToSeeAndHear(grace)]);
});

test('who gets no datagram through comes in by way of TURN over TCP [S1.37]', async () => {
  const alan = await person();
  await alan.addInitScript(() => {
    const Original = window.RTCPeerConnection;
    window.RTCPeerConnection = class extends Original {
      constructor(configuration?: RTCConfiguration) {
        super({ ...configuration, iceTransportPolicy: 'relay' });
      }
    };
  });
  await comeIn(alan, 'Alan');
  await expectsToSeeAndHear(alan);
  expect(await relayedBy(alan)).toEqual(['tcp']);
  await alan.context().close();
});

test('a server that is killed has the meeting again when it is back, without a click', async () => {
  await server.kill();
  await expect(grace.getByText(/The connection is gone/)).toBeVisible();
  await server.start();
  await Promise.all([expectsToSeeAndHear(ada), expectsToSeeAndHear(grace)]);
});
