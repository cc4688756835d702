import { createSocket, type Socket } from 'node:dgram';
import { request } from 'node:http';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { picture } from '../support/pictures';
import { SipPhone } from '../support/sip';
import { signInAsAda, signInAsRoot, world } from '../support/world';

/** An administrator adds a desk phone, which fetches its file; a person sets a softphone up. */
test.describe.configure({ mode: 'serial' });

let context: BrowserContext;
let ada: Page;
let portal: string;
let link: string;

const some = String(Date.now() % 100_000).padStart(5, '0');
const hall = `36${some}`;
const mac = `0015656${some}`;
const agent = `Yealink SIP-T54W 96.86.0.20 ${mac.replace(/(..)(?!$)/g, '$1:')}`;

interface Reply {
  status: number;
  cache: string;
  location: string;
  challenge: string;
  text: string;
}

/** Asks as a phone does; names below localhost are known to browsers alone. */
function ask(address: string, headers: Record<string, string>, body?: object): Promise<Reply> {
  const url = new URL(address);
  const more: Record<string, string> = body ? { 'Content-Type': 'application/json' } : {};
  return new Promise((done, fail) => {
    const sent = request(
      { host: '127.0.0.1', port: url.port, path: url.pathname, method: body ? 'POST' : 'GET', headers: { Host: url.host, ...more, ...headers } },
      (reply) => {
        let text = '';
        reply.setEncoding('utf8');
        reply.on('data', (part: string) => (text += part));
        reply.on('end', () =>
          done({
            status: reply.statusCode ?? 0,
            cache: String(reply.headers['cache-control']),
            location: reply.headers.location ?? '',
            challenge: reply.headers['www-authenticate'] ?? '',
            text,
          }),
        );
      },
    );
    sent.on('error', fail);
    sent.end(body ? JSON.stringify(body) : undefined);
  });
}

const phone = (address: string, headers: Record<string, string> = {}) => ask(address, { 'User-Agent': agent, ...headers });

async function start(browser: Browser): Promise<void> {
  context = await browser.newContext();
  ada = await context.newPage();
  await signInAsAda(ada);
}

test.beforeAll(({ browser }) => start(browser));
test.afterAll(() => context.close());

test('a desk phone is added, and fetches its file once [S3.10d] [S3.10e]', async () => {
  await ada.goto(`${world.acme}/telephone/extensions/new`);
  await ada.getByRole('textbox', { name: 'Number', exact: true }).fill(hall);
  await ada.getByRole('textbox', { name: 'Name', exact: true }).fill('Hall <1> & co');
  await ada.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(ada.getByRole('heading', { name: `${hall} Hall` })).toBeVisible();

  await ada.goto(`${world.acme}/desk-phones`);
  await ada.getByRole('button', { name: 'Add phone' }).first().click();
  const form = ada.getByRole('dialog', { name: 'Add phone' });
  await form.getByLabel('Hardware address (MAC)').fill('nonsense');
  await form.getByLabel('Model').fill('T54W');
  await form.getByRole('combobox', { name: 'Extension' }).fill(hall);
  await ada.getByRole('option', { name: new RegExp(`^${hall}`) }).click();
  await form.getByLabel('Label of the line').fill('Hall');
  await form.getByRole('button', { name: 'Add key' }).click();
  await form.getByLabel('Number', { exact: true }).fill('101');
  await form.getByLabel('Label', { exact: true }).fill('Bob');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText(/must be 12 hexadecimal digits/)).toBeVisible();
  await form.getByLabel('Hardware address (MAC)').fill(mac);
  await form.getByRole('button', { name: 'Save' }).click();
  const handed = ada.getByRole('dialog', { name: 'What the phone needs' });
  link = await handed.getByLabel('Link').inputValue();
  expect(link).toMatch(/\/provisioning\/[0-9a-f]{32}\/$/);
  await picture(ada, 'provisioning', 'handed');
  await handed.getByRole('button', { name: 'Done' }).click();
  await expect(ada.getByText('Not yet')).toBeVisible();

  expect((await ask(`${link}${mac}.cfg`, { 'User-Agent': 'curl/8.0' })).status).toBe(404);
  const first = await phone(`${link}${mac}.cfg`);
  expect(first.status).toBe(200);
  expect(first.cache).toBe('no-store');
  const file = first.text;
  expect(file).toMatch(new RegExp(`^account\\.1\\.user_name = ${hall}-`, 'm'));
  expect(file).toMatch(/^account\.1\.display_name = Hall <1> & co$/m);
  expect(file).toMatch(/^linekey\.1\.value = 101$/m);
  expect((await phone(`${link}${mac}.cfg`)).status).toBe(404);

  const value = (name: string) => new RegExp(`^static\\.auto_provision\\.server\\.${name} = (.*)$`, 'm').exec(file)![1]!;
  expect((await phone(`${value('url')}${mac}.cfg`)).status).toBe(401);
  const basic = Buffer.from(`${value('username')}:${value('password')}`).toString('base64');
  const again = await phone(`${value('url')}${mac}.cfg`, { Authorization: `Basic ${basic}` });
  expect(again.status).toBe(200);
  expect(again.text).toBe(file);

  await ada.reload();
  await expect(ada.getByText('Not yet')).toHaveCount(0);
  await picture(ada, 'provisioning', 'phones');
  const findings = await new AxeBuilder({ page: ada }).analyze();
  expect(findings.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

test('a softphone is set up by a code that is good once [S3.14] [S3.15] [S3.46]', async () => {
  portal = await ada.evaluate(async () => (await (await fetch('/api/v1/session')).json()).portal.id);
  await ada.goto(`${world.acme}/account`);
  if ((await ada.getByRole('region', { name: 'Softphone' }).count()) === 0) {
    const reply = await ada.evaluate(async (id) => {
      const session = await (await fetch('/api/v1/session')).json();
      const answer = await fetch(`/api/v1/portals/${id}/people/${session.person.id}/extension`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': session.csrfToken },
        body: JSON.stringify({ device: 'Laptop' }),
      });
      return answer.status;
    }, portal);
    expect(reply).toBe(201);
  }
  await ada.goto(`${world.acme}/phone-login`);
  await ada.getByRole('button', { name: 'Show code' }).click();
  await expect(ada.getByRole('img', { name: 'Code that sets a softphone up' })).toBeVisible();
  await picture(ada, 'provisioning', 'softphone');
  const url = await ada.getByLabel('Link').inputValue();
  await expect(ada.getByRole('link', { name: 'Open softphone' })).toHaveAttribute('href', `linphone-config:${url}`);
  const first = await phone(url);
  expect(first.status).toBe(200);
  expect(first.text).toContain('<entry name="passwd" overwrite="true">');
  expect((await phone(url)).status).toBe(404);
});

test('a wrong password makes no link [S3.14]', async () => {
  const reply = await ask(`${world.acme}/api/v1/phone-logins`, { Origin: world.acme }, { login: 'ada', password: 'wrong horse' });
  expect(reply.status).toBe(401);
});

test('Linphone is told the address of the portal alone, asks for name and password, and is set up [S3.13] [S3.14]', async () => {
  const linphone = { 'User-Agent': 'LinphoneAndroid/6.0.0 (belle-sip/5.4.0)', 'X-Linphone-Provisioning': '1' };
  const way = await ask(`${world.acme}/`, linphone);
  expect(way.status).toBe(302);
  const url = new URL(way.location, world.acme).href;
  const asked = await ask(url, linphone);
  expect(asked.status).toBe(401);
  expect(asked.challenge).toMatch(/^Basic realm="[^"]+"/);
  const says = (password: string) => `Basic ${Buffer.from(`${world.ada.login}:${password}`).toString('base64')}`;
  expect((await ask(url, { ...linphone, Authorization: says('wrong horse') })).status).toBe(401);
  const set = await ask(url, { ...linphone, Authorization: says(world.ada.password) });
  expect(set.status).toBe(200);
  expect(set.cache).toBe('no-store');
  const value = (name: string) => new RegExp(`<entry name="${name}" overwrite="true">([^<]*)<`).exec(set.text)![1]!;
  expect(value('transient_provisioning')).toBe('1');
  const softphone = await SipPhone.at(world.sip, value('realm'), value('username'), value('passwd'));
  expect((await softphone.register()).first).toContain('200');
  softphone.close();
  // A browser still gets the page.
  expect((await ask(`${world.acme}/`, {})).status).toBe(200);
});

test('who signs in with a browser first is shown the code at once, whatever the way of signing in [S3.15]', async ({ browser }) => {
  const fresh = await browser.newContext();
  const page = await fresh.newPage();
  await page.goto(`${world.acme}/phone-login`);
  await page.getByLabel('E-mail or login name').fill(world.ada.login);
  await page.getByLabel('Password', { exact: true }).fill(world.ada.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: 'Show code' }).click();
  await expect(page.getByRole('link', { name: 'Open softphone' })).toHaveAttribute('href', /^linphone-config:http/);
  expect(new URL(page.url()).pathname).toBe('/phone-login');
  await fresh.close();
});

test('a page of another host makes no link [S3.14]', async () => {
  const body = { login: world.ada.login, password: world.ada.password };
  for (const origin of ['http://elsewhere.example', 'null']) {
    const reply = await ask(`${world.acme}/api/v1/phone-logins`, { Origin: origin }, body);
    expect(reply.status, origin).toBe(403);
  }
  const own = await ask(`${world.acme}/api/v1/phone-logins`, { Origin: world.acme }, body);
  expect(own.status, own.text).toBe(200);
});

test('root replaces a template, is told the line that is wrong, and puts it back', async ({ browser }) => {
  const context = await browser.newContext();
  const root = await context.newPage();
  await signInAsRoot(root);
  await root.goto(`${world.root}/phone-templates`);
  await root.getByRole('tab', { name: 'Snom' }).click();
  const text = root.getByRole('textbox', { name: 'Template' });
  const standard = await text.inputValue();
  await expect(root.getByText('Comes with the server')).toBeVisible();
  await root.getByRole('button', { name: 'Show the file' }).click();
  await expect(root.getByRole('region', { name: 'The file that a phone would get' })).toContainText('<settings>');

  await text.fill(`<settings>\n{{nothing.here}}\n</settings>`);
  await root.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(root.getByRole('alert')).toContainText('line 2');
  await expect(root.getByRole('note', { name: 'Line 2' })).toContainText('{{nothing.here}}');
  expect(await text.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd))).toBe('{{nothing.here}}');
  await picture(root, 'provisioning', 'template-wrong');

  await text.fill(`${standard}<!-- ours -->\n`);
  await root.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(root.getByText('Template saved')).toBeVisible();
  await expect(root.getByText('Your own')).toBeVisible();
  const findings = await new AxeBuilder({ page: root }).analyze();
  expect(findings.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

  await root.getByRole('button', { name: 'Put back' }).click();
  await root.getByRole('dialog').getByRole('textbox').fill('snom');
  await root.getByRole('dialog').getByRole('button', { name: 'Put back' }).click();
  await expect(root.getByText('Comes with the server')).toBeVisible();
  await expect(root.getByRole('textbox', { name: 'Template' })).toHaveValue(standard);
  await context.close();
});

/** Asks by multicast as a phone does that starts (RFC 6080); what comes back is kept. */
function pnpPhone(address: string): { ask: () => void; heard: string[]; close: () => void } {
  const heard: string[] = [];
  const socket: Socket = createSocket('udp4');
  socket.on('message', (message) => heard.push(message.toString()));
  socket.on('error', (error) => heard.push(String(error)));
  let asked = 0;
  const ask = () => {
    asked += 1;
    const to = `sip:MAC%3a${address}@224.0.1.75`;
    const lines = [
      `SUBSCRIBE ${to} SIP/2.0`,
      `Via: SIP/2.0/UDP 127.0.0.1:${socket.address().port};branch=z9hG4bK${some}${asked}`,
      `From: <${to}>;tag=${some}`,
      `To: <${to}>`,
      `Call-ID: ${some}-${asked}`,
      'CSeq: 1 SUBSCRIBE',
      `Contact: <sip:127.0.0.1:${socket.address().port}>`,
      'Event: ua-profile;profile-type="device";vendor="yealink";model="T46U";version="1"',
      'Expires: 0',
      'Content-Length: 0',
    ];
    socket.send(`${lines.join('\r\n')}\r\n\r\n`, 5060, '224.0.1.75');
  };
  socket.bind(0, '127.0.0.1', () => {
    socket.setMulticastInterface('127.0.0.1');
    ask();
  });
  return { ask, heard, close: () => socket.close() };
}

/** Whether this machine passes multicast on its loopback interface, as the server hears it. */
function multicastIsHeard(): Promise<boolean> {
  return new Promise((done) => {
    const ear = createSocket({ type: 'udp4', reuseAddr: true });
    const mouth = createSocket('udp4');
    const end = (heard: boolean) => {
      clearTimeout(patience);
      ear.close();
      mouth.close();
      done(heard);
    };
    const patience = setTimeout(() => end(false), 10_000);
    ear.on('error', () => end(false));
    mouth.on('error', () => end(false));
    ear.on('message', () => end(true));
    ear.bind(5060, '224.0.1.75', () => {
      try {
        ear.addMembership('224.0.1.75', '127.0.0.1');
      } catch {
        end(false);
        return;
      }
      mouth.bind(0, '127.0.0.1', () => {
        mouth.setMulticastInterface('127.0.0.1');
        mouth.send('probe', 5060, '224.0.1.75');
      });
    });
  });
}

test('a phone that nobody added is listed for root, and set up with its address filled in [S3.11]', async ({ browser }) => {
  test.skip(!(await multicastIsHeard()), 'This machine passes no multicast on its loopback interface');
  const unknown = `0015657${some}`;
  const asks = pnpPhone(unknown);
  const context = await browser.newContext();
  const root = await context.newPage();
  await signInAsRoot(root);
  await root.goto(`${world.root}/waiting-phones`);
  const spelled = unknown.replace(/(..)(?!$)/g, '$1:');
  const row = root.getByRole('button', { name: `Set up the phone ${spelled}` });
  await expect(row).toBeVisible();
  const findings = await new AxeBuilder({ page: root }).analyze();
  expect(findings.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await row.click();
  await root.getByRole('dialog').getByRole('combobox', { name: 'Portal in which it is set up' }).click();
  await root.getByRole('option', { name: 'Acme', exact: true }).click();
  const form = root.getByRole('dialog', { name: 'Set up phone' });
  await expect(form.getByLabel('Hardware address (MAC)')).toHaveValue(spelled);
  await expect(form.getByLabel('Model')).toHaveValue('T46U');
  await form.getByRole('combobox', { name: 'Extension' }).fill(hall);
  await root.getByRole('option', { name: new RegExp(`^${hall}`) }).click();
  await form.getByRole('button', { name: 'Save' }).click();
  const handed = root.getByRole('dialog', { name: 'What the phone needs' });
  const url = await handed.getByLabel('Link').inputValue();
  await handed.getByRole('button', { name: 'Done' }).click();
  await expect(row).toHaveCount(0);
  asks.ask();
  await expect.poll(() => asks.heard.find((message) => message.startsWith('NOTIFY'))).toContain(url);
  asks.close();
  await context.close();
});
