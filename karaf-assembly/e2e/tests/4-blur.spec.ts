import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { heard, watchPeers } from '../support/media';
import { picture } from '../support/pictures';
import { joinRoom } from '../support/room';
import { signInAsAda, world } from '../support/world';

/** A camera whose background is blurred in the browser: Ada sends, Grace looks. */
test.describe.configure({ mode: 'serial' });

let contexts: BrowserContext[];
let ada: Page;
let grace: Page;
const loaded: string[] = [];

async function person(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  contexts.push(context);
  const page = await context.newPage();
  await watchPeers(page);
  await page.addInitScript(() => {
    const cameras: MediaStreamTrack[] = [];
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      const stream = await ask(wanted);
      cameras.push(...stream.getVideoTracks());
      return stream;
    };
    Object.assign(window, { cameras });
  });
  return page;
}

/** What is sent as picture: the camera itself, or what was made of it. */
const sent = (page: Page) =>
  page.evaluate(() => {
    const { peers, cameras } = window as unknown as { peers: RTCPeerConnection[]; cameras: MediaStreamTrack[] };
    const tracks = peers
      .filter((peer) => peer.connectionState === 'connected')
      .flatMap((peer) => peer.getSenders())
      .flatMap(({ track }) => (track?.kind === 'video' ? [track] : []));
    return tracks.map((track) => (cameras.some(({ id }) => id === track.id) ? 'camera' : 'made'));
  });

const lit = (page: Page) =>
  page.evaluate(() => (window as unknown as { cameras: MediaStreamTrack[] }).cameras.filter(({ readyState, enabled }) => readyState === 'live' && enabled).length);

/** How strong the edges of the other's picture are: the largest step between neighbours in a row, of 255. */
const edges = (page: Page) =>
  page.evaluate(() => {
    const video = [...document.querySelectorAll('video')].find((one) => !one.closest('[data-self]') && one.videoWidth > 0);
    if (!video) {
      return -1;
    }
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [160, 120];
    const pen = canvas.getContext('2d')!;
    pen.drawImage(video, 0, 0, 160, 120);
    const { data } = pen.getImageData(0, 0, 160, 120);
    let most = 0;
    for (let at = 4; at < data.length; at += 4) {
      if ((at / 4) % 160 !== 0) {
        most = Math.max(most, Math.abs(data[at + 1]! - data[at - 3]!));
      }
    }
    return most;
  });

async function expectsMoreFrames(page: Page): Promise<void> {
  const { frames } = await heard(page);
  await expect.poll(async () => (await heard(page)).frames).toBeGreaterThan(frames + 10);
}

const blur = (page: Page) => page.getByRole('switch', { name: 'Blur the background' });
const devices = async (page: Page) => {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Microphone, camera, speaker' }).click();
  await expect(blur(page)).toBeVisible();
};
const closeDevices = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();

test.beforeAll(async ({ browser }) => {
  contexts = [];
  [ada, grace] = [await person(browser), await person(browser)];
  ada.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await signInAsAda(ada);
  await ada.goto(`${world.acme}/meetings`);
  await ada.getByRole('button', { name: 'Start a meeting' }).first().click();
  await ada.getByRole('combobox', { name: 'Video quality' }).click();
  await ada.getByRole('option', { name: 'Low', exact: true }).click();
  await ada.getByRole('button', { name: 'Start now' }).click();
  await expect(blur(ada)).toBeVisible();
  await joinRoom(ada);
  const link = await ada.getByLabel('Guest link').inputValue();
  await grace.goto(link);
  await grace.getByLabel('Your name').fill('Grace');
  await joinRoom(grace);
});

test.afterAll(async () => {
  await Promise.all(contexts.map((context) => context.close()));
});

test('nothing is loaded for it before it is switched on', async () => {
  await expectsMoreFrames(grace);
  await expect.poll(() => sent(ada)).toEqual(['camera']);
  await expect.poll(() => edges(grace)).toBeGreaterThan(60);
  expect(loaded.filter((path) => /blur|litert|selfie/.test(path))).toEqual([]);
});

test('the background is blurred: another track is sent without a new offer, and it goes on', async () => {
  const peers = await ada.evaluate(() => (window as unknown as { peers: unknown[] }).peers.length);
  await devices(ada);
  await blur(ada).click();
  await expect.poll(() => sent(ada)).toEqual(['made']);
  expect(await lit(ada)).toBe(0);
  await expect(blur(ada)).toBeChecked();
  // The model was loaded and runs: the words for "until then" go.
  await expect(ada.getByText('Getting ready.')).toHaveCount(0, { timeout: 90_000 });
  await expect(blur(ada)).toBeChecked();
  await picture(ada, 'room', 'blur');
  await closeDevices(ada);
  await expectsMoreFrames(grace);
  // There is nobody in the picture of the made-up camera, so all of it is background.
  await expect.poll(() => edges(grace)).toBeLessThan(30);
  await expect.poll(() => edges(grace)).toBeGreaterThan(0);
  expect(await ada.evaluate(() => (window as unknown as { peers: unknown[] }).peers.length)).toBe(peers);
  expect(loaded.filter((path) => /litert.*\.wasm$|selfie.*\.tflite$/.test(path))).toHaveLength(2);
});

test('switched off, the camera itself is sent again', async () => {
  await devices(ada);
  await blur(ada).click();
  await expect.poll(() => sent(ada)).toEqual(['camera']);
  expect(await lit(ada)).toBe(1);
  await expect.poll(() => edges(grace)).toBeGreaterThan(60);
  await blur(ada).click();
  await expect.poll(() => sent(ada)).toEqual(['made']);
  await closeDevices(ada);
});

test('it is remembered: a camera switched on again is never seen as it is', async () => {
  await ada.getByRole('button', { name: 'Switch camera off' }).click();
  await expect.poll(() => sent(ada)).toEqual([]);
  expect(await ada.evaluate(() => (window as unknown as { cameras: MediaStreamTrack[] }).cameras.every(({ readyState }) => readyState === 'ended'))).toBe(true);
  await ada.getByRole('button', { name: 'Switch camera on' }).click();
  await expect.poll(() => sent(ada)).toEqual(['made']);
  expect(await lit(ada)).toBe(0);
  await expectsMoreFrames(grace);
});

test('where the model does not come the camera goes off, and the switch says why', async () => {
  await ada.getByRole('button', { name: 'Switch camera off' }).click();
  await contexts[0]!.route(/\.tflite$/, (route) => route.abort());
  await ada.getByRole('button', { name: 'Switch camera on' }).click();
  const says = 'This device cannot blur the background, so the camera was switched off.';
  await expect(ada.getByText(says).first()).toBeVisible({ timeout: 90_000 });
  await devices(ada);
  await expect(ada.getByRole('dialog').getByText(says)).toBeVisible();
  await expect(blur(ada)).not.toBeChecked();
  await expect.poll(() => sent(ada)).toEqual([]);
  await closeDevices(ada);
  await contexts[0]!.unroute(/\.tflite$/);
});
