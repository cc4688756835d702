import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { expectsToSeeAndHear, heard, loseConnection, peersOf, watchPeers } from '../support/media';
import { familyOf, residentMegabytes } from '../support/memory';
import { joinRoom } from '../support/room';
import { putMeetingsOnTheVideobridge, videobridge } from '../support/videobridge';
import { setPassword, setupLink, signInAsAda, signInAsRoot, world } from '../support/world';

/** What a person does with a fresh server, step by step; each step stands on the one before. */
test.describe.configure({ mode: 'serial' });

let link = '';
let rootContext: BrowserContext;
let adaContext: BrowserContext;
let guestContext: BrowserContext;
let root: Page;
let ada: Page;
let guest: Page;

test.beforeAll(async ({ browser }) => {
  [rootContext, adaContext, guestContext] = await Promise.all([browser.newContext(), browser.newContext(), browser.newContext()]);
  [root, ada, guest] = await Promise.all([rootContext.newPage(), adaContext.newPage(), guestContext.newPage()]);
  await watchPeers(ada);
  await watchPeers(guest);
});

test.afterAll(async () => {
  await Promise.all([rootContext.close(), adaContext.close(), guestContext.close()]);
});

test('root sets a password by the one-time link, which then works no more [S0.11]', async () => {
  const first = setupLink();
  await setPassword(root, first, world.rootPassword);
  expect(root.url()).not.toContain('#');
  await expect(root.getByRole('heading', { name: 'Your server' })).toBeVisible();

  const again = await root.context().newPage();
  await again.goto(first);
  await expect(again.getByText('This link no longer works')).toBeVisible();
  await again.close();
});

test('a fresh server leads to its first portal, which answers at once on its host [S0.12] [S0.13] [S0.14] [S0.30] [S0.42]', async () => {
  await expect(root.getByRole('list').filter({ hasText: 'Create a portal' })).toContainText('Add its first person');
  await root.getByRole('link', { name: /Create a portal/ }).click();
  await root.getByLabel('Name', { exact: true }).fill('Acme');
  await root.getByLabel('Host').fill('acme.localhost');
  await expect(root.getByText(`People will sign in at ${world.acme}/`)).toBeVisible();
  await root.getByRole('button', { name: 'Create portal' }).click();
  await expect(root.getByRole('heading', { name: 'Acme', level: 1 })).toBeVisible();

  const there = await root.context().newPage();
  await there.goto(world.acme);
  await expect(there.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(there.getByText('Acme', { exact: true })).toBeVisible();
  await there.close();
});

test('a host is refused a second time, at its field [S0.17]', async () => {
  await root.goto('/portals/new');
  await root.getByLabel('Name', { exact: true }).fill('Other');
  await root.getByLabel('Host').fill('acme.localhost');
  await root.getByRole('button', { name: 'Create portal' }).click();
  await expect(root.getByLabel('Host')).toHaveAttribute('aria-invalid', 'true');
  await expect(root.getByLabel('Host')).toBeFocused();
});

test('root adds an administrator, whose welcome mail waits in the outbox [S0.32] [S0.39] [S1.04] [S1.05] [S1.15]', async () => {
  await root.goto('/portals');
  await root.getByRole('button', { name: 'Acme' }).click();
  await root.getByRole('button', { name: 'Add person' }).first().click();
  await root.getByLabel('Name', { exact: true }).fill(world.ada.name);
  await root.getByLabel('Login name').fill(world.ada.login);
  await root.getByLabel('E-mail').fill(world.ada.email);
  await root.getByLabel('Portal administrator').check();
  await root.getByRole('button', { name: 'Add and invite' }).click();
  await expect(root.getByText(world.ada.email).first()).toBeVisible();
  await expect(root.getByText('Invited', { exact: true })).toBeVisible();

  await root.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Mail' }).click();
  await root.getByRole('row', { name: new RegExp(world.ada.email) }).click();
  await expect(root.getByText('Kept here').first()).toBeVisible();
  await root.getByRole('button', { name: 'Show the body' }).click();
  link = await root.getByLabel('Link in this mail').inputValue();
  expect(link).toContain(`${world.acme}/welcome#`);
});

test('the person sets a password and is in the portal [S1.02]', async () => {
  await setPassword(ada, link, world.ada.password);
  await expect(ada.getByRole('heading', { name: `Good to see you, ${world.ada.name}` })).toBeVisible();
  expect(ada.url()).toBe(`${world.acme}/`);
});

test('a plugin’s jar dropped into deploy appears on the open page, is set up and tested [S0.47]', async () => {
  await ada.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Plugins' }).click();
  await expect(ada.getByRole('heading', { name: 'No plugin is here yet' })).toBeVisible();
  copyFileSync(world.plugin, join(world.data, 'deploy', basename(world.plugin)));
  await ada.getByRole('button', { name: 'HubSpot' }).click();
  await ada.getByRole('textbox', { name: /address/i }).fill(world.hubspot);
  await ada.getByLabel(/token/i).first().fill('a-wrong-one');
  await ada.getByRole('button', { name: 'Save and connect' }).click();
  await expect(ada.getByText(/^Refused: /)).toBeVisible();
  await expect(ada.getByText('It does not work yet')).toBeVisible();
  await expect(ada.getByText('Connected', { exact: true })).toHaveCount(0);

  await ada.getByLabel(/token/i).first().fill(world.hubspotToken);
  await ada.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(ada.getByText('Connected', { exact: true })).toBeVisible();
  await expect(ada.getByText('It answers')).toBeVisible();
  await ada.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(ada.getByText('It answers')).toBeInViewport();
});

test('a script is written with completion, errors are shown at their line, and saving runs it [S0.48]', async () => {
  await fetch(`${world.hubspot}/__contacts`, {
    method: 'POST',
    body: JSON.stringify({ firstname: 'Ada', lastname: 'Lovelace', email: world.ada.email }),
  });
  await ada.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Scripts' }).click();
  await ada.getByRole('link', { name: 'Write a script' }).first().click();
  await ada.getByRole('textbox', { name: 'Name' }).fill('Journal meetings');
  const editor = ada.getByRole('textbox', { name: 'Source of the script' });
  await editor.click();
  await ada.keyboard.press('ControlOrMeta+A');
  await ada.keyboard.insertText("import { crm } from 'patchbay/crm';\nimport { events } from 'patchbay/events';\n\ncrm.");
  await ada.keyboard.type('lookupBy');
  await expect(ada.getByRole('option', { name: /lookupByEmail/ })).toBeVisible();

  await ada.keyboard.press('Escape');
  await ada.keyboard.press('ControlOrMeta+A');
  await ada.keyboard.insertText('const a = 1;\nconst = 2;\n');
  await ada.getByRole('button', { name: 'Save and run' }).click();
  await expect(ada.getByRole('main').getByRole('alert')).toBeVisible();
  await expect(ada.locator('.cm-lintRange-error, .cm-lintPoint-error').first()).toBeVisible();

  await editor.click();
  await ada.keyboard.press('ControlOrMeta+A');
  await ada.keyboard.insertText(SCRIPT);
  await ada.getByRole('button', { name: 'Save and run' }).click();
  await expect(ada.getByText('Running', { exact: true })).toBeVisible();
});

test('meetings are put on a Jitsi Videobridge, if one is given', async () => {
  test.skip(videobridge === '', 'the embedded media server carries them');
  await putMeetingsOnTheVideobridge();
});

test('a guest without an account meets a person; both see and hear each other [S0.01]', async () => {
  await ada.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Meetings' }).click();
  await ada.getByRole('button', { name: 'Start a meeting' }).first().click();
  await ada.getByRole('button', { name: 'Start now' }).click();
  await joinRoom(ada);
  await ada.getByRole('button', { name: 'Copy link' }).click();
  const guestLink = await ada.getByLabel('Guest link').inputValue();
  expect(guestLink).toContain(`${world.acme}/m/`);

  await guest.goto(guestLink);
  await guest.getByLabel('Your name').fill('Grace');
  await joinRoom(guest);
  await expect(ada.getByText('Grace', { exact: true })).toBeVisible();
  await expect(guest.getByText(world.ada.name, { exact: true })).toBeVisible();
  await Promise.all([expectsToSeeAndHear(ada), expectsToSeeAndHear(guest)]);
});

test('a microphone that is switched off is silent for the others, until it is on again', async () => {
  await guest.getByRole('button', { name: 'Switch microphone off' }).click();
  await expect(ada.getByLabel('Microphone off', { exact: true })).toBeVisible();
  await guest.getByRole('button', { name: 'Switch microphone on' }).click();
  await expect(ada.getByLabel('Microphone off', { exact: true })).toHaveCount(0);
  const before = await heard(ada);
  await expect.poll(async () => (await heard(ada)).energy).toBeGreaterThan(before.energy);
});

test('a lost live connection heals by itself, and the meeting goes on', async () => {
  const before = await peersOf(guest);
  await loseConnection(guest);
  await expect.poll(() => peersOf(guest)).toBe(before + 1);
  await expect(guest.getByText(world.ada.name, { exact: true })).toBeVisible();
  await Promise.all([expectsToSeeAndHear(ada), expectsToSeeAndHear(guest)]);
});

test('the host mutes a guest and removes them', async () => {
  await ada.getByRole('button', { name: /People here/ }).click();
  await ada.getByRole('button', { name: 'What the host may do with Grace' }).first().click();
  await ada.getByRole('menuitem', { name: 'Switch microphone off' }).click();
  await expect(guest.getByRole('button', { name: 'Switch microphone on' })).toBeVisible();

  await ada.getByRole('button', { name: 'What the host may do with Grace' }).first().click();
  await ada.getByRole('menuitem', { name: 'Remove from the meeting' }).click();
  await expect(guest.getByRole('heading', { name: 'You were removed from the meeting' })).toBeVisible();
});

test('without the plugin the script’s lookup gets a clear error, and nothing else stops', async () => {
  rmSync(join(world.data, 'deploy', basename(world.plugin)));
  const log = await adaContext.newPage();
  await log.goto(`${world.acme}/plugins`);
  await expect(log.getByRole('heading', { name: 'No plugin is here yet' })).toBeVisible();
  const guestLink = await guest.evaluate(() => location.href);
  await guest.goto(guestLink);
  await guest.getByLabel('Your name').fill('Grace again');
  await joinRoom(guest);
  // Who was removed is told so, and comes in again only if the host says so.
  await expect(guest.getByText(/^A host removed you from/)).toBeVisible();
  await ada.getByRole('button', { name: 'Let Grace again in' }).click();
  await expectsToSeeAndHear(guest);

  await log.goto(`${world.acme}/scripts`);
  await log.getByRole('button', { name: 'Journal meetings' }).click();
  await expect(log.getByText(/crm/i).filter({ hasText: /no |none|not/i }).first()).toBeVisible();
  copyFileSync(world.plugin, join(world.data, 'deploy', basename(world.plugin)));
  await log.goto(`${world.acme}/plugins`);
  await expect(log.getByText('Connected', { exact: true })).toBeVisible();
  await log.close();
});

test('the meeting’s end is journaled in the CRM by the script, whose log streams', async () => {
  const log = await adaContext.newPage();
  await log.goto(`${world.acme}/scripts`);
  await log.getByRole('button', { name: 'Journal meetings' }).click();
  await expect(log.getByRole('list', { name: 'Log' })).toBeVisible();

  await ada.getByRole('button', { name: 'Leave' }).click();
  await ada.getByRole('menuitem', { name: 'End for everybody' }).click();
  await expect(ada.getByRole('heading', { name: 'The meeting has ended' })).toBeVisible();
  await expect(guest.getByRole('heading', { name: 'The meeting has ended' })).toBeVisible();

  await expect(log.getByRole('list', { name: 'Log' }).getByText(/Journaled/)).toBeVisible();
  await expect
    .poll(async () => JSON.stringify(await (await fetch(`${world.hubspot}/__records`)).json()))
    .toContain(`Meeting of ${world.ada.name}`);
  await log.close();
});

test('events are there, live and as history [S0.43]', async () => {
  await ada.goto(`${world.acme}/events`);
  await expect(ada.getByText('Live', { exact: true })).toBeVisible();
  await ada.getByRole('button', { name: 'meeting.ended' }).first().click();
  await expect(ada.getByRole('dialog').getByText('"type": "meeting.ended"')).toBeVisible();
});

test('a portal does not know another, and a wrong guess says nothing [S0.02]', async () => {
  const stranger = await root.context().browser()!.newContext();
  const page = await stranger.newPage();
  await page.goto(`${world.acme}/sign-in`);
  await page.getByLabel('E-mail or login name').fill('root');
  await page.getByLabel('Password', { exact: true }).fill(world.rootPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toHaveText('Login and password do not match.');
  const status = await ada.evaluate(
    async (path) => (await fetch(path)).status,
    '/api/v1/portals/00000000-0000-7000-8000-000000000000/people',
  );
  expect(status).toBe(404);
  await stranger.close();
});

test('signing out ends it, and signing in leads back to the page one came for', async () => {
  const page = await root.context().browser()!.newPage();
  await page.goto(`${world.acme}/people`);
  await page.getByLabel('E-mail or login name').fill(world.ada.email);
  await page.getByLabel('Password', { exact: true }).fill(world.ada.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'People' })).toBeVisible();
  await page.getByRole('button', { name: `Menu of ${world.ada.name}` }).click();
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.close();
});

test('all this takes less than 720 MB of memory, the script worker included [S0.45]', async () => {
  const server = Number(readFileSync(join(world.data, 'patchbay.pid'), 'utf8'));
  // Who saves a script has a second worker ready for half a minute.
  await expect.poll(() => familyOf(server).length).toBe(2);
  expect(residentMegabytes(server)).toBeLessThan(720);
});

test('both may come back later', async () => {
  await signInAsRoot(root);
  await signInAsAda(ada);
});

const SCRIPT = `import { crm } from 'patchbay/crm';
import { events } from 'patchbay/events';

events.on('meeting.participant.joined', async (event) => {
  const [contact] = await crm.lookupByEmail(event.data.email ?? 'nobody@acme.example');
  console.log(contact ? contact.name + ' is in the CRM' : event.data.name + ' is unknown');
});

events.on('meeting.ended', async (event) => {
  const { meeting, title, started, ended } = event.data;
  const contacts = await crm.lookupByEmail('${world.ada.email}');
  await crm.journal({ id: meeting, kind: 'MEETING', outcome: 'held', title, start: started, end: ended, contacts: contacts.map((one) => one.id) });
  console.log('Journaled ' + title);
});
`;
