import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { connect, type PeerCertificate } from 'node:tls';
import { deflateSync } from 'node:zlib';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { joinRoom } from '../support/room';
import { type LiveWire, Wire } from '../support/wire';
import { setPassword, signIn, signInAsAda, signInAsRoot, world } from '../support/world';

/** Limits, features, looks and certificates of portals, on the portal acme of the story. */
test.describe.configure({ mode: 'serial' });

let root: Wire;
let acme: string;

test.beforeAll(async () => {
  root = await new Wire(world.root).signIn('root', world.rootPassword);
  acme = (await new Wire(world.acme).call('GET', '/api/v1/portal')).json.id;
});

async function change(some: Record<string, unknown>): Promise<void> {
  const found = await root.call('GET', `/api/v1/portals/${acme}`);
  const { id, created, version, logo, ...draft } = found.json;
  void [id, created, logo];
  const body = JSON.stringify(Object.fromEntries(Object.entries({ ...draft, ...some }).filter(([, value]) => value !== null)));
  const saved = await root.call('PUT', `/api/v1/portals/${acme}`, body, { 'If-Match': `"${version}"` });
  expect(saved.status, saved.text).toBe(200);
}

async function tabOf(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name }).click();
}

test('root sees how full portals are, and what may be set [S0.12] [S0.53]', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  await signInAsRoot(page);
  await page.goto(`${world.root}/portals`);
  await expect(page.getByRole('columnheader', { name: 'In meetings now' })).toBeVisible();
  await page.getByRole('button', { name: 'Acme' }).click();
  await tabOf(page, 'Limits and features');
  await page.getByLabel('People in meetings at once').fill('2');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.').first()).toBeVisible();
  await page.goto(`${world.root}/portals`);
  await expect(page.getByText('0 / 2')).toBeVisible();
  await page.screenshot({ path: 'target/screenshots/portals-list.png' });
  await page.context().close();
});

test('a host that leads nowhere is told with the record that is missing [S0.16]', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  await signInAsRoot(page);
  await page.goto(`${world.root}/portals/new`);
  await page.getByLabel('Host').fill('nowhere.invalid');
  await page.getByRole('button', { name: 'Check where it leads' }).click();
  await expect(page.getByText('nowhere.invalid leads nowhere yet.').or(page.getByText('The name servers did not answer'))).toBeVisible();
  await page.getByLabel('Host').fill('other.localhost');
  await page.getByRole('button', { name: 'Check where it leads' }).click();
  await expect(page.getByText('other.localhost leads to this server.')).toBeVisible();
  await page.context().close();
});

async function guestOf(link: string, name: string, pin?: string): Promise<Wire> {
  const guest = new Wire(world.acme);
  const body = JSON.stringify({ code: link.split('/').pop(), name, ...(pin ? { pin } : {}) });
  return guest.keep(await guest.call('POST', `/api/v1/portals/${acme}/guests`, body));
}

async function join(who: Wire, meeting: string): Promise<{ wire: LiveWire; answer: any }> {
  const wire = await who.live();
  if (typeof wire === 'number') {
    throw new Error(`No live channel: ${wire}`);
  }
  await wire.hello(who.token);
  wire.say(JSON.stringify({ open: 1, channel: 'meeting', portal: acme, with: { meeting } }));
  let answer = await wire.next();
  while (answer.opened !== 1 && answer.problem === undefined) {
    answer = await wire.next();
  }
  return { wire, answer };
}

test('a full portal refuses the next one until somebody leaves [S0.20] [S0.21]', async () => {
  const ada = await new Wire(world.acme).signIn(world.ada.login, world.ada.password);
  const start = async (title: string) => (await ada.call('POST', `/api/v1/portals/${acme}/meetings`, JSON.stringify({ title }))).json;
  const one = await start('One');
  const two = await start('Two');
  const first = await join(await guestOf(one.link, 'A'), one.id);
  const second = await join(await guestOf(two.link, 'B'), two.id);
  expect(first.answer.opened).toBe(1);
  expect(second.answer.opened).toBe(1);

  const late = await guestOf(two.link, 'C');
  const refused = await join(late, two.id);
  expect(refused.answer.problem).toMatchObject({ status: 429, code: 'portal.full', params: { limit: '2' } });
  refused.wire.end();

  first.wire.end();
  await expect
    .poll(async () => {
      const again = await join(late, two.id);
      again.wire.end();
      return again.answer.opened;
    })
    .toBe(1);
  second.wire.end();
  await change({ participantLimit: null });
});

test('a PIN is asked of guests in the browser [S0.26]', async ({ browser }) => {
  const ada = await new Wire(world.acme).signIn(world.ada.login, world.ada.password);
  const meeting = (await ada.call('POST', `/api/v1/portals/${acme}/meetings`, JSON.stringify({ title: 'Locked', pin: '4711' }))).json;
  expect(meeting).toMatchObject({ locked: true, pin: '4711' });
  const page = await (await browser.newContext({ permissions: ['camera', 'microphone'] })).newPage();
  await page.goto(meeting.link);
  await page.getByLabel('Your name').fill('Gus');
  await joinRoom(page);
  await page.getByLabel('PIN of the meeting').fill('0000');
  await joinRoom(page);
  await expect(page.getByText('This is not the PIN of the meeting.')).toBeVisible();
  await page.screenshot({ path: 'target/screenshots/guest-pin.png' });
  await page.getByLabel('PIN of the meeting').fill('4711');
  await joinRoom(page);
  await expect(page.getByRole('button', { name: /Leave/ })).toBeVisible();
  await page.context().close();
});

test('what is off is neither shown nor accepted [S0.23] [S0.27]', async ({ browser }) => {
  await change({ features: [], profiles: ['low'], meetingDefaults: { video: 'low', sharing: 'low' } });
  const page = await (await browser.newContext()).newPage();
  await signInAsAda(page);
  await page.goto(`${world.acme}/meetings`);
  await page.getByRole('button', { name: 'Start a meeting' }).first().click();
  await expect(page.getByLabel('Title')).toBeVisible();
  await expect(page.getByLabel('PIN for guests')).toHaveCount(0);
  await expect(page.getByLabel('Video quality')).toHaveCount(0);
  await page.context().close();

  const ada = await new Wire(world.acme).signIn(world.ada.login, world.ada.password);
  const refused = await ada.call('POST', `/api/v1/portals/${acme}/meetings`, JSON.stringify({ title: 'x', pin: '4711', video: 'hd' }));
  expect(refused.status).toBe(400);
  expect(refused.json.errors.map((error: { pointer: string }) => error.pointer)).toEqual(['/video', '/pin']);
  await change({
    features: ['RECORDING', 'PIN'],
    profiles: ['low', 'standard', 'high', 'hd'],
    meetingDefaults: { video: 'standard', sharing: 'standard' },
  });
});

test('administrators set what concerns their portal, no more [S0.04] [S0.29] [S1.26] [S1.29] [S1.39]', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  await signInAsAda(page);
  await page.goto(`${world.acme}/portal`);
  await expect(page.getByLabel('Host')).toBeDisabled();
  await tabOf(page, 'Limits and features');
  await expect(page.getByLabel('People in meetings at once')).toBeDisabled();
  await tabOf(page, 'Meeting defaults');
  await expect(page.getByText(/Raising it can harm connections/)).toBeVisible();
  await tabOf(page, 'Branding');
  await page.getByLabel('Support contact').fill('help@reseller.example');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.').first()).toBeVisible();
  await page.setInputFiles('input[type=file]', { name: 'logo.png', mimeType: 'image/png', buffer: picture() });
  await expect(page.getByAltText('Logo of Acme')).toBeVisible();
  await page.screenshot({ path: 'target/screenshots/portal-branding.png' });
  await page.context().close();

  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(`${world.acme}/sign-in`);
  await expect(stranger.getByRole('link', { name: 'help@reseller.example' })).toHaveAttribute('href', 'mailto:help@reseller.example');
  await expect(stranger.locator('main img')).toHaveJSProperty('naturalWidth', 8);
  await stranger.screenshot({ path: 'target/screenshots/sign-in-branded.png' });
  await stranger.context().close();

  const ada = await new Wire(world.acme).signIn(world.ada.login, world.ada.password);
  const found = await ada.call('GET', `/api/v1/portals/${acme}`);
  const { id, created, version, logo, ...draft } = found.json;
  void [id, created, logo];
  const refused = await ada.call('PUT', `/api/v1/portals/${acme}`, JSON.stringify({ ...draft, participantLimit: 5 }), { 'If-Match': `"${version}"` });
  expect(refused.status).toBe(403);
  expect(refused.json.errors[0].pointer).toBe('/participantLimit');
});

/** A red PNG of eight by eight. */
function picture(): Buffer {
  const chunk = (kind: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(8, 0);
  header.writeUInt32BE(8, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.concat(Array.from({ length: 8 }, () => Buffer.concat([Buffer.from([0]), Buffer.alloc(24, Buffer.from([255, 0, 0]))])));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    }
  }
  return (value ^ 0xffffffff) >>> 0;
}

test('without a web interface there is the API alone [S0.18]', async () => {
  await change({ webInterface: false });
  const page = await new Wire(world.acme).call('GET', '/meetings');
  expect(page.status).toBe(404);
  expect(page.text).toContain('The web interface is switched off');
  expect((await new Wire(world.acme).call('GET', '/api/v1/portal')).status).toBe(200);
  await change({ webInterface: true });
});

test('nobody starts a meeting in an expired portal, until root extends it [S0.19]', async () => {
  const ada = await new Wire(world.acme).signIn(world.ada.login, world.ada.password);
  await change({ expires: '2020-01-01' });
  const reply = await ada.call('POST', `/api/v1/portals/${acme}/meetings`, JSON.stringify({ title: 'Late' }));
  expect([401, 403]).toContain(reply.status);
  await change({ expires: null });
  const again = await new Wire(world.acme).signIn(world.ada.login, world.ada.password);
  expect((await again.call('POST', `/api/v1/portals/${acme}/meetings`, JSON.stringify({ title: 'On time' }))).status).toBe(201);
});

const httpsPort = () => Number(process.env.E2E_HTTPS_PORT);

/** The certificate that a client gets who asks for this name. */
function certificateFor(servername: string): Promise<PeerCertificate> {
  return new Promise((done, failed) => {
    const socket = connect({ host: '127.0.0.1', port: httpsPort(), servername, rejectUnauthorized: false }, () => {
      done(socket.getPeerCertificate());
      socket.end();
    });
    socket.on('error', failed);
  });
}

function selfSigned(host: string): string {
  const folder = mkdtempSync(path(tmpdir(), 'patchbay-'));
  const [key, cert] = [path(folder, 'key.pem'), path(folder, 'cert.pem')];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '90', '-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  return readFileSync(cert, 'utf8') + readFileSync(key, 'utf8');
}

test('each host shows its certificate, a new one without a restart [S0.07] [S0.09] [S0.10]', async ({ browser }) => {
  const own = (await certificateFor('acme.localhost')).fingerprint256;
  const added = await root.call('POST', '/api/v1/certificates', JSON.stringify({ pem: selfSigned('one.example') }));
  expect(added.status, added.text).toBe(201);
  expect(added.text).not.toContain('PRIVATE');
  await expect.poll(async () => (await certificateFor('one.example')).subject.CN).toBe('one.example');
  expect((await certificateFor('acme.localhost')).fingerprint256).toBe(own);

  const replaced = await root.call('PUT', `/api/v1/certificates/${added.json.id}`, JSON.stringify({ pem: selfSigned('one.example') }));
  await expect
    .poll(async () => (await certificateFor('one.example')).fingerprint256)
    .toBe(replaced.json.fingerprint);

  await certificatesPage(browser);
});

async function certificatesPage(browser: Browser): Promise<void> {
  const page = await (await browser.newContext()).newPage();
  await signInAsRoot(page);
  await page.goto(`${world.root}/certificates`);
  await expect(page.getByRole('heading', { name: 'one.example' })).toBeVisible();
  await expect(page.getByText('Self-signed').first()).toBeVisible();
  await page.screenshot({ path: 'target/screenshots/certificates.png' });
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('button', { name: 'Remove it now' }).click();
  await expect(page.getByRole('heading', { name: 'one.example' })).toHaveCount(0);
  await page.context().close();
}

const YAML = { 'Content-Type': 'application/yaml' };
const max = { name: 'Max Power', login: 'max', email: 'max@globex.example', password: 'a plug for every jack' };
const globexHost = world.root.replace('localhost', 'globex.localhost');
let globex = '';

/** A field that opens a list. */
const choice = (page: Page, label: string) => page.getByLabel(label, { exact: true }).first();

/** The link of the latest mail to the address. */
async function linkFor(address: string): Promise<string> {
  const { items } = (await root.call('GET', `/api/v1/portals/${await ownPortal()}/mails?limit=50`)).json;
  const mail = items.find((one: { to: string }) => one.to === address);
  const body = await root.call('GET', `/api/v1/portals/${await ownPortal()}/mails/${mail.id}/body`);
  return /https?:\/\/\S+/.exec(body.json.text)![0];
}

async function ownPortal(): Promise<string> {
  return (await root.call('GET', '/api/v1/portal')).json.id;
}

test('a new portal leads on to its first administrator, whom root makes for any portal [S0.31] [S0.34] [S0.35] [S0.39] [S0.41]', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  await signInAsRoot(page);
  await page.goto(`${world.root}/portals/new`);
  await page.getByLabel('Name', { exact: true }).fill('Globex');
  await page.getByLabel('Host').fill('globex.localhost');
  await page.getByRole('button', { name: 'Create portal' }).click();
  await expect(page.getByText('globex.localhost answers now')).toBeVisible();
  await page.screenshot({ path: 'target/screenshots/portal-next-step.png' });
  await page.getByRole('link', { name: 'Next, add its first administrator' }).click();
  await expect(choice(page, 'Portal')).toHaveValue('Globex');
  await expect(page.getByLabel('Assign portal administrator privilege')).toBeChecked();
  await page.getByLabel('Name', { exact: true }).fill('Gina Globex');
  await page.getByLabel('Login name').fill('gina');
  await page.getByLabel('E-mail').fill('gina@globex.example');
  await page.screenshot({ path: 'target/screenshots/first-administrator.png', fullPage: true });
  await page.getByRole('button', { name: 'Add and invite' }).click();
  await expect(page.getByText('gina@globex.example').first()).toBeVisible();
  globex = /portals\/([^/?]+)/.exec(page.url())![1]!;

  // Another one from root's own people, by the selector, without the privilege.
  await page.goto(`${world.root}/people/new`);
  await choice(page, 'Portal').click();
  await page.getByRole('option', { name: 'Globex' }).click();
  await expect(page.getByLabel('Assign portal administrator privilege')).not.toBeChecked();
  await page.getByLabel('Name', { exact: true }).fill(max.name);
  await page.getByLabel('Login name').fill(max.login);
  await page.getByLabel('E-mail').fill(max.email);
  await page.getByRole('button', { name: 'Add and invite' }).click();
  await expect.poll(async () => (await root.call('GET', `/api/v1/portals/${globex}/people?text=max`)).json.items.length).toBe(1);

  await page.goto(`${world.root}/mail`);
  await expect(page.getByRole('row', { name: /gina@globex.example/ })).toContainText('Invitation of an administrator');
  await expect(page.getByRole('row', { name: /max@globex.example/ })).toContainText('Welcome');
  await page.context().close();
});

test('a portal is made in one step, with its limits and features [S0.13] [S0.19] [S0.20] [S0.22]', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  await signInAsRoot(page);
  await page.goto(`${world.root}/portals/new`);
  await page.getByLabel('Name', { exact: true }).fill('Hooli');
  await page.getByLabel('Host').fill('hooli.localhost');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByLabel('Last day').fill('2999-12-31');
  await page.getByLabel('People in meetings at once').fill('25');
  await page.getByLabel('Public download of recordings').check();
  await page.getByLabel('Meeting PIN').uncheck();
  await page.getByLabel(/^HD/).uncheck();
  await page.screenshot({ path: 'target/screenshots/portal-new-more.png', fullPage: true });
  await page.getByRole('button', { name: 'Create portal' }).click();
  await expect(page.getByText('hooli.localhost answers now')).toBeVisible();
  const id = /portals\/([^/?]+)/.exec(page.url())![1]!;
  const made = (await root.call('GET', `/api/v1/portals/${id}`)).json;
  expect(made).toMatchObject({ expires: '2999-12-31', participantLimit: 25 });
  expect(made.features.sort()).toEqual(['CLICK2MEET', 'PUBLIC_DOWNLOAD', 'RECORDING']);
  expect(made.profiles).not.toContain('hd');
  expect((await root.call('DELETE', `/api/v1/portals/${id}`)).status).toBe(204);
  await page.context().close();
});

test('who is promoted is told by mail and has the rights from the next sign-in, in the own portal alone [S0.05] [S0.32] [S0.40]', async ({ browser }) => {
  const user = await (await browser.newContext()).newPage();
  await setPassword(user, await linkFor(max.email), max.password);
  await expect(user.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'People' })).toHaveCount(0);

  const page = await (await browser.newContext()).newPage();
  await signInAsRoot(page);
  await page.goto(`${world.root}/portals/${globex}`);
  await page.getByRole('link', { name: max.name, exact: true }).click();
  await page.getByLabel('Assign portal administrator privilege').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.').first()).toBeVisible();
  await page.goto(`${world.root}/mail`);
  await expect(page.getByRole('row', { name: /max@globex.example/ }).first()).toContainText('New administrator rights');
  await page.context().close();

  await user.reload();
  await expect(user.getByRole('navigation').first()).toBeVisible();
  await expect(user.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'People' })).toHaveCount(0);
  await user.context().clearCookies();
  await signIn(user, globexHost, max.login, max.password);
  await expect(user.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'People' })).toBeVisible();
  await user.context().close();

  const site = await new Wire(globexHost).signIn(max.login, max.password);
  const nora = { login: 'nora', name: 'Nora Globex', enabled: true };
  expect((await site.call('POST', `/api/v1/portals/${globex}/people`, JSON.stringify(nora))).status).toBe(201);
  expect((await site.call('POST', `/api/v1/portals/${acme}/people`, JSON.stringify(nora))).status).toBe(404);
});

test('a portal’s administrator is led through the first steps and sees health and use [S0.43] [S1.01]', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, globexHost, max.login, max.password);
  const steps = page.getByRole('list').filter({ hasText: 'Decide who has access' });
  await expect(steps).toContainText('Create public contacts');
  await expect(steps).toContainText('Set what meetings start with');
  await expect(page.getByRole('region', { name: 'At a glance' })).toContainText('People');
  await page.screenshot({ path: 'target/screenshots/home-first-steps.png', fullPage: true });

  await steps.getByRole('link', { name: /Set what meetings start with/ }).click();
  await expect(page.getByRole('tab', { name: 'Meeting defaults' })).toHaveAttribute('aria-selected', 'true');
  await page.goto(globexHost);
  await expect(steps.getByRole('link', { name: /Set what meetings start with/ })).toContainText('done');
  await page.context().close();
});

test('everything of a portal is on one page, the import of users too [S1.11] [S1.41]', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  await signInAsRoot(page);
  await page.goto(`${world.root}/portals/${globex}`);
  for (const name of ['People', 'General', 'Limits and features', 'Branding', 'Meeting defaults', 'Certificate', 'Import users', 'Mails', 'As a file', 'Data']) {
    await expect(page.getByRole('tab', { name, exact: true })).toBeVisible();
  }
  await tabOf(page, 'Import users');
  await page.setInputFiles('input[type=file]', {
    name: 'users.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('"kim@globex.example","Kim Globex"\n'),
  });
  await expect(page.getByText('kim@globex.example').first()).toBeVisible();
  await page.screenshot({ path: 'target/screenshots/portal-import.png' });
  await tabOf(page, 'Data');
  await expect(page.getByRole('link', { name: 'Download the data' })).toHaveAttribute('href', `/api/v1/portals/${globex}/data`);
  await page.context().close();
});

test('raising the quality warns and asks to test [S1.29]', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  await signInAsAda(page);
  await page.goto(`${world.acme}/portal?tab=meetings`);
  await expect(page.getByText('Test it first')).toHaveCount(0);
  await choice(page, 'Video bandwidth').click();
  await page.getByRole('option', { name: /HD|1080/ }).click();
  await expect(page.getByText('Test it first')).toBeVisible();
  await expect(page.getByText(/Hold a test meeting/)).toBeVisible();
  await page.screenshot({ path: 'target/screenshots/defaults-raised.png' });
  await page.context().close();
});

test('the mails of a portal are previewed in each language with its branding [X.05]', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  await signInAsAda(page);
  await page.goto(`${world.acme}/portal?tab=mails`);
  const letter = page.frameLocator('iframe');
  await expect(letter.getByRole('link', { name: 'Choose a password' })).toBeVisible();
  await expect(letter.getByText('help@reseller.example')).toBeVisible();
  await expect(letter.getByRole('img', { name: 'Acme' })).toBeAttached();
  await page.screenshot({ path: 'target/screenshots/mail-preview.png' });
  await choice(page, 'Language').click();
  await page.getByRole('option', { name: 'Deutsch' }).click();
  await expect(letter.getByRole('link', { name: 'Passwort wählen' })).toBeVisible();
  await choice(page, 'Kind').click();
  await page.getByRole('option', { name: 'New administrator rights' }).click();
  await expect(letter.getByText(/Sie verwalten|ab Ihrer nächsten Anmeldung/).first()).toBeVisible();
  await page.context().close();
});

test('a portal is written down, compared and applied as a file, and applying twice changes nothing', async () => {
  const path = `/api/v1/portals/${acme}/file`;
  const written = await root.call('GET', path);
  expect(written.headers['content-type']).toContain('application/yaml');
  expect(written.text).toContain('patchbay: 1\nportal:\n  name: Acme\n');
  expect(written.text).toContain('token: set');
  expect(written.text).not.toContain(world.hubspotToken);
  expect((await root.call('POST', `${path}/comparison`, written.text, YAML)).json).toEqual({ different: false, lines: [], hidden: [] });

  const changed = `${written.text.replace('departments:\n', 'departments:\n- name: Workshop\n  hours:\n  - {day: monday, from: "08:00", until: "17:00"}\n')}`;
  const shown = await root.call('POST', `${path}/comparison`, changed, YAML);
  expect(shown.json.lines).toContainEqual({ kind: 'ADDED', text: '- name: Workshop' });
  expect((await root.call('GET', `/api/v1/portals/${acme}/departments`)).text).not.toContain('Workshop');
  expect((await root.call('PUT', path, changed, YAML)).json.different).toBe(true);
  expect((await root.call('GET', `/api/v1/portals/${acme}/departments`)).text).toContain('Workshop');
  expect((await root.call('PUT', path, changed, YAML)).json.different).toBe(false);

  const wrong = changed.replace('name: Acme\n', 'name: Acme\n  colour: red\n').replace('webInterface: true', 'webInterface: maybe');
  const refused = await root.call('PUT', path, wrong, YAML);
  expect(refused.status).toBe(400);
  expect(refused.json.errors.map((error: { pointer: string }) => error.pointer).sort()).toEqual(['/portal/colour', '/portal/webInterface']);
  expect(refused.json.params.lines['/portal/colour']).toBe(4);
  const bomb = await root.call('PUT', path, 'a: &a [1]\nb: [*a, *a]\n', YAML);
  expect(bomb.json.errors[0].code).toBe('yaml.anchor');

  const ada = await new Wire(world.acme).signIn(world.ada.login, world.ada.password);
  const beyond = await ada.call('PUT', path, changed.replace('webInterface: true', 'webInterface: true\n  participantLimit: 7'), YAML);
  expect(beyond.status).toBe(403);
  expect(beyond.json.errors[0].pointer).toBe('/portal/participantLimit');
  expect((await ada.call('PUT', path, written.text, YAML)).json.different).toBe(true);
  expect((await root.call('GET', path)).text).toBe(written.text);
  expect((await root.call('GET', `/api/v1/portals/${acme}/audit?action=portal.file-applied`)).json.items.length).toBeGreaterThan(1);
});

test('root makes one more portal of a file, and sees the difference in the browser [S0.03]', async ({ browser }) => {
  const file = (await root.call('GET', `/api/v1/portals/${globex}/file`)).text.replace('name: Globex', 'name: Initech').replace('globex.localhost', 'initech.localhost');
  const page = await (await browser.newContext()).newPage();
  await signInAsRoot(page);
  await page.goto(`${world.root}/portals`);
  await page.getByRole('link', { name: 'From a file' }).click();
  await page.setInputFiles('input[type=file]', { name: 'initech.yaml', mimeType: 'application/yaml', buffer: Buffer.from(file) });
  await expect(page.getByRole('region', { name: 'Difference' })).toContainText('name: Initech');
  await page.screenshot({ path: 'target/screenshots/portal-from-file.png' });
  await page.getByRole('button', { name: 'Create this portal' }).click();
  await expect(page.getByRole('heading', { name: 'Initech', level: 1 })).toBeVisible();
  for (const [host, name] of [['acme', 'Acme'], ['globex', 'Globex'], ['initech', 'Initech']]) {
    const there = new Wire(world.root.replace('localhost', `${host}.localhost`));
    expect((await there.call('GET', '/api/v1/portal')).json.name).toBe(name);
  }

  await tabOf(page, 'As a file');
  await page.setInputFiles('input[type=file]', {
    name: 'initech.yaml',
    mimeType: 'application/yaml',
    buffer: Buffer.from(file.replace('language: en', 'language: de').replace("accent: '#", "accent: '#").concat('nonsense: 1\n')),
  });
  await expect(page.getByText('The file cannot be applied; nothing has changed')).toBeVisible();
  await expect(page.getByText(/Line \d+/)).toBeVisible();
  await page.screenshot({ path: 'target/screenshots/portal-file-faults.png' });
  await page.setInputFiles('input[type=file]', {
    name: 'initech.yaml',
    mimeType: 'application/yaml',
    buffer: Buffer.from(file.replace('language: en', 'language: de')),
  });
  await expect(page.getByText('Lines added: 1, removed: 1')).toBeVisible();
  await page.screenshot({ path: 'target/screenshots/portal-file-diff.png' });
  await page.getByRole('button', { name: 'Apply to Initech' }).click();
  await expect(page.getByText('Initech is as the file says.')).toBeVisible();
  await page.context().close();
});
