import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { connect, type PeerCertificate } from 'node:tls';
import { deflateSync } from 'node:zlib';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { type LiveWire, Wire } from '../support/wire';
import { signInAsAda, signInAsRoot, world } from '../support/world';

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
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByLabel('PIN of the meeting').fill('0000');
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByText('This is not the PIN of the meeting.')).toBeVisible();
  await page.screenshot({ path: 'target/screenshots/guest-pin.png' });
  await page.getByLabel('PIN of the meeting').fill('4711');
  await page.getByRole('button', { name: 'Join' }).click();
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
  await expect.poll(async () => (await certificateFor('one.example')).subject.CN, { timeout: 15_000 }).toBe('one.example');
  expect((await certificateFor('acme.localhost')).fingerprint256).toBe(own);

  const replaced = await root.call('PUT', `/api/v1/certificates/${added.json.id}`, JSON.stringify({ pem: selfSigned('one.example') }));
  await expect
    .poll(async () => (await certificateFor('one.example')).fingerprint256, { timeout: 15_000 })
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
