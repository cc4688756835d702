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
