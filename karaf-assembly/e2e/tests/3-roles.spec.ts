import { readFileSync } from 'node:fs';
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { Wire } from '../support/wire';
import { setPassword, signInAsAda, world } from '../support/world';

/** Departments, roles, and what they let people see: an administrator sets them up, others live with them. */
test.describe.configure({ mode: 'serial' });

const SHOTS = 'target/screenshots';

let context: BrowserContext;
let ada: Page;
let wire: Wire;
let acme = '';

test.beforeAll(async ({ browser }) => {
  context = await browser.newContext({ baseURL: world.acme });
  ada = await context.newPage();
  await signInAsAda(ada);
  wire = await new Wire(world.acme).signIn(world.ada.login, world.ada.password);
  acme = (await wire.call('GET', '/api/v1/portal')).json.id;
});

test.afterAll(() => context.close());

async function choose(page: Page, label: string | RegExp, option: string | RegExp, at = 0): Promise<void> {
  await page.getByRole('combobox', { name: label }).nth(at).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Somebody with a password, signed in on a page of their own. */
async function enter(browser: Browser, name: string): Promise<Page> {
  await ada.goto(`/people?text=${encodeURIComponent(name)}`);
  await ada.getByRole('link', { name, exact: true }).click();
  await ada.getByRole('button', { name: 'Make a set-password link' }).click();
  const link = await ada.getByLabel('Set-password link').inputValue();
  const page = await (await browser.newContext({ baseURL: world.acme })).newPage();
  await setPassword(page, link, 'a socket of my own here');
  return page;
}

test('a department has its hours, breaks and holidays [S3.22] [S3.37]', async () => {
  await ada.goto('/');
  await ada.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Departments' }).click();
  await ada.getByRole('link', { name: 'Add department' }).click();
  await ada.getByLabel('Name', { exact: true }).fill('Sales');
  await choose(ada, 'Language', 'Deutsch');
  await ada.getByRole('combobox', { name: 'Time zone' }).fill('Berlin');
  await ada.getByRole('option', { name: 'Europe/Berlin' }).click();
  await ada.getByText('By the week').click();
  await ada.getByLabel('Monday, Open until').fill('08:00');
  await ada.getByRole('button', { name: 'Add department' }).click();
  await expect(ada.getByText('Monday: each time needs an end later than its beginning.')).toBeVisible();
  await ada.getByLabel('Monday, Open until').fill('18:00');
  await ada.getByRole('button', { name: 'Monday: Add break' }).click();
  await ada.getByRole('button', { name: 'More for Monday' }).click();
  await ada.getByRole('menuitem', { name: 'The same from Monday to Friday' }).click();
  await expect(ada.getByLabel('Friday, Open until')).toHaveValue('18:00');
  await expect(ada.getByLabel('Friday, Breaks from')).toHaveValue('12:00');
  await ada.getByRole('button', { name: 'Add department' }).click();
  await expect(ada.getByRole('heading', { name: 'Sales', level: 1 })).toBeVisible();
  await ada.reload();
  await expect(ada.getByLabel('Friday, Open until')).toHaveValue('18:00');
});

const CALENDAR = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Example//EN',
  'BEGIN:VEVENT',
  'SUMMARY:Christmas',
  'DTSTART;VALUE=DATE:20201225',
  'DTEND;VALUE=DATE:20201227',
  'RRULE:FREQ=YEARLY',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'SUMMARY:Stock-taking',
  'DTSTART;VALUE=DATE:20990105',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'SUMMARY:Office party',
  'DTSTART;TZID=Europe/Berlin:20990701T150000',
  'DTEND;TZID=Europe/Berlin:20990701T180000',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'SUMMARY:Never',
  'DTSTART;VALUE=DATE:20260231',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

test('holidays come from a calendar file, looked at before they are taken over [S3.22]', async () => {
  await ada.getByRole('button', { name: 'Import from a calendar file' }).click();
  const dialog = ada.getByRole('dialog');
  await dialog.locator('input[type=file]').setInputFiles({ name: 'x.ics', mimeType: 'text/calendar', buffer: Buffer.from('no calendar') });
  await expect(dialog.getByText('This is no calendar file.', { exact: false })).toBeVisible();
  await dialog.locator('input[type=file]').setInputFiles({ name: 'holidays.ics', mimeType: 'text/calendar', buffer: Buffer.from(CALENDAR) });
  await expect(dialog.getByText('3 holidays found')).toBeVisible();
  await expect(dialog.getByText('Line 19: has a date or rule that is none')).toBeVisible();
  await expect(dialog.getByRole('checkbox', { name: 'Christmas' })).toBeChecked();
  await expect(dialog.getByRole('checkbox', { name: 'Office party' })).not.toBeChecked();
  await ada.screenshot({ path: `${SHOTS}/department-import.png` });
  await dialog.getByRole('button', { name: 'Take over 2 holidays' }).click();
  await ada.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(ada.getByText('Saved.').first()).toBeVisible();
  await ada.reload();
  await expect(ada.getByRole('list', { name: 'Holidays' }).getByLabel('Holiday', { exact: true }).first()).toHaveValue('Christmas');
  await ada.screenshot({ path: `${SHOTS}/department-full.png`, fullPage: true });
});

test('it is closed and opened by hand until a moment [S3.28] [S3.37]', async () => {
  await ada.getByRole('button', { name: /^(Close|Open) now$/ }).click();
  const dialog = ada.getByRole('dialog');
  await dialog.getByText('Closed', { exact: true }).click();
  await dialog.getByRole('button', { name: 'End of today' }).click();
  await ada.screenshot({ path: `${SHOTS}/department-override.png` });
  await dialog.getByRole('button', { name: 'Close now' }).click();
  await expect(ada.getByText(/Closed by hand until/)).toBeVisible();
  await ada.getByRole('button', { name: 'Back to office hours' }).click();
  await expect(ada.getByText(/Closed by hand until/)).toHaveCount(0);
});

test('a user is added with a role and, with several departments, a main one [S3.01] [S3.03] [S3.06] [S3.07]', async () => {
  await ada.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'People' }).click();
  await ada.getByRole('button', { name: 'Add person' }).click();
  await expect(ada.getByText('The role decides what this person sees and may do.', { exact: false })).toBeVisible();
  await ada.getByLabel('Name', { exact: true }).fill('Mia Manager');
  await ada.getByLabel('Login name').fill('mia');
  await expect(ada.getByText('Main', { exact: true })).toHaveCount(0);
  await choose(ada, 'Department', 'Sales');
  await choose(ada, 'Role', 'Manager');
  await expect(ada.getByText('Main', { exact: true })).toHaveCount(0);
  await ada.getByRole('button', { name: 'Add to another department' }).click();
  await expect(ada.getByText('Main', { exact: true })).toHaveCount(1);
  await expect(ada.getByText('The office hours of Sales apply:')).toBeVisible();
  await ada.getByRole('button', { name: 'Make Default the main department' }).click();
  await expect(ada.getByText('The office hours of Default apply:')).toBeVisible();
  await ada.screenshot({ path: `${SHOTS}/person-memberships.png`, fullPage: true });
  await ada.getByRole('button', { name: 'Take out of Default' }).click();
  await expect(ada.getByText('Main', { exact: true })).toHaveCount(0);
  await ada.getByRole('button', { name: 'Add and invite' }).click();
  await expect(ada.getByRole('link', { name: 'Mia Manager', exact: true })).toBeVisible();

  for (const [login, name, department, role] of [
    ['rita', 'Rita Reception', 'Sales', 'Receptionist'],
    ['uwe', 'Uwe User', 'Default', 'User'],
    ['olga', 'Olga Owner', 'Sales', 'Owner'],
  ] as const) {
    await ada.goto('/people/new');
    await ada.getByLabel('Name', { exact: true }).fill(name);
    await ada.getByLabel('Login name').fill(login);
    await choose(ada, 'Department', department);
    await choose(ada, 'Role', role);
    await ada.getByRole('button', { name: 'Add and invite' }).click();
    await expect(ada.getByRole('button', { name })).toBeVisible();
  }
});

test('one’s own role is read-only [S2.23]', async () => {
  await ada.goto('/people');
  await ada.getByRole('link', { name: world.ada.name, exact: true }).click();
  await expect(ada.getByText('Nobody changes their own roles.')).toBeVisible();
  await expect(ada.getByRole('combobox', { name: 'Role' })).toBeDisabled();
  await expect(ada.getByLabel('Portal administrator')).toBeDisabled();
});

test('the table of rights is there, and a narrow role is made of some [S2.07] [S3.34] [S4.06]', async () => {
  await ada.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Roles and rights' }).click();
  const row = ada.getByRole('row', { name: /^Whisper/ });
  await expect(row.getByRole('img', { name: 'Allowed', exact: true })).toHaveCount(2);
  await expect(row.getByRole('img', { name: 'Not allowed' })).toHaveCount(5);

  await ada.getByRole('link', { name: 'New role' }).click();
  await ada.getByLabel('Name', { exact: true }).fill('Reports only');
  await ada.getByRole('button', { name: 'Create role' }).click();
  await expect(ada.getByText('Choose at least one right.')).toBeVisible();
  await ada.getByRole('checkbox', { name: 'Reports', exact: true }).check();
  await ada.getByRole('button', { name: 'Create role' }).click();
  await expect(ada.getByRole('columnheader', { name: /Reports only/ })).toBeVisible();
  await ada.screenshot({ path: `${SHOTS}/roles-matrix.png`, fullPage: true });

  await ada.getByRole('link', { name: 'Reports only' }).click();
  await ada.getByRole('checkbox', { name: 'Recordings', exact: true }).check();
  await ada.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(ada.getByText('Saved.').first()).toBeVisible();
});

test('explaining names the rule and where it comes from', async () => {
  await ada.goto('/roles?tab=explain');
  await ada.getByRole('combobox', { name: 'Person' }).fill('Mia');
  await ada.getByRole('option', { name: 'Mia Manager' }).click();
  await choose(ada, 'May do what', 'Listen in');
  await expect(ada.getByText('Mia Manager has the role Manager in Sales, and that role allows it there.')).toBeVisible();
  await choose(ada, 'In which department', 'Default');
  await expect(ada.getByText(/allow it in Sales alone/)).toBeVisible();
  await choose(ada, 'May do what', 'Whisper');
  await expect(ada.getByText(/These roles would allow it: Owner, System owner/)).toBeVisible();
  await ada.screenshot({ path: `${SHOTS}/roles-explained.png` });
});

test('a manager sees the own department, and gives no role beyond the own [S3.26] [S3.30] [S3.41] [S3.42]', async ({ browser }) => {
  const mia = await enter(browser, 'Mia Manager');
  await mia.goto('/people');
  await expect(mia.getByRole('link', { name: 'Rita Reception', exact: true })).toBeVisible();
  await expect(mia.getByRole('link', { name: 'Uwe User', exact: true })).toHaveCount(0);

  await mia.getByRole('link', { name: 'Rita Reception', exact: true }).click();
  // The router brings a page that was just opened to its top, and a list that goes out of sight closes.
  const role = mia.getByRole('combobox', { name: 'Role' });
  const manager = mia.getByRole('option', { name: 'Manager', exact: true });
  await expect(async () => {
    await role.scrollIntoViewIfNeeded();
    if (!(await manager.isVisible())) {
      await role.click();
    }
    await expect(manager).toBeVisible({ timeout: 5_000 });
  }).toPass();
  await expect(mia.getByRole('option', { name: 'Owner', exact: true })).toHaveCount(0);
  await mia.keyboard.press('Escape');
  await expect(mia.getByLabel('Portal administrator')).toHaveCount(0);
  await mia.screenshot({ path: `${SHOTS}/person-as-manager.png`, fullPage: true });
  await mia.context().close();
});

test('nothing below somebody of another department is found [S3.26] [S3.41]', async () => {
  const description = JSON.parse(readFileSync(new URL('../../../docs/openapi.json', import.meta.url), 'utf8'));
  const mia = await new Wire(world.acme).signIn('mia', 'a socket of my own here');
  const uwe = (await wire.call('GET', `/api/v1/portals/${acme}/people?text=uwe`)).json.items[0];
  const rita = (await wire.call('GET', `/api/v1/portals/${acme}/people?text=rita`)).json.items[0];
  const { id, portal, status, pendingReason, hasPassword, secondFactor, picture, created, version, lastSignIn, ...draft } = uwe;
  const bodies: Record<string, string> = {
    '/portals/{portal}/people/{id}': JSON.stringify(draft),
    '/portals/{portal}/people/{id}/second-factor': '{"required":true}',
    '/portals/{portal}/people/{id}/password': '{"password":"a socket for somebody else","mustChange":false}',
  };
  let asked = 0;
  for (const [path, methods] of Object.entries<Record<string, any>>(description.paths)) {
    if (!path.startsWith('/portals/{portal}/people/{id}')) {
      continue;
    }
    for (const [method, operation] of Object.entries(methods)) {
      const takes = Object.keys(operation.requestBody?.content ?? {})[0];
      const address = `/api/v1${path.replace('{portal}', acme).replace('{id}', id).replace(/\{\w+}/g, 'x')}`;
      const more: Record<string, string> = {
        ...(takes && takes !== 'application/json' ? { 'Content-Type': takes } : {}),
        ...(method === 'put' ? { 'If-Match': `"${version}"` } : {}),
      };
      const reply = await mia.call(method.toUpperCase(), address, takes ? (bodies[path] ?? '{}') : undefined, more);
      expect.soft(reply.status, `${method} ${path}: ${reply.text}`).toBe(404);
      asked++;
    }
  }
  expect(asked).toBeGreaterThan(12);
  const explained = `/api/v1/portals/${acme}/access/explain?right=PARK&person=`;
  expect((await mia.call('GET', explained + id)).status).toBe(404);
  expect((await mia.call('GET', explained + rita.id)).status).toBe(200);
  const bulk = { action: 'DISABLE', people: [rita.id, id] };
  const refused = await mia.call('POST', `/api/v1/portals/${acme}/people-bulk`, JSON.stringify(bulk));
  expect(refused.status).toBe(409);
  expect(refused.text).not.toContain('Uwe');
  expect((await mia.call('GET', `/api/v1/portals/${acme}/people/${rita.id}`)).status).toBe(200);
  const kept = (await wire.call('GET', `/api/v1/portals/${acme}/people/${id}`)).json;
  expect(kept).toEqual(uwe);
});

test('a receptionist opens and closes the own department and configures nothing; a user administers nothing [S3.04] [S3.27] [S3.28]', async ({ browser }) => {
  const rita = await enter(browser, 'Rita Reception');
  await expect(rita.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'People' })).toHaveCount(0);
  await rita.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Departments' }).click();
  await rita.getByRole('button', { name: 'Sales' }).click();
  await expect(rita.getByRole('button', { name: /^(Close|Open) now$/ })).toBeVisible();
  await expect(rita.getByRole('tab', { name: 'Settings' })).toHaveCount(0);
  await expect(rita.getByText('Mia Manager')).toBeVisible();
  await rita.screenshot({ path: `${SHOTS}/department-as-receptionist.png` });
  await rita.context().close();

  const uwe = await enter(browser, 'Uwe User');
  await expect(uwe.getByText('Administration')).toHaveCount(0);
  for (const path of ['people', 'people-export', 'mails', 'events', 'audit']) {
    const status = await uwe.evaluate(async (address) => (await fetch(address)).status, `/api/v1/portals/${acme}/${path}`);
    expect.soft(status, path).toBe(403);
  }
  await uwe.context().close();
});

test('many are put into a department and given a role at once', async () => {
  await ada.goto('/people?text=uwe');
  await ada.getByRole('checkbox', { name: 'Select Uwe User' }).check();
  await ada.getByRole('button', { name: 'Add to department' }).click();
  let dialog = ada.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Department' }).click();
  await ada.getByRole('option', { name: 'Sales', exact: true }).click();
  await ada.screenshot({ path: `${SHOTS}/people-add-to-department.png` });
  await dialog.getByRole('button', { name: 'Add to department' }).click();
  await expect(ada.getByText('1 person added to the department')).toBeVisible();

  await ada.goto('/people?text=uwe');
  await ada.getByRole('checkbox', { name: 'Select Uwe User' }).check();
  await ada.getByRole('button', { name: 'Set role' }).click();
  dialog = ada.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Department' }).click();
  await ada.getByRole('option', { name: 'Sales', exact: true }).click();
  await dialog.getByRole('combobox', { name: 'Role' }).click();
  await ada.getByRole('option', { name: 'Receptionist', exact: true }).click();
  await dialog.getByRole('button', { name: 'Set role' }).click();
  await expect(ada.getByRole('row', { name: /Uwe/ })).toContainText('Receptionist');
});

test('a department is deleted and its people go to another [S3.24]', async () => {
  await ada.goto('/departments');
  await ada.getByRole('button', { name: 'Sales' }).click();
  await ada.getByRole('button', { name: 'Delete', exact: true }).click();
  const dialog = ada.getByRole('dialog');
  await expect(dialog.getByText(/4 people are in it/)).toBeVisible();
  await ada.screenshot({ path: `${SHOTS}/department-delete.png` });
  await dialog.getByLabel(/to confirm/).fill('Sales');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(ada.getByText('Sales was deleted.')).toBeVisible();
  const mia = (await wire.call('GET', `/api/v1/portals/${acme}/people?text=mia`)).json.items[0];
  expect(mia.memberships).toEqual([{ department: acme, role: 'manager' }]);
  const left = (await wire.call('GET', `/api/v1/portals/${acme}/people?limit=200`)).json.items as { memberships: { department: string }[] }[];
  expect(left.filter(({ memberships }) => memberships.length === 0 || memberships.some(({ department }) => department !== acme))).toEqual([]);
});

test('a system administrator leaves alone how owners sign in, and is told why [S3.32]', async ({ browser }) => {
  const sam = { login: 'sam', name: 'Sam System', enabled: true, roles: ['system-administrator'] };
  const made = await wire.call('POST', `/api/v1/portals/${acme}/people`, JSON.stringify(sam));
  expect(made.status, made.text).toBe(201);
  const olga = (await wire.call('GET', `/api/v1/portals/${acme}/people?text=olga`)).json.items[0];
  const page = await enter(browser, 'Sam System');

  await page.goto(`/people/${olga.id}`);
  await expect(page.getByLabel('Login name')).toBeDisabled();
  await expect(page.getByLabel('E-mail')).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Make a set-password link' })).toHaveAttribute('aria-disabled', 'true');
  await page.screenshot({ path: `${SHOTS}/person-beyond.png`, fullPage: true });
  await page.goto(`/people/${olga.id}?tab=security`);
  await expect(page.getByText(/This decides who signs in as somebody .*Listen in on calls/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Set this password' })).toBeDisabled();
  await page.screenshot({ path: `${SHOTS}/person-beyond-security.png`, fullPage: true });

  const wires = await new Wire(world.acme).signIn('sam', 'a socket of my own here');
  const body = JSON.stringify({ password: 'a socket for somebody else', mustChange: false });
  const refused = await wires.call('PUT', `/api/v1/portals/${acme}/people/${olga.id}/password`, body);
  expect(refused.status).toBe(403);
  expect(refused.json.errors[0]).toMatchObject({ pointer: '/password', code: 'credentials.beyond' });

  const rita = (await wire.call('GET', `/api/v1/portals/${acme}/people?text=rita`)).json.items[0];
  await page.goto(`/people/${rita.id}`);
  await expect(page.getByLabel('Login name')).toBeEnabled();
  await page.context().close();
});
