import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { heard, watchPeers } from '../support/media';
import { picture } from '../support/pictures';
import { joinRoom } from '../support/room';
import { Wire } from '../support/wire';
import { signIn, world } from '../support/world';

/** Somebody with a phone calls into a meeting, in which a guest is with a browser. */
test.describe.configure({ mode: 'serial' });

const PASSWORD = 'a phone in a meeting';
const PIN = '4711';
const some = Date.now().toString(36);

let contexts: BrowserContext[];
let ada: Wire;
let portal: string;
let meeting: any;
let guest: Page;
let phone: Page;

const api = (path: string) => `/api/v1/portals/${portal}${path}`;
const dock = () => phone.getByRole('region', { name: 'Phone', exact: true });
const press = (name: string) => dock().getByRole('button', { name, exact: true }).click();

async function made(path: string, draft: object): Promise<any> {
  const reply = await ada.call('POST', api(path), JSON.stringify(draft));
  expect(reply.status, reply.text).toBe(201);
  return reply.json;
}

async function fresh(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  contexts.push(context);
  const page = await context.newPage();
  await watchPeers(page);
  return page;
}

async function keys(digits: string): Promise<void> {
  for (const digit of digits) {
    await dock().getByRole('button', { name: digit === '*' ? /^\*/ : digit === '#' ? /^#/ : new RegExp(`^${digit}`) }).first().click();
    await phone.waitForTimeout(250);
  }
}

async function hears(page: Page, who: string): Promise<void> {
  const before = await heard(page);
  await expect.poll(async () => (await heard(page)).energy, { message: `${who} hears` }).toBeGreaterThan(before.energy + 0.001);
}

const silence = (page: Page) => async () => {
  const before = (await heard(page)).energy;
  await page.waitForTimeout(1_500);
  return (await heard(page)).energy - before;
};

const participants = async () => (await ada.call('GET', api(`/meetings/${meeting.id}`))).json.participants;

test.beforeAll(async ({ browser }) => {
  contexts = [];
  ada = await new Wire(world.acme).signIn(world.ada.login, world.ada.password);
  portal = (await ada.call('GET', '/api/v1/portal')).json.id;
  const login = `petra-${some}`;
  const person = await made('/people', { login, name: 'Petra Voss', password: PASSWORD, enabled: true });
  await made(`/people/${person.id}/extension`, { device: 'Desk phone' });
  phone = await fresh(browser);
  await signIn(phone, world.acme, login, PASSWORD);
  guest = await fresh(browser);
});

test.afterAll(async () => {
  await Promise.all(contexts.map((context) => context.close()));
});

test('a meeting has a number that phones key in', { tag: ['@S0.26'] }, async () => {
  meeting = await made('/meetings', { title: 'By telephone', pin: PIN });
  expect(meeting.dialIn.number).toMatch(/^\d{8}$/);
  expect(meeting.dialIn.phones).toContain('*55');
  const again = (await ada.call('GET', api(`/meetings/${meeting.id}`))).json;
  expect(again.dialIn.number).toBe(meeting.dialIn.number);
  const other = await made('/meetings', { title: 'Another one' });
  expect(other.dialIn.number).not.toBe(meeting.dialIn.number);
});

test('a phone is in the room after number and PIN, and both hear each other', async () => {
  await guest.goto(meeting.link);
  await guest.getByLabel('Your name').fill('Gerd Guest');
  await guest.getByLabel('PIN').fill(PIN);
  await joinRoom(guest);
  await expect.poll(async () => (await participants()).length).toBe(1);

  await expect(phone.getByRole('button', { name: 'Phone: ready' })).toBeVisible();
  await phone.getByRole('button', { name: 'Phone: ready' }).click();
  await dock().getByLabel('Number or name').fill('*55');
  await press('Call');
  await expect(dock()).toContainText('In a call');
  // Keys that are pressed before the sound is connected reach nobody.
  await hears(phone, 'the phone, which is asked for the number,');
  await press('Keypad');
  await keys(`${meeting.dialIn.number}`);
  await phone.waitForTimeout(1_000);
  await keys(`${PIN}#`);
  await expect.poll(async () => (await participants()).map((one: any) => `${one.name} ${one.phone}`)).toContain('Petra Voss true');

  await hears(guest, 'the room');
  await hears(phone, 'the phone');
  await picture(guest, 'dial-in', 'room');
});

test('who switches the microphone off by star and 6 is not heard, until they do so again', async () => {
  await keys('*6');
  await expect.poll(async () => (await participants()).find((one: any) => one.phone)?.audioMuted).toBe(true);
  await expect.poll(silence(guest)).toBeLessThan(0.0005);
  await keys('*6');
  await expect.poll(async () => (await participants()).find((one: any) => one.phone)?.audioMuted).toBe(false);
  await hears(guest, 'the room');
});

test('the phone hears the browser, and nothing while that is silent', async () => {
  await guest.getByRole('button', { name: 'Switch microphone off' }).click();
  await expect.poll(silence(phone)).toBeLessThan(0.0005);
  await guest.getByRole('button', { name: 'Switch microphone on' }).click();
  await hears(phone, 'the phone');
});

test('the meeting ends for the phone too, and is in its path', async () => {
  await ada.call('DELETE', api(`/meetings/${meeting.id}`));
  await expect(phone.getByRole('button', { name: 'Phone: ready' })).toBeVisible();
  // What happened in calls is written down a moment later.
  await expect
    .poll(async () => {
      const [latest] = (await ada.call('GET', api('/call-records?limit=5'))).json.items;
      const record = latest && (await ada.call('GET', api(`/call-records/${latest.id}`))).json;
      return record?.path.map((step: any) => `${step.decision.step} ${step.decision.reason}`) ?? [];
    })
    .toEqual(expect.arrayContaining(['dial-in enters', 'dial-in in', 'dial-in over']));
});
