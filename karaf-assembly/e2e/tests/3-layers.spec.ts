import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectsToSeeAndHear, watchPeers } from '../support/media';
import { joinRoom } from '../support/room';
import { signInAsAda, world } from '../support/world';

interface Stat {
  type: string;
  rid?: string;
  kind?: string;
  active?: boolean;
  frameHeight?: number;
  framesPerSecond?: number;
}

/** The statistics of the connection in use. */
function stats(page: Page): Promise<Stat[]> {
  return page.evaluate(async () => {
    const peers = (window as unknown as { peers: RTCPeerConnection[] }).peers;
    const found: Stat[] = [];
    (await peers.at(-1)!.getStats()).forEach((stat: Stat) => found.push(stat));
    return found;
  });
}

async function layersSent(page: Page): Promise<string[]> {
  return (await stats(page))
    .filter((stat) => stat.type === 'outbound-rtp' && stat.rid && (stat.framesPerSecond ?? 0) > 0)
    .map((stat) => stat.rid!)
    .sort();
}

async function heightSeen(page: Page): Promise<number> {
  return Math.max(0, ...(await stats(page)).filter((stat) => stat.type === 'inbound-rtp' && stat.kind === 'video').map((stat) => stat.frameHeight ?? 0));
}

async function open(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext({ permissions: ['camera', 'microphone'] })).newPage();
  await watchPeers(page);
  return page;
}

/** A camera is sent in layers, and everybody gets the one that fits their window. */
test('a small window gets a small picture, a large one a large one, without a new offer', async ({ browser }) => {
  const [ada, guest] = await Promise.all([open(browser), open(browser)]);
  await ada.setViewportSize({ width: 1440, height: 900 });
  await signInAsAda(ada);
  await ada.goto(`${world.acme}/meetings`);
  await ada.getByRole('button', { name: 'Start a meeting' }).first().click();
  await ada.getByRole('button', { name: 'Start now' }).click();
  await joinRoom(ada);
  const link = await ada.getByLabel('Guest link').inputValue();
  await guest.goto(link);
  await guest.getByLabel('Your name').fill('Grace');
  await joinRoom(guest);
  await Promise.all([expectsToSeeAndHear(ada), expectsToSeeAndHear(guest)]);

  // Which of the larger layers arrives depends on how busy the machine is; the smallest has 135 lines.
  await expect.poll(() => heightSeen(ada)).toBeGreaterThan(200);
  await ada.setViewportSize({ width: 320, height: 200 });
  await expect.poll(() => heightSeen(ada)).toBeLessThan(200);
  await expect.poll(() => layersSent(guest)).toEqual(['l']);
  await ada.setViewportSize({ width: 1440, height: 900 });
  await expect.poll(() => heightSeen(ada)).toBeGreaterThan(200);
  await expect.poll(() => layersSent(guest)).toContain('m');
  expect(await ada.evaluate(() => (window as unknown as { peers: unknown[] }).peers.length)).toBe(1);

  await guest.getByRole('button', { name: 'Leave' }).click();
  await expect.poll(() => layersSent(ada)).toEqual([]);
  await ada.getByRole('button', { name: 'Leave' }).click();
  await ada.getByRole('menuitem', { name: 'End for everybody' }).click();
  await Promise.all([ada.context().close(), guest.context().close()]);
});
