import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { heard, watchPeers } from '../support/media';
import { picture } from '../support/pictures';
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

const api = (path: string) => `/api/v1/portals/${portal}${path}`;
const dock = (who: Caller) => who.page.getByRole('region', { name: 'Phone', exact: true });
const press = (who: Caller, name: string) => dock(who).getByRole('button', { name, exact: true }).click();
const button = (who: Caller, state: string) => who.page.getByRole('button', { name: `Phone: ${state}` });

async function made(path: string, draft: object): Promise<any> {
  const reply = await ada.call('POST', api(path), JSON.stringify(draft));
  expect(reply.status, reply.text).toBe(201);
  return reply.json;
}

async function caller(browser: Browser, name: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Caller> {
  const login = `${name.split(' ')[0]?.toLowerCase()}-${some}`;
  const person = await made('/people', { login, name, password: PASSWORD, enabled: true });
  const { extension } = await made(`/people/${person.id}/extension`, { device: 'Desk phone' });
  const context = await browser.newContext(options);
  contexts.push(context);
  const page = await context.newPage();
  await watchPeers(page);
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

test.beforeAll(async ({ browser }) => {
  contexts = [];
  ada = await new Wire(world.acme).signIn(world.ada.login, world.ada.password);
  portal = (await ada.call('GET', '/api/v1/portal')).json.id;
  nora = await caller(browser, 'Nora Quint');
  omar = await caller(browser, 'Omar Rees', { viewport: { width: 360, height: 740 }, colorScheme: 'dark' });
  pia = await caller(browser, 'Pia Sand');
});

test.afterAll(async () => {
  await Promise.all(contexts.map((context) => context.close()));
});

test('the phone of the browser is there for who has an extension', async () => {
  for (const who of [nora, omar]) {
    await expect(button(who, 'ready')).toBeVisible({ timeout: 40_000 });
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
  await omar.page.evaluate(() => {
    (window as unknown as { sockets: WebSocket[] }).sockets.filter(({ url }) => url.endsWith('/sip')).at(-1)?.close();
  });
  await expect(dock(omar)).toContainText('connection lost');
  await press(nora, 'Hang up');
  await expect(dock(omar)).toBeHidden();
  expect((await phoneSockets(omar)).count).toBeGreaterThan(count);
  await expect(button(omar, 'ready')).toBeVisible();
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
  await press(nora, 'Join both');
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
  await expect(button(nora, 'ready')).toBeVisible({ timeout: 40_000 });
  await nora.page.getByRole('link', { name: `Call Omar at work at ${omar.number}` }).click();
  await expect(dock(omar).getByRole('alert')).toContainText('Nora Quint');
  await press(nora, 'Hang up');
  await expect(dock(omar)).toBeHidden();
});

test('the page of calls dials at once by the phone of the browser', async () => {
  await nora.page.goto(`${world.acme}/calls`);
  await expect(button(nora, 'ready')).toBeVisible({ timeout: 40_000 });
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
  await expect(button(omar, 'ready')).toBeVisible({ timeout: 40_000 });
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

test('it is in the history of calls', async () => {
  await expect
    .poll(async () => (await ada.call('GET', api('/call-records?limit=20'))).json.items.map((one: any) => `${one.called} ${one.result}`))
    .toContain(`${omar.number} ANSWERED`);
});

test('a call that is declined says so, and one that is given up stops ringing', async () => {
  await call(nora, omar);
  await press(omar, 'Decline');
  await expect(dock(nora).getByRole('alert')).toContainText('The call was declined.');
  await call(nora, omar);
  await press(nora, 'Hang up');
  await expect(dock(omar)).toBeHidden();
});

test('of two tabs one has the phone, and the other takes it over', async () => {
  const second = await omar.page.context().newPage();
  await second.goto(`${world.acme}/`);
  await expect(second.getByRole('button', { name: 'Phone: open in another tab' })).toBeVisible();
  await omar.page.close();
  await expect(second.getByRole('button', { name: 'Phone: ready' })).toBeVisible({ timeout: 40_000 });
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
