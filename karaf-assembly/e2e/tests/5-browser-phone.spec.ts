import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { Detour } from '../support/detour';
import { heard, watchPeers } from '../support/media';
import { picture } from '../support/pictures';
import { joinRoom } from '../support/room';
import { SipPhone } from '../support/sip';
import { Wire } from '../support/wire';
import { signIn, world } from '../support/world';

/** Two people with extensions call each other from their browsers. */
test.describe.configure({ mode: 'serial' });

interface Caller {
  page: Page;
  name: string;
  number: string;
}

const PASSWORD = 'a phone in the browser';
const some = Date.now().toString(36);

let ada: Wire;
let portal: string;
let contexts: BrowserContext[];
let nora: Caller;
let omar: Caller;
let pia: Caller;
/** The way of Pia's sound, where it is cut in a test. */
const detour = new Detour();

const api = (path: string) => `/api/v1/portals/${portal}${path}`;
const dock = (who: Caller) => who.page.getByRole('region', { name: 'Phone', exact: true });
const press = (who: Caller, name: string) => dock(who).getByRole('button', { name, exact: true }).click();
const button = (who: Caller, state: string) => who.page.getByRole('button', { name: `Phone: ${state}` });

async function made(path: string, draft: object): Promise<any> {
  const reply = await ada.call('POST', api(path), JSON.stringify(draft));
  expect(reply.status, reply.text).toBe(201);
  return reply.json;
}

async function caller(browser: Browser, name: string, options: Parameters<Browser['newContext']>[0] = {}, role = 'user'): Promise<Caller> {
  const login = `${name.split(' ')[0]?.toLowerCase()}-${some}`;
  const person = await made('/people', { login, name, password: PASSWORD, memberships: [{ department: portal, role }], enabled: true });
  const { extension } = await made(`/people/${person.id}/extension`, { device: 'Desk phone' });
  const context = await browser.newContext(options);
  contexts.push(context);
  const page = await context.newPage();
  await watchPeers(page);
  if (name === 'Pia Sand') {
    await detour.lead(page);
  }
  await signIn(page, world.acme, login, PASSWORD);
  return { page, name, number: extension.number };
}

/** What of a spoken or sounding world arrives here, and goes on arriving. */
async function hears(who: Caller): Promise<void> {
  const before = await heard(who.page);
  await expect.poll(async () => (await heard(who.page)).energy, { message: `${who.name} hears` }).toBeGreaterThan(before.energy + 0.001);
}

async function call(from: Caller, to: Caller): Promise<void> {
  const open = await dock(from).isVisible();
  if (!open) {
    await button(from, 'ready').click();
  }
  await dock(from).getByLabel('Number or name').fill(to.number);
  await press(from, 'Call');
  await expect(dock(to).getByRole('alert')).toContainText(from.name);
}

/** What the page of somebody asks the server in their name. */
async function asks(who: Caller, method: string, path: string, body?: object): Promise<any> {
  return who.page.evaluate(
    async ([how, where, what]) => {
      const { csrfToken } = await (await fetch('/api/v1/session')).json();
      const answer = await fetch(where!, { method: how!, headers: { 'X-CSRF-Token': csrfToken, 'Content-Type': 'application/json' }, ...(what ? { body: what } : {}) });
      return { status: answer.status, json: await answer.json().catch(() => undefined) };
    },
    [method, api(path), body && JSON.stringify(body)],
  );
}

test.beforeAll(async ({ browser }) => {
  contexts = [];
  ada = await new Wire(world.acme).signIn(world.ada.login, world.ada.password);
  portal = (await ada.call('GET', '/api/v1/portal')).json.id;
  nora = await caller(browser, 'Nora Quint', {}, 'receptionist');
  omar = await caller(browser, 'Omar Rees', { viewport: { width: 360, height: 740 }, colorScheme: 'dark' });
  pia = await caller(browser, 'Pia Sand');
});

test.afterAll(async () => {
  await Promise.all(contexts.map((context) => context.close()));
});

test('the phone of the browser is there for who has an extension', async () => {
  for (const who of [nora, omar]) {
    await expect(button(who, 'ready')).toBeVisible();
  }
  await button(nora, 'ready').click();
  await dock(nora).getByLabel('Number or name').fill('Omar');
  await expect(dock(nora).getByRole('list', { name: 'People found' }).getByText(omar.number)).toBeVisible();
  await dock(nora).getByLabel('Number or name').fill('');
  await picture(nora.page, 'phone', 'dial');
  // What is said of a button under the mouse stands outside of everything.
  await nora.page.mouse.move(0, 0);
  await expect(nora.page.getByRole('tooltip')).toHaveCount(0);
  const findings = await new AxeBuilder({ page: nora.page }).analyze();
  expect(findings.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

test('two browsers call each other, and each hears the other', async () => {
  await call(nora, omar);
  await expect(dock(omar)).toContainText(nora.number);
  await picture(omar.page, 'phone', 'incoming');
  await press(omar, 'Answer');
  await expect(dock(nora)).toContainText('In a call');
  await hears(nora);
  await hears(omar);
  for (const who of [nora, omar]) {
    const findings = await new AxeBuilder({ page: who.page }).analyze();
    expect(findings.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
  await picture(omar.page, 'phone', 'call');
});

test('who is muted is not heard, and who is held hears music', async () => {
  await press(nora, 'Mute');
  await expect(dock(nora).getByRole('button', { name: 'Unmute' })).toBeVisible();
  const silence = async () => {
    const before = (await heard(omar.page)).energy;
    await omar.page.waitForTimeout(1_500);
    return (await heard(omar.page)).energy - before;
  };
  await expect.poll(silence).toBeLessThan(0.0005);
  await press(nora, 'Unmute');
  await hears(omar);

  await press(nora, 'Hold');
  await expect(dock(nora)).toContainText('On hold');
  await hears(omar);
  await press(nora, 'Resume');
  await expect(dock(nora)).toContainText('In a call');
  await hears(nora);
});

test('a call stays while one goes from page to page, and ends for both', async () => {
  await nora.page.getByRole('navigation').first().getByRole('link', { name: 'Meetings' }).click();
  await expect(dock(nora)).toContainText('In a call');
  await press(nora, 'Hang up');
  await expect(dock(omar)).toBeHidden();
  await expect(button(omar, 'ready')).toBeVisible();
});

/** How the connection of a phone is: how many it has had, and whether the last one is open. */
const phoneSockets = (who: Caller) =>
  who.page.evaluate(() => {
    const all = (window as unknown as { sockets: WebSocket[] }).sockets.filter(({ url }) => url.endsWith('/sip'));
    return { count: all.length, open: all.at(-1)?.readyState === WebSocket.OPEN };
  });

/** The server closes a phone's connection of which it hears nothing for so long; the start script of these tests sets it. */
const IDLE = 6_000;

test('a connection that rests in a call is kept', async () => {
  await call(nora, omar);
  await press(omar, 'Answer');
  await expect(dock(nora)).toContainText('In a call');
  const before = await phoneSockets(omar);
  expect(before.open).toBe(true);
  await omar.page.waitForTimeout(IDLE * 2);
  expect(await phoneSockets(omar)).toEqual(before);
});

test('who lost the connection hears the end of the call all the same', async () => {
  const { count } = await phoneSockets(omar);
  await loses(omar);
  await expect(dock(omar)).toContainText('connection lost');
  await press(nora, 'Hang up');
  await expect(dock(omar)).toBeHidden();
  expect((await phoneSockets(omar)).count).toBeGreaterThan(count);
  await expect(button(omar, 'ready')).toBeVisible();
});

/** Loses the connection of a phone as a network would. */
const loses = (who: Caller) =>
  who.page.evaluate(() => {
    (window as unknown as { sockets: WebSocket[] }).sockets.filter(({ url }) => url.endsWith('/sip')).at(-1)?.close();
  });

/** By which secrets of the server the last call of a page is checked; others after an ICE restart. */
const secrets = (who: Caller) =>
  who.page.evaluate(() => {
    const peers = (window as unknown as { peers: RTCPeerConnection[] }).peers;
    return /a=ice-pwd:\S+/.exec(peers.at(-1)?.currentRemoteDescription?.sdp ?? '')?.[0];
  });

test('a call goes on where the sound has to go another way, as in another network', async () => {
  for (const both of [false, true]) {
    detour.begin();
    await call(pia, omar);
    await press(omar, 'Answer');
    await expect(dock(pia)).toContainText('In a call');
    await hears(pia);
    await hears(omar);
    const first = await secrets(pia);
    detour.cut();
    if (both) {
      await loses(pia);
    }
    await expect.poll(() => secrets(pia)).not.toBe(first);
    await hears(pia);
    await hears(omar);
    await press(pia, 'Hold');
    await expect(dock(omar)).toContainText('You are on hold');
    await press(pia, 'Resume');
    await hears(pia);
    await press(pia, 'Hang up');
    await expect(dock(omar)).toBeHidden();
  }
});

test('who is asked first gets the call when both are joined', async () => {
  await call(nora, omar);
  await press(omar, 'Answer');
  await expect(dock(nora)).toContainText('In a call');
  await press(nora, 'Ask first');
  await dock(nora).getByLabel('Number or name to ask').fill('Pia');
  await dock(nora).getByRole('list', { name: 'People found' }).getByText(pia.number).click();
  await expect(dock(pia).getByRole('alert')).toContainText('Nora Quint');
  await expect(dock(omar)).toContainText('You are on hold');
  await press(pia, 'Answer');
  await expect(dock(nora)).toContainText(/Omar Rees waits|\d+ waits/);
  await picture(nora.page, 'phone', 'consult');
  await dock(nora).getByRole('button', { name: /^Join both: with / }).click();
  await expect(button(nora, 'ready')).toBeVisible();
  await expect(dock(omar).getByRole('heading')).toHaveText('Pia Sand');
  await expect(dock(pia).getByRole('heading')).toHaveText('Omar Rees');
  await hears(omar);
  await hears(pia);
  await press(pia, 'Hang up');
  await expect(dock(omar)).toBeHidden();
});

test('three talk with each other', async () => {
  await call(nora, omar);
  await press(omar, 'Answer');
  await press(nora, 'Add a person');
  await dock(nora).getByLabel('Number or name to add').fill(pia.number);
  await press(nora, 'Add');
  await expect(dock(pia).getByRole('alert')).toContainText('Nora Quint');
  await press(pia, 'Answer');
  await expect(dock(nora).getByRole('heading')).toContainText('Omar Rees, Pia Sand');
  await hears(pia);
  await press(nora, 'Hang up');
  await press(pia, 'Hang up');
  await expect(dock(omar)).toBeHidden();
});

test('who talks hears of a second call, takes it while the first waits, goes to and fro, and joins both', async () => {
  await call(nora, omar);
  await press(omar, 'Answer');
  await expect(dock(nora)).toContainText('In a call');
  await call(pia, omar);
  await expect(dock(omar).getByRole('alert')).toContainText('Pia Sand calls too');
  await picture(omar.page, 'phone', 'second-call', [[1280, 800], [360, 740]]);
  await omar.page.setViewportSize({ width: 360, height: 400 });
  await expect(dock(omar).getByRole('button', { name: 'Hang up', exact: true })).toBeInViewport({ ratio: 1 });
  await omar.page.setViewportSize({ width: 360, height: 740 });
  await press(omar, 'Answer Pia Sand');
  await expect(dock(omar).getByRole('heading')).toHaveText('Pia Sand');
  await expect(dock(omar)).toContainText('Nora Quint waits');
  await expect(dock(nora)).toContainText('You are on hold');
  await hears(pia);
  const findings = await new AxeBuilder({ page: omar.page }).analyze();
  expect(findings.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await press(omar, 'Swap with Nora Quint');
  await expect(dock(omar).getByRole('heading')).toHaveText('Nora Quint');
  await expect(dock(pia)).toContainText('You are on hold');
  await hears(nora);
  await press(omar, 'Join both: with Pia Sand');
  await expect(button(omar, 'ready')).toBeVisible();
  await expect(dock(nora).getByRole('heading')).toHaveText('Pia Sand');
  await hears(nora);
  await hears(pia);
  await press(nora, 'Hang up');
  await expect(dock(pia).getByRole('button', { name: 'Hang up' })).toHaveCount(0);
});

test('by REST the phone that rings answers', async () => {
  await call(nora, omar);
  const { json } = await asks(omar, 'GET', '/calls');
  expect((await asks(nora, 'POST', `/calls/${json.items[0].id}/answer`)).status).toBe(409);
  expect((await asks(omar, 'POST', `/calls/${json.items[0].id}/answer`)).status).toBe(204);
  await expect(dock(omar)).toContainText('In a call');
  await expect(dock(nora)).toContainText('In a call');
  await hears(omar);
  await press(omar, 'Hang up');
  await expect(dock(nora).getByRole('button', { name: 'Hang up' })).toHaveCount(0);
});

test('texts go from phone to phone, and one that cannot arrive says why', async () => {
  const write = async (who: Caller, text: string) => {
    await dock(who).getByLabel('Text', { exact: true }).fill(text);
    await press(who, 'Send');
  };
  const begin = async (who: Caller, number: string) => {
    await dock(who).getByRole('tab', { name: 'Texts' }).click();
    await press(who, 'Write a text');
    await dock(who).getByLabel('Number or name to write to').fill(number);
    await press(who, 'Write');
  };
  if (await dock(pia).isVisible()) {
    await press(pia, 'Close the phone');
  }
  await begin(nora, pia.number);
  await write(nora, 'Lunch at noon? Über Mittag');
  await expect(pia.page.getByText('Nora Quint wrote to your phone')).toBeVisible();
  await button(pia, 'ready, 1 new text').click();
  await dock(pia).getByRole('list', { name: 'Texts' }).getByText('Nora Quint').click();
  await expect(dock(pia).getByRole('log')).toContainText('Lunch at noon? Über Mittag');
  await expect(button(pia, 'ready, 1 new text')).toHaveCount(0);
  await write(pia, 'Yes, gladly');
  await expect(dock(nora).getByRole('log')).toContainText('Yes, gladly');
  await expect(nora.page.getByText('Pia Sand wrote to your phone')).toHaveCount(0);
  await picture(pia.page, 'phone', 'texts', [[1280, 800], [360, 740]]);
  const findings = await new AxeBuilder({ page: pia.page }).analyze();
  expect(findings.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await press(nora, 'All texts');
  await begin(nora, '+4940999');
  await write(nora, 'Is anybody there?');
  await expect(dock(nora).getByRole('alert')).toContainText('Nobody who can read has this number.');
  await expect(dock(nora).getByLabel('Text', { exact: true })).toHaveValue('Is anybody there?');
  await press(nora, 'All texts');

  // Whoever is away reads it when they open a browser; the sender is not troubled.
  await omar.page.goto('about:blank');
  await begin(nora, omar.number);
  await write(nora, 'For when you are back');
  await write(nora, 'And one more');
  await expect(dock(nora).getByRole('log').locator('time')).toHaveCount(2);
  await omar.page.goto(`${world.acme}/`);
  await expect(button(omar, 'ready, 2 new texts')).toBeVisible({ timeout: 60_000 });
  await button(omar, 'ready, 2 new texts').click();
  await dock(omar).getByRole('list', { name: 'Texts' }).getByText('Nora Quint').click();
  await expect(dock(omar).getByRole('log')).toHaveText(/For when you are back.*And one more/s);
  await press(omar, 'All texts');
  await press(omar, 'Close the phone');
  await press(nora, 'All texts');
  await dock(nora).getByRole('tab', { name: 'Keypad' }).click();
});

test('texts are there after a reload and in another browser, and what one has read is read in both', async ({ browser }) => {
  const read = (who: Caller) => dock(who).getByRole('log');
  const open = async (who: Caller, state: string, name: string) => {
    await button(who, state).click();
    await dock(who).getByRole('tab', { name: 'Texts' }).click();
    await dock(who).getByRole('list', { name: 'Texts' }).getByText(name).click();
  };
  await pia.page.reload();
  await open(pia, 'ready', 'Nora Quint');
  await expect(read(pia)).toHaveText(/Lunch at noon\? Über Mittag.*Yes, gladly/s);
  await press(pia, 'Close the phone');
  const other = await (async () => {
    const context = await browser.newContext({ storageState: await pia.page.context().storageState(), viewport: { width: 360, height: 740 }, colorScheme: 'dark' });
    contexts.push(context);
    const page = await context.newPage();
    await page.goto(`${world.acme}/`);
    return { ...pia, page };
  })();
  await expect(button(other, 'ready')).toBeVisible();
  await asks(nora, 'POST', `/own-extensions/${await ownExtension(nora)}/texts/${pia.number}`, { words: 'At the usual place' });
  await expect(button(pia, 'ready, 1 new text')).toBeVisible();
  await open(other, 'ready, 1 new text', 'Nora Quint');
  await expect(read(other)).toHaveText(/Yes, gladly.*At the usual place/s);
  await expect(read(other).getByText('At the usual place')).toHaveCount(1);
  await expect(button(pia, 'ready, 1 new text')).toHaveCount(0);
  await picture(other.page, 'phone', 'texts-small-dark', [[360, 740]]);
  const findings = await new AxeBuilder({ page: other.page }).analyze();
  expect(findings.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await other.page.context().close();
});

async function ownExtension(who: Caller): Promise<string> {
  return (await asks(who, 'GET', '/own-extensions')).json.items[0].id;
}

/** A carrier that brings calls from outside to the phone of somebody, until the test is over. */
async function outside(to: Caller, number: string): Promise<{ carrier: SipPhone; end: () => Promise<void> }> {
  const carrier = await SipPhone.at(world.sip, new URL(world.acme).hostname, 'carrier', '');
  const id = (await ada.call('GET', api(`/extensions?text=${to.number}`))).json.items.find((one: any) => one.number === to.number).id;
  const trunk = await made('/trunks', {
    name: `Carrier ${some}`, order: 9, on: true, host: '127.0.0.1', port: carrier.port, transport: 'UDP', user: '', registers: false, expirySeconds: 300,
    networks: ['127.0.0.1/32'], ownCallerId: false, shown: 'E164', dialled: 'E164', prefix: '',
  });
  const inbound = await made('/inbound-numbers', { number, name: `Line ${some}`, destination: { kind: 'EXTENSION', value: id } });
  const end = async () => {
    for (const [path, thing] of [['inbound-numbers', inbound], ['trunks', trunk]] as const) {
      const { json } = await ada.call('GET', api(`/${path}/${thing.id}`));
      const gone = await ada.call('DELETE', api(`/${path}/${thing.id}`), undefined, { 'If-Match': `"${json.version}"` });
      expect(gone.status, gone.text).toBe(204);
    }
    carrier.close();
  };
  return { carrier, end };
}

test('who a CRM knows is suggested by name, and shown with company and record when they call from outside', async () => {
  const [mine, theirs] = ['+493023125900', '+498912345670'];
  const sent = await fetch(`${world.hubspot}/__contacts`, {
    method: 'POST',
    body: JSON.stringify({ firstname: 'Xaver', lastname: 'Orlik', email: `xaver-${some}@orlik.example`, phone: theirs, company: 'Orlik Cables' }),
  });
  expect(sent.status).toBe(200);
  await dock(nora).getByLabel('Number or name').fill('Xaver');
  const found = dock(nora).getByRole('list', { name: 'People found' });
  await expect(found).toContainText('Xaver Orlik');
  await expect(found).toContainText(`${theirs} · Orlik Cables`);
  await dock(nora).getByLabel('Number or name').fill('');

  const { carrier, end } = await outside(nora, mine);
  try {
    const answered = carrier.bring(mine, theirs);
    await expect(dock(nora).getByRole('alert')).toContainText('Xaver Orlik');
    await expect(dock(nora).getByRole('alert')).toContainText('Orlik Cables');
    await expect(dock(nora).getByRole('link', { name: 'Record of Xaver Orlik' })).toHaveAttribute('href', /^https:\/\/.*hubspot/);
    await picture(nora.page, 'phone', 'crm', [[1280, 800], [360, 740]]);
    await press(nora, 'Answer');
    expect((await answered).first).toContain('200');
    await expect(dock(nora)).toContainText('In a call');
    await press(nora, 'Hang up');
    await carrier.hears(/^BYE /);
  } finally {
    await end();
  }
});

test('in a meeting the phone is in the bar, calls from there, and covers none of its buttons', async () => {
  const { json: meeting } = await asks(nora, 'POST', '/meetings', { title: 'With a phone' });
  await nora.page.goto(`${world.acme}/meetings/${meeting.id}`);
  await joinRoom(nora.page);
  const bar = nora.page.getByRole('toolbar');
  await expect(bar.getByRole('button', { name: 'Leave' })).toBeVisible();
  await bar.getByRole('button', { name: 'Phone: ready' }).click();
  await expect(dock(nora)).toBeVisible();
  await call(nora, omar);
  await press(omar, 'Answer');
  await expect(dock(nora)).toContainText('In a call');
  await hears(omar);
  for (const [width, height] of [[1280, 800], [360, 740]] as const) {
    await nora.page.setViewportSize({ width, height });
    await bar.getByRole('button', { name: 'Leave' }).click({ trial: true });
    for (const one of await bar.getByRole('button').all()) {
      await one.click({ trial: true });
    }
  }
  await picture(nora.page, 'phone', 'meeting', [[1280, 800], [360, 740]]);
  await press(nora, 'Hang up');
  await press(nora, 'Close the phone');
  await bar.getByRole('button', { name: 'More' }).click();
  await nora.page.getByRole('menuitem', { name: 'Phone: ready' }).click();
  await expect(dock(nora).getByLabel('Number or name')).toBeVisible();
  await nora.page.setViewportSize({ width: 1280, height: 720 });

  const guest = await (await contexts[0]!.browser()!.newContext()).newPage();
  contexts.push(guest.context());
  await guest.goto(meeting.link);
  await guest.getByLabel('Your name').fill('Gerd Guest');
  await joinRoom(guest);
  await expect(guest.getByRole('toolbar').getByRole('button', { name: 'Leave' })).toBeVisible();
  await expect(guest.getByRole('button', { name: /^Phone/ })).toHaveCount(0);
  await bar.getByRole('button', { name: 'Leave' }).click();
  await asks(nora, 'DELETE', `/meetings/${meeting.id}`);
  await nora.page.goto(`${world.acme}/calls`);
  await expect(button(nora, 'ready')).toBeVisible();
  const together = nora.page.getByRole('row').filter({ hasText: 'Nora Quint' }).filter({ hasText: 'Omar Rees, Pia Sand' });
  await expect(together.first()).toBeVisible();
  await picture(nora.page, 'phone', 'conversations', [[1280, 800], [360, 740]]);
  await button(nora, 'ready').click();
});

test('the calls that were are in the phone, and devices can be chosen', async () => {
  await expect(dock(nora)).toBeVisible();
  await dock(nora).getByRole('tab', { name: 'Recent' }).click();
  await expect(dock(nora).getByRole('list', { name: 'Recent' }).getByRole('listitem').first()).toContainText('Answered');
  await picture(nora.page, 'phone', 'recent');
  await dock(nora).getByRole('tab', { name: 'Devices' }).click();
  await expect(dock(nora).getByLabel('Microphone').getByRole('option')).not.toHaveCount(1);
  await dock(nora).getByRole('tab', { name: 'Keypad' }).click();
});

test('a number of the address book is called by one press', async () => {
  const contact = await made('/contacts', { name: 'Omar at work', extension: omar.number, visibility: 'PUBLIC', groups: [] });
  await nora.page.goto(`${world.acme}/contacts/${contact.id}`);
  await expect(button(nora, 'ready')).toBeVisible();
  await nora.page.getByRole('link', { name: `Call Omar at work at ${omar.number}` }).click();
  await expect(dock(omar).getByRole('alert')).toContainText('Nora Quint');
  await press(nora, 'Hang up');
  await expect(dock(omar)).toBeHidden();
});

test('the page of calls dials at once by the phone of the browser', async () => {
  await nora.page.goto(`${world.acme}/calls`);
  await expect(button(nora, 'ready')).toBeVisible();
  await nora.page.getByLabel('Number to call').fill(omar.number);
  await nora.page.getByRole('main').getByRole('button', { name: 'Call', exact: true }).click();
  await expect(dock(nora)).toContainText('Calling');
  await expect(dock(omar).getByRole('alert')).toContainText('Nora Quint');
  await press(nora, 'Hang up');
  await expect(dock(omar)).toBeHidden();
});

test('a call that is not there is not tried again', async () => {
  await omar.page.goto(`${world.acme}/calls/nope`);
  await expect(omar.page.getByRole('alert')).toBeVisible();
  await expect(omar.page.getByRole('button', { name: 'Try again' })).toHaveCount(0);
  await expect(button(omar, 'ready')).toBeVisible();
});

test('who has no phone connected is called by none, and the phone says so', async () => {
  const { extension } = await made(`/people/${(await made('/people', { login: `q-${some}`, name: 'Quill Ash', password: PASSWORD, enabled: true })).id}/extension`, {
    device: 'Desk phone',
  });
  await expect(dock(nora)).toBeVisible();
  await dock(nora).getByLabel('Number or name').fill(extension.number);
  await press(nora, 'Call');
  await expect(dock(nora).getByRole('alert')).toContainText('No phone is connected there.');
});

test('who was asked first is of the same conversation as the call', async () => {
  const list = async () => (await ada.call('GET', api('/call-conversations?limit=100'))).json.items as { id: string; calls: any[] }[];
  await expect.poll(async () => (await list()).filter(({ calls }) => calls.length === 2).length, { timeout: 30_000 }).toBeGreaterThan(0);
  const one = (await list()).find(({ calls }) => calls.length === 2)!;
  expect(one.id).toBe(one.calls[0].id);
  expect((await ada.call('GET', api(`/call-conversations/${one.calls[1].id}`))).json).toEqual(one);
  await nora.page.goto(`${world.acme}/calls/${one.calls[1].id}`);
  await expect(nora.page.getByRole('region', { name: /→/ })).toHaveCount(2);
  await expect(button(nora, 'ready')).toBeVisible();
  await picture(nora.page, 'phone', 'conversation', [[1280, 800], [360, 740]]);
  const findings = await new AxeBuilder({ page: nora.page }).analyze();
  expect(findings.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

test('it is in the history of calls', async () => {
  await expect
    .poll(async () => (await ada.call('GET', api('/call-records?limit=20'))).json.items.map((one: any) => `${one.called} ${one.result}`))
    .toContain(`${omar.number} ANSWERED`);
});

test('a call that is recorded is heard on its page by who talked', async () => {
  const mine = (await ada.call('GET', api('/extensions?limit=500'))).json.items.find((one: any) => one.number === nora.number);
  const { id, version, ...draft } = mine;
  const changed = await ada.call('PUT', api(`/extensions/${id}`), JSON.stringify({ ...draft, recording: 'ALWAYS' }), { 'If-Match': `"${version}"` });
  expect(changed.status, changed.text).toBe(200);
  await call(nora, omar);
  await press(omar, 'Answer');
  await expect(dock(nora)).toContainText('In a call');
  await hears(nora);
  const live = (await ada.call('GET', api('/calls'))).json.items[0].id;
  await press(nora, 'Hang up');
  await expect.poll(async () => (await ada.call('GET', api(`/call-records/${live}`))).status).toBe(200);
  await nora.page.goto(`${world.acme}/calls/${live}`);
  const card = nora.page.getByRole('region', { name: 'Recordings' });
  const sound = card.locator('audio');
  await expect(sound).toHaveCount(1);
  const loaded = await nora.page.evaluate(async (address) => (await fetch(address)).headers.get('Content-Type'), (await sound.getAttribute('src'))!);
  expect(loaded).toBe('audio/wav');
  await expect(card.getByRole('link', { name: /^Download/ })).toBeVisible();
  await picture(nora.page, 'phone', 'recording', [[1280, 800], [360, 740]]);
  const findings = await new AxeBuilder({ page: nora.page }).analyze();
  expect(findings.violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`)).toEqual([]);
  await nora.page.goto(`${world.acme}/calls`);
  await expect(button(nora, 'ready')).toBeVisible();
});

test('a call that is declined says so, and one that is given up stops ringing', async () => {
  await call(nora, omar);
  await press(omar, 'Decline');
  await expect(dock(nora).getByRole('alert')).toContainText('The call was declined.');
  await call(nora, omar);
  await press(nora, 'Hang up');
  await expect(dock(omar)).toBeHidden();
});

async function dials(who: Caller, number: string): Promise<void> {
  if (!(await dock(who).isVisible())) {
    await button(who, 'ready').click();
  }
  await dock(who).getByLabel('Number or name').fill(number);
  await press(who, 'Call');
}

test('who is spoken to by the intercom is there at once and heard; of who is paged nothing is heard', async () => {
  await dials(nora, `*80${omar.number}`);
  await expect(dock(omar)).toContainText('Announcement: you are heard');
  await expect(dock(nora)).toContainText('Omar Rees');
  await hears(omar);
  await hears(nora);
  await press(nora, 'Hang up');
  await expect(dock(omar)).toBeHidden();

  await dials(nora, `*82${omar.number}`);
  await expect(dock(omar)).toContainText('Announcement: you are not heard');
  await expect(dock(nora)).toContainText('Page to Omar Rees');
  await expect(dock(omar).getByRole('button', { name: 'Mute' })).toHaveCount(0);
  await hears(omar);
  await press(nora, 'Hang up');
  await expect(dock(omar)).toBeHidden();
});

test('a call that is begun elsewhere is the own one at the own phone', async () => {
  const wire = await new Wire(world.acme).signIn(`nora-${some}`, PASSWORD);
  const reply = await wire.call('POST', api('/calls'), JSON.stringify({ to: omar.number }));
  expect(reply.status, reply.text).toBe(201);
  await expect(dock(nora)).toContainText('Your call to Omar Rees');
  await press(nora, 'Answer');
  await expect(dock(omar).getByRole('alert')).toContainText('Nora Quint');
  await expect(dock(nora)).toContainText('Calling');
  await press(omar, 'Answer');
  await expect(dock(nora)).toContainText('In a call');
  await press(nora, 'Hang up');
  await expect(dock(omar)).toBeHidden();
});

test('a code that switches nothing says why', async () => {
  await dials(nora, '*67');
  await expect(dock(nora).getByRole('alert')).toContainText('Follow me has no numbers yet.', { timeout: 20_000 });
});

test('do not disturb that is switched by REST is at the phone at once', async () => {
  const own = (await ada.call('GET', api(`/extensions?text=${pia.number}`))).json.items.find(({ number }: any) => number === pia.number);
  for (const [on, state] of [[true, 'do not disturb'], [false, 'ready']] as const) {
    const { json } = await ada.call('GET', api(`/extensions/${own.id}`));
    const reply = await ada.call('PUT', api(`/extensions/${own.id}`), JSON.stringify({ ...json, doNotDisturb: on }), { 'If-Match': `"${json.version}"` });
    expect(reply.status, reply.text).toBe(200);
    await expect(button(pia, state)).toBeVisible();
  }
});

test('do not disturb is switched in the phone', async () => {
  if (!(await dock(pia).isVisible())) {
    await button(pia, 'ready').click();
  }
  await dock(pia).getByRole('tab', { name: 'Keypad' }).click();
  const own = async () => (await ada.call('GET', api(`/extensions?text=${pia.number}`))).json.items.find(({ number }: any) => number === pia.number).doNotDisturb;
  const quiet = dock(pia).getByRole('switch', { name: 'Do not disturb' });
  for (const [on, state] of [[true, 'do not disturb'], [false, 'ready']] as const) {
    await quiet.click();
    await expect(button(pia, state)).toBeVisible();
    expect(await own()).toBe(on);
  }
});

test('of two tabs one has the phone, and the other takes it over', async () => {
  const second = await omar.page.context().newPage();
  await second.goto(`${world.acme}/`);
  await expect(second.getByRole('button', { name: 'Phone: open in another tab' })).toBeVisible();
  await omar.page.close();
  await expect(second.getByRole('button', { name: 'Phone: ready' })).toBeVisible();
  omar = { ...omar, page: second };
});

test('without the microphone it says what to do', async () => {
  await nora.page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await dock(nora).getByLabel('Number or name').fill(omar.number);
  await press(nora, 'Call');
  await expect(dock(nora).getByRole('alert')).toContainText('does not let this page use the microphone');
});
