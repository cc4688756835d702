import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectsToSeeAndHear, watchPeers } from '../support/media';
import { joinRoom } from '../support/room';
import { freePorts, OwnServer } from '../support/server';
import type { Wire } from '../support/wire';
import { signIn } from '../support/world';

/** The disk runs full during a recording, on a server of its own whose recordings are in memory. */
test.describe.configure({ mode: 'serial' });

const password = 'a cable for every socket';
const megabyte = 1 << 20;

let browser: Browser;
let server: OwnServer;
let wire: Wire;
let disk: string;
let room: number;
let contexts: BrowserContext[];
let ada: Page;
let grace: Page;

async function person(): Promise<Page> {
  const context = await browser.newContext();
  contexts.push(context);
  const page = await context.newPage();
  await watchPeers(page);
  return page;
}

async function begin(): Promise<void> {
  await ada.getByRole('button', { name: 'More', exact: true }).click();
  await ada.getByRole('menuitem', { name: 'Record the meeting' }).click();
  await ada.getByRole('button', { name: 'Begin', exact: true }).click();
}

const recorded = (page: Page) => page.getByText('You are being recorded');

/** Returns when there are so many seconds to be played. */
async function lasts(seconds: number): Promise<void> {
  const begun = Date.now();
  await expect.poll(() => Date.now() - begun).toBeGreaterThan(seconds * 1_000);
}

type Known = { id: string; state: string; cut?: string; parts: { number: number; kind: string; durationMillis: number }[] };
const recordings = async (): Promise<Known[]> => (await wire.call('GET', `/api/v1/portals/${server.id}/recordings`)).json.items as Known[];

test.beforeAll(async ({ browser: given }) => {
  browser = given;
  contexts = [];
  disk = mkdtempSync('/dev/shm/recordings-');
  const { bavail, bsize } = statfsSync(disk);
  const free = Math.floor((bavail * bsize) / megabyte);
  // Browsers put pictures there, too; what they take and give back meanwhile must not matter.
  room = Math.min(256, Math.floor(free / 4));
  const [media] = (await freePorts(1)) as [number];
  server = await OwnServer.fresh('disk', {
    PATCHBAY_MEDIA_PORT: String(media),
    PATCHBAY_RECORDINGS_FOLDER: disk,
    PATCHBAY_RECORDINGS_SPARE_MEGABYTES: String(free - room),
    PATCHBAY_RECORDINGS_LOOK_SECONDS: '2',
  });
  wire = await server.settle('ada', password, ['RECORDING']);
  [ada, grace] = [await person(), await person()];
  await signIn(ada, server.portal, 'ada', password);
  await ada.goto(`${server.portal}/meetings`);
  await ada.getByRole('button', { name: 'Start a meeting' }).first().click();
  await ada.getByRole('button', { name: 'Start now' }).click();
  await joinRoom(ada);
  await grace.goto(await ada.getByLabel('Guest link').inputValue());
  await grace.getByLabel('Your name').fill('Grace');
  await joinRoom(grace);
  await Promise.all([expectsToSeeAndHear(ada), expectsToSeeAndHear(grace)]);
});

test.afterAll(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  await server?.kill();
  rmSync(disk, { recursive: true, force: true });
});

test('a full disk ends the recording and not the meeting, and everybody is told why', async () => {
  await begin();
  await grace.getByRole('button', { name: 'Agree', exact: true }).click();
  await Promise.all([expect(recorded(ada)).toBeVisible(), expect(recorded(grace)).toBeVisible()]);
  await lasts(5);
  writeFileSync(join(disk, 'other'), Buffer.alloc((room + 16) * megabyte));

  for (const page of [ada, grace]) {
    await expect(page.getByText('The recording ended: the server’s disk takes nothing more.')).toBeVisible();
    await expect(recorded(page)).toHaveCount(0);
  }
  await Promise.all([expectsToSeeAndHear(ada), expectsToSeeAndHear(grace)]);
  const stopped = (await wire.call('GET', `/api/v1/portals/${server.id}/events?type=meeting.recording.stopped`)).json.items;
  expect(stopped[0].data.reason).toBe('DISK');
  await begin();
  await expect(ada.getByText('The server cannot write recordings at the moment')).toBeVisible();
});

test('what was written plays, and is offered', async () => {
  test.setTimeout(300_000);
  await expect.poll(async () => (await recordings())[0]?.state, { timeout: 240_000 }).toBe('READY');
  const [made] = await recordings();
  expect(made!.cut).toBe('DISK');
  const owner = await ada.context().newPage();
  await owner.goto(`${server.portal}/recordings/${made!.id}`);
  await expect(owner.getByText('It ended early, as the server’s disk took nothing more.')).toBeVisible();
  const files = owner.getByRole('region', { name: 'Files' });
  await files.getByRole('button', { name: 'Play Camera · Grace' }).first().click();
  const video = owner.locator('video');
  await video.evaluate(async (one: HTMLVideoElement) => {
    one.muted = true;
    await one.play();
  });
  await expect.poll(() => video.evaluate((one: HTMLVideoElement) => one.currentTime)).toBeGreaterThan(1);
  await owner.close();
});

test('once there is space again, the next recording works', async () => {
  test.setTimeout(300_000);
  rmSync(join(disk, 'other'));
  await begin();
  await expect(recorded(ada)).toBeVisible();
  await lasts(3);
  await ada.getByRole('button', { name: 'More', exact: true }).click();
  await ada.getByRole('menuitem', { name: 'End the recording' }).click();
  await expect.poll(async () => (await recordings()).map(({ state, cut }) => `${state} ${cut ?? 'whole'}`), { timeout: 240_000 }).toEqual(['READY whole', 'READY DISK']);
});
