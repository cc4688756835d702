import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { haveFeatures } from '../support/features';
import { expectsToSeeAndHear, watchPeers } from '../support/media';
import { picture } from '../support/pictures';
import { joinRoom } from '../support/room';
import { Wire } from '../support/wire';
import { signInAsAda, world } from '../support/world';

/** A meeting is recorded: Ada begins, Grace agrees, Alan does not. */
test.describe.configure({ mode: 'serial' });

let browser: Browser;
let contexts: BrowserContext[];
let ada: Page;
let grace: Page;
let alan: Page;
let root: Wire;
let portal: string;
let link: string;
let address: string;

const api = (path: string) => `/api/v1${path}`;

async function person(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context = await browser.newContext(options);
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

async function start(): Promise<void> {
  await ada.goto(`${world.acme}/meetings`);
  await ada.getByRole('button', { name: 'Start a meeting' }).first().click();
  await ada.getByRole('combobox', { name: 'Video quality' }).click();
  await ada.getByRole('option', { name: 'Low', exact: true }).click();
  await ada.getByRole('button', { name: 'Start now' }).click();
  await expect(ada.getByRole('meter', { name: 'Level of the microphone' })).toBeVisible();
  await joinRoom(ada);
  await expect(ada.getByLabel('Guest link')).toBeVisible();
  link = await ada.getByLabel('Guest link').inputValue();
}

const note = (page: Page) => page.locator('[data-recording]');
const more = (page: Page) => page.getByRole('button', { name: 'More', exact: true });

/** Plays, and goes on playing. */
async function plays(page: Page): Promise<void> {
  const video = page.locator('video');
  await expect(video).toBeVisible();
  await video.evaluate(async (one: HTMLVideoElement) => {
    one.muted = true;
    await one.play();
  });
  await expect.poll(() => video.evaluate((one: HTMLVideoElement) => one.currentTime)).toBeGreaterThan(1);
  expect(await video.evaluate((one: HTMLVideoElement) => one.videoWidth)).toBeGreaterThan(0);
}

test.beforeAll(async ({ browser: given }) => {
  browser = given;
  contexts = [];
  root = await new Wire(world.root).signIn('root', world.rootPassword);
  const list = (await root.call('GET', api('/portals?limit=500'))).json.items as { id: string; host: string }[];
  portal = list.find(({ host }) => host === 'acme.localhost')!.id;
  [ada, grace, alan] = [await person(), await person(), await person({ viewport: { width: 360, height: 740 }, colorScheme: 'dark' })];
  await signInAsAda(ada);
});

test.afterAll(async () => {
  await Promise.all(contexts.map((context) => context.close()));
});

test('a portal without recording neither shows nor accepts it [S0.24] [S0.27]', async () => {
  await haveFeatures('PIN');
  await start();
  await more(ada).click();
  await expect(ada.getByRole('menuitem', { name: 'Keyboard shortcuts' })).toBeVisible();
  await expect(ada.getByRole('menuitem', { name: 'Record the meeting' })).toHaveCount(0);
  await ada.keyboard.press('Escape');
  await ada.goto(`${world.acme}/meetings`);
  await expect(ada.getByRole('link', { name: 'Recordings' })).toHaveCount(0);
});

test('everybody is asked, and who does not agree stays and is not recorded [S0.24]', async () => {
  await haveFeatures('PIN', 'RECORDING');
  await ada.reload();
  await start();
  await comeIn(grace, 'Grace');
  await comeIn(alan, 'Alan');
  await Promise.all([expectsToSeeAndHear(ada), expectsToSeeAndHear(grace)]);

  await more(ada).click();
  await ada.getByRole('menuitem', { name: 'Record the meeting' }).click();
  await expect(ada.getByText('Everybody is asked whether they agree')).toBeVisible();
  await ada.getByRole('button', { name: 'Begin', exact: true }).click();
  await expect(ada.getByText('You are being recorded')).toBeVisible();
  for (const guest of [grace, alan]) {
    await expect(guest.getByRole('dialog', { name: 'This meeting is being recorded' })).toBeVisible();
  }
  await picture(alan, 'recordings', 'consent');
  expect((await new AxeBuilder({ page: alan }).include('[role="dialog"]').analyze()).violations).toEqual([]);
  await grace.getByRole('button', { name: 'Agree', exact: true }).click();
  await alan.getByRole('button', { name: 'Do not record me' }).click();
  await expect(grace.getByText('You are being recorded')).toBeVisible();
  await expect(note(alan)).toContainText('Being recorded');
  await expectsToSeeAndHear(alan);
  await picture(ada, 'recordings', 'room');

  // Long enough for a film that can be looked at.
  const begun = await ada.evaluate(() => performance.now());
  await expect.poll(() => ada.evaluate(() => performance.now())).toBeGreaterThan(begun + 8_000);
  await more(ada).click();
  await ada.getByRole('menuitem', { name: 'End the recording' }).click();
  await expect(note(alan)).toHaveCount(0);
  await expectsToSeeAndHear(alan);
});

test('the film is made, plays and is downloaded; the ledger says who agreed and who watched [S0.24]', async () => {
  await ada.goto(`${world.acme}/recordings`);
  await ada.getByRole('link', { name: 'Meeting of Ada Lovelace' }).first().click();
  address = ada.url();
  await expect(ada.getByText('Ready', { exact: true })).toBeVisible({ timeout: 120_000 });
  await expect(ada.getByRole('region', { name: 'Player' })).toBeVisible();
  await plays(ada);
  await picture(ada, 'recordings', 'recording');
  const files = ada.getByRole('region', { name: 'Files' });
  await expect(files.getByText('Microphone · Ada Lovelace').first()).toBeVisible();
  await expect(files.getByText('Microphone · Grace').first()).toBeVisible();
  await expect(files.getByText(/Alan/)).toHaveCount(0);
  await expect(files.getByText('Film', { exact: true })).toBeVisible();
  await files.getByRole('button', { name: 'Play Camera · Grace' }).first().click();
  await plays(ada);
  const saved = ada.waitForEvent('download');
  await files.getByRole('link', { name: 'Download Film' }).click();
  expect((await saved).suggestedFilename()).toMatch(/\.webm$/);

  await ada.reload();
  const ledger = ada.getByRole('region', { name: 'Who agreed and who watched' });
  for (const line of ['Did not agree', 'Agreed', 'Played', 'Downloaded']) {
    await expect(ledger.getByText(line, { exact: true }).first()).toBeVisible();
  }
  await expect(ledger.getByText('Alan')).toBeVisible();
});

test('pieces are answered as pieces', async () => {
  const there = await ada.evaluate(async () => {
    const source = document.querySelector('video')!.src;
    const ask = async (method: string, range?: string) => {
      const reply = await fetch(source, { method, headers: range ? { Range: range } : {} });
      return { status: reply.status, range: reply.headers.get('Content-Range'), length: Number(reply.headers.get('Content-Length')), got: (await reply.arrayBuffer()).byteLength };
    };
    return { head: await ask('HEAD'), piece: await ask('GET', 'bytes=10-19'), beyond: await ask('GET', 'bytes=99999999999-') };
  });
  expect(there.head).toMatchObject({ status: 200, got: 0 });
  expect(there.piece).toMatchObject({ status: 206, length: 10, got: 10, range: `bytes 10-19/${there.head.length}` });
  expect(there.beyond).toMatchObject({ status: 416, range: `bytes */${there.head.length}` });
});

test('a link works for its owner alone, for everybody where the portal allows it, and no more when it is taken back [S0.25]', async () => {
  await ada.getByRole('button', { name: 'Make a link' }).click();
  const shared = await ada.getByRole('textbox', { name: 'Link' }).inputValue();
  expect(shared).toMatch(/\/r\/[\w-]{22}$/);
  const stranger = await person();
  await stranger.goto(shared);
  await expect(stranger.getByRole('heading', { name: 'Sign in to watch' })).toBeVisible();
  const own = await ada.context().newPage();
  await own.goto(shared);
  await plays(own);
  await own.close();

  await haveFeatures('PIN', 'RECORDING', 'PUBLIC_DOWNLOAD');
  await stranger.reload();
  await plays(stranger);
  await picture(stranger, 'recordings', 'shared');
  const newest = async () => (await root.call('GET', api(`/portals/${portal}/audit?limit=20`))).json.items.map((entry: { action: string }) => entry.action);
  expect(await newest()).toContain('recording.shared');

  await ada.getByRole('button', { name: 'Take the link back' }).click();
  await expect(ada.getByRole('button', { name: 'Take the link back' })).toHaveCount(0);
  await stranger.reload();
  await expect(stranger.getByRole('heading', { name: 'This link leads nowhere' })).toBeVisible();
  expect(await newest()).toContain('recording.unshared');
});

test('it is renamed and deleted, and gives its storage back [S1.08]', async () => {
  await ada.goto(address);
  await ada.getByRole('button', { name: 'Rename' }).click();
  await ada.getByRole('dialog').getByLabel('Title').fill('Monday');
  await ada.getByRole('button', { name: 'Save' }).click();
  await expect(ada.getByRole('heading', { name: 'Monday', level: 1 })).toBeVisible();
  const use = async () => Number(await ada.evaluate(async () => ((await (await fetch('/api/v1/account/storage')).json()).byKind.recordings ?? 0) as number));
  expect(await use()).toBeGreaterThan(0);
  await ada.getByRole('button', { name: 'Delete', exact: true }).click();
  const dialog = ada.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Monday');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(ada.getByRole('heading', { name: 'Recordings', level: 1 })).toBeVisible();
  await expect(ada.getByText('No recordings yet')).toBeVisible();
  expect(await use()).toBe(0);
});
