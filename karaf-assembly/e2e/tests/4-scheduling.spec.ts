import { expect, type Page, test } from '@playwright/test';
import { Wire } from '../support/wire';
import { signInAsAda, world } from '../support/world';

/** Planning a meeting from the form to the answer of somebody without an account, and a guest who comes too early. */
test.describe.configure({ mode: 'serial' });

const TITLE = `Jour fixe ${Date.now().toString(36)}`;
const GROUP = `Crew ${Date.now().toString(36)}`;

let ada: Wire;
let root: Wire;
let portal = '';
let page: Page;
let plan = '';

const here = (path: string) => `/api/v1/portals/${portal}${path}`;

async function good(who: Wire, method: string, path: string, body?: unknown): Promise<any> {
  const reply = await who.call(method, path, body === undefined ? undefined : JSON.stringify(body));
  expect(reply.status, `${method} ${path}: ${reply.text}`).toBeLessThan(300);
  return reply.json;
}

/** The latest mail to an address, as root reads it. */
async function mailTo(address: string, kind: string): Promise<{ subject: string; text: string; calendar?: string }> {
  const { items } = await good(root, 'GET', here('/mails?limit=100'));
  const mail = items.find((one: { to: string; kind?: string }) => one.to === address && one.kind === kind);
  expect(mail, `${kind} to ${address}`).toBeTruthy();
  return { subject: mail.subject, ...(await good(root, 'GET', here(`/mails/${mail.id}/body`))) };
}

/** A local day such as 2035-01-08, so many days from now. */
function dayAhead(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

test.beforeAll(async ({ browser }) => {
  ada = await new Wire(world.acme).signIn(world.ada.login, world.ada.password);
  root = await new Wire(world.root).signIn('root', world.rootPassword);
  portal = (await good(ada, 'GET', '/api/v1/portal')).id;
  for (const [name, language] of [
    ['Greta', 'de'],
    ['Fanny', 'fr'],
  ]) {
    const contact = { visibility: 'PUBLIC', name, email: `${name!.toLowerCase()}@crew.example`, language, groups: [GROUP] };
    await good(ada, 'POST', here('/contacts'), contact);
  }
  page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await signInAsAda(page);
});

test.afterAll(async () => {
  await page.context().close();
});

test('a group and a plain address are invited, each in their language [S1.22] [S1.25]', async () => {
  await page.goto(`${world.acme}/meetings/planned/new`);
  await page.getByLabel('Title').fill(TITLE);
  await page.getByLabel('Day', { exact: true }).fill(dayAhead(7));
  await page.getByLabel('Time', { exact: true }).fill('09:00');
  await page.getByLabel('Repeats').first().click();
  await page.getByRole('option', { name: 'Weekly' }).click();
  await page.getByLabel('How many times').fill('3');
  await page.getByLabel('Groups of the address book').first().fill(GROUP);
  await page.getByRole('option', { name: GROUP }).click();
  await page.getByLabel('Other addresses').first().fill('tom@plain.example');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Plan and invite' }).click();

  await expect(page.getByRole('heading', { name: TITLE, level: 1 })).toBeVisible();
  plan = page.url().split('/').pop() ?? '';
  await expect(page.getByRole('list', { name: 'Invited' }).getByRole('listitem')).toHaveCount(3);
  const greta = await mailTo('greta@crew.example', 'meeting-invitation');
  expect(greta.subject).toContain(`Einladung: ${TITLE}`);
  expect(greta.calendar).toContain('METHOD:REQUEST');
  expect(greta.calendar).toMatch(/RRULE:FREQ=WEEKLY;.*COUNT=3/);
  expect((await mailTo('fanny@crew.example', 'meeting-invitation')).subject).toContain(`Invitation : ${TITLE}`);
});

test('what does not fit is said at its field', async () => {
  const other = await page.context().newPage();
  await other.goto(`${world.acme}/meetings/planned/new`);
  await other.getByLabel('Title').fill('Endless');
  await other.getByLabel('Repeats').first().click();
  await other.getByRole('option', { name: 'Daily' }).click();
  await other.getByLabel('Ends').first().click();
  await other.getByRole('option', { name: 'on a day' }).click();
  await other.getByLabel('Last day').fill(dayAhead(900));
  await other.getByRole('button', { name: 'Plan and invite' }).click();
  await expect(other.getByLabel('Last day')).toHaveAccessibleDescription(/A series has at most 500 times\./);
  await expect(other.getByLabel('Last day')).toBeFocused();

  await other.goto(`${world.acme}/portal?tab=meetings`);
  const days = other.getByLabel('Kept for, in days');
  await days.fill('99999');
  await other.getByRole('button', { name: 'Save' }).last().click();
  await expect(days).toHaveAccessibleDescription(/Choose 1 to 3650 days/);
  await days.fill('400');
  await other.getByRole('button', { name: 'Save' }).last().click();
  await expect(other.getByText('Saved.')).toBeVisible();
  await other.reload();
  await expect(days).toHaveValue('400');
  await other.close();
});

test('one time of a series is moved', async () => {
  await page.getByRole('button', { name: 'Move', exact: true }).nth(1).click();
  await page.getByRole('dialog').getByLabel('Time').fill('14:00');
  await page.getByRole('dialog').getByRole('button', { name: 'Move' }).click();
  await expect(page.getByText('moved')).toBeVisible();

  const tom = await mailTo('tom@plain.example', 'meeting-update');
  expect(tom.calendar).toContain('RECURRENCE-ID');
  expect(tom.calendar).toContain('SEQUENCE:1');
});

test('a guest who comes before the time sees when it starts and waits', async ({ browser }) => {
  const { code } = await good(ada, 'GET', here(`/planned-meetings/${plan}`));
  const context = await browser.newContext({ locale: 'en-GB', permissions: ['camera', 'microphone'] });
  const guest = await context.newPage();
  await guest.goto(`${world.acme}/m/${code}`);
  await expect(guest.getByRole('heading', { name: /^It starts on/ })).toBeVisible();
  await expect(guest.getByText(TITLE)).toBeVisible();

  // The organizer comes early, and so the room is open.
  await good(ada, 'POST', here('/meetings/by-link'), { code });
  await guest.getByRole('button', { name: 'Look again' }).click();
  await expect(guest.getByRole('heading', { name: /^It starts on/ })).toBeHidden();
  await context.close();
});

test('somebody without an account answers by the link of the mail', async ({ browser }) => {
  const { text } = await mailTo('tom@plain.example', 'meeting-invitation');
  const link = /\S+\/invitation\?answer=tentative#[0-9a-f]+/.exec(text)?.[0] ?? '';
  const context = await browser.newContext({ locale: 'en-GB' });
  const tom = await context.newPage();
  await tom.setViewportSize({ width: 360, height: 740 });
  await tom.goto(link);
  await expect(tom.getByRole('heading', { name: TITLE })).toBeVisible();
  await tom.getByRole('group', { name: 'Your answer' }).getByRole('button', { name: 'Maybe' }).click();
  await expect(tom.getByRole('status').getByText('Maybe')).toBeVisible();
  expect(await tom.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await context.close();

  await page.reload();
  await expect(page.getByRole('list', { name: 'Invited' }).getByText('Maybe')).toBeVisible();
});

test('the calendar shows it, leads on by keys and plans on a day that is pressed', async () => {
  const day = dayAhead(7);
  const words = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  const button = (of: string) => page.getByRole('button', { name: `Plan a meeting on ${words.format(new Date(`${of}T00:00:00Z`))}` });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${world.acme}/meetings/planned?view=month&day=${day}`);
  await expect(page.getByRole('table').getByRole('columnheader').first()).toHaveText('Mon');
  await expect(page.getByRole('cell').filter({ has: button(day) }).getByRole('link', { name: TITLE })).toHaveText(/^09:00/);

  await button(day).focus();
  await page.keyboard.press('ArrowRight');
  const next = dayAhead(8);
  await expect(button(next)).toBeFocused();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageUp');
  await page.getByRole('radiogroup', { name: 'How it is shown' }).getByText('Week').click();
  await expect(page).toHaveURL(/view=week/);
  await expect(page.getByRole('list', { name: words.format(new Date(`${day}T00:00:00Z`)) }).getByRole('link', { name: TITLE })).toBeVisible();

  await button(day).click();
  await expect(page.getByLabel('Day', { exact: true })).toHaveValue(day);
  await expect(page.getByLabel('Time', { exact: true })).toHaveValue('09:00');
  await page.goBack();

  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${world.acme}/meetings/planned?view=month&day=${day}`);
  await expect(page.getByRole('region', { name: words.format(new Date(`${day}T00:00:00Z`)) }).getByRole('link', { name: TITLE, exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Plan a meeting on this day' }).click();
  await expect(page.getByLabel('Day', { exact: true })).toHaveValue(day);
  await page.setViewportSize({ width: 1280, height: 720 });
});

test('a calendar to subscribe to holds the meeting', async () => {
  await page.goto(`${world.acme}/account`);
  await page.getByRole('button', { name: 'Make an address' }).click();
  const address = await page.getByLabel('Address', { exact: true }).inputValue();
  const read = () =>
    page.evaluate(async (url) => {
      const answer = await fetch(url, { credentials: 'omit' });
      return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
    }, address);
  const feed = await read();
  expect(feed.type).toContain('text/calendar');
  expect(feed.text).toContain(`SUMMARY:${TITLE}`);
  await page.getByRole('button', { name: 'End it' }).click();
  await expect(page.getByRole('button', { name: 'Make an address' })).toBeVisible();
  expect((await read()).status).toBe(404);
});

test('a cancelled meeting says so, with the message', async () => {
  await page.goto(`${world.acme}/meetings/planned/${plan}`);
  await page.getByRole('button', { name: 'Cancel the meeting' }).click();
  await page.getByRole('dialog').getByLabel('Message to the invited').fill('The ship has sailed');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the meeting' }).click();
  await expect(page.getByText('Cancelled', { exact: true })).toBeVisible();
  const greta = await mailTo('greta@crew.example', 'meeting-cancellation');
  expect(greta.subject).toContain('Abgesagt');
  expect(greta.text).toContain('The ship has sailed');
  expect(greta.calendar).toContain('METHOD:CANCEL');
});

test('who is invited is told when the organizer is erased', async () => {
  const login = `leaver${Date.now().toString(36)}`;
  const person = await good(ada, 'POST', here('/people'), { login, name: 'Lea Verlaine', email: `${login}@acme.example`, memberships: [{ department: portal, role: 'user' }], enabled: true });
  const { link } = await good(ada, 'POST', here(`/people/${person.id}/setup-link`));
  const leaver = new Wire(world.acme);
  const token = String(link).split('#')[1];
  leaver.keep(await leaver.call('POST', '/api/v1/links/use', JSON.stringify({ token, password: 'leaves without a word' })));
  const left = `Handover ${login}`;
  const invite = { addresses: [{ email: `${login}@guest.example`, language: 'fr' }] };
  await good(leaver, 'POST', here('/planned-meetings'), { title: left, start: `${dayAhead(9)}T10:00`, minutes: 30, invite });
  await good(ada, 'POST', here(`/people/${person.id}/erasure`));

  const mail = await mailTo(`${login}@guest.example`, 'meeting-cancellation');
  expect(mail.subject).toContain(left);
  expect(mail.calendar).toContain('METHOD:CANCEL');
  expect(`${mail.subject} ${mail.text} ${mail.calendar}`).not.toContain('Verlaine');
  const { items } = await good(ada, 'GET', here('/planned-meetings?everybody=true&limit=500'));
  expect(items.map((one: { title: string }) => one.title)).not.toContain(left);
  const mails = await good(root, 'GET', here('/mails?limit=100'));
  expect(mails.items.filter((one: { to: string }) => one.to === `${login}@guest.example`)).toHaveLength(1);
});
