import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { picture } from '../support/pictures';
import { SipPhone } from '../support/sip';
import { signInAsAda, world } from '../support/world';

/** An administrator sets up a small company's telephones, and a person chooses where calls go. */
test.describe.configure({ mode: 'serial' });

let context: BrowserContext;
let ada: Page;

const some = String(Date.now() % 100_000).padStart(5, '0');
const hall = `30${some}`;
const group = `31${some}`;

async function start(browser: Browser): Promise<void> {
  context = await browser.newContext();
  ada = await context.newPage();
  await signInAsAda(ada);
}

test.beforeAll(({ browser }) => start(browser));
test.afterAll(() => context.close());

const tab = (name: string) => ada.getByRole('tab', { name, exact: true });
const save = () => ada.getByRole('button', { name: 'Save', exact: true });

test('an extension gets a device, whose password is shown once', async () => {
  await ada.goto(`${world.acme}/telephone/extensions/new`);
  await ada.getByRole('textbox', { name: 'Number', exact: true }).fill('112');
  await ada.getByRole('textbox', { name: 'Name', exact: true }).fill('Hall');
  await ada.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(ada.getByText('is a number for emergencies')).toBeVisible();
  await ada.getByRole('textbox', { name: 'Number', exact: true }).fill(hall);
  await ada.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(ada.getByRole('heading', { name: `${hall} Hall` })).toBeVisible();
  await expect(ada.getByText(/No device yet/)).toBeVisible();

  await ada.getByLabel('Name of the device').fill('Desk phone');
  await ada.getByRole('button', { name: 'Add a device' }).click();
  const dialog = ada.getByRole('dialog', { name: 'Sign-in of the device' });
  await expect(dialog.getByLabel('Domain')).toHaveValue('acme.localhost');
  await expect(dialog.getByLabel('Sign-in name')).toHaveValue(new RegExp(`^${hall}-`));
  const password = await dialog.getByLabel('Password').inputValue();
  expect(password).toMatch(/^[A-Za-z2-9]{24}$/);
  const user = await dialog.getByLabel('Sign-in name').inputValue();
  await picture(ada, 'extensions', 'secret');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await ada.reload();
  await expect(ada.getByText('Desk phone', { exact: true })).toBeVisible();
  expect(await ada.content()).not.toContain(password);

  const device = ada.getByRole('article', { name: 'Desk phone' });
  await expect(device.getByText('Not connected')).toBeVisible();
  const phone = await SipPhone.at(world.sip, new URL(world.acme).hostname, user, password);
  expect((await phone.register()).first).toContain('200');
  await expect(device.getByText('Connected', { exact: true })).toBeVisible();
  await expect(device.getByText(/127\.0\.0\.1.* · UDP/)).toBeVisible();
  phone.close();
  await picture(ada, 'extensions', 'extension');
  const findings = await new AxeBuilder({ page: ada }).analyze();
  expect(findings.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

test('a number leads to one group, and the group stays while it does [S3.08]', async () => {
  await ada.goto(`${world.acme}/telephone/ring-groups/new`);
  await ada.getByRole('textbox', { name: 'Number', exact: true }).fill(group);
  await ada.getByRole('textbox', { name: 'Name', exact: true }).fill('Sales');
  await ada.getByRole('combobox', { name: 'Members' }).click();
  await ada.getByRole('option', { name: `${hall} Hall` }).click();
  await ada.keyboard.press('Escape');
  await ada.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(ada.getByText('Choose where calls go.')).toBeVisible();
  await ada.getByRole('combobox', { name: 'If nobody answers' }).click();
  await ada.getByRole('option', { name: 'Hang up' }).click();
  await ada.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(ada.getByRole('heading', { name: `${group} Sales` })).toBeVisible();

  await ada.goto(`${world.acme}/telephone/inbound-numbers/new`);
  await ada.getByRole('textbox', { name: 'Number', exact: true }).fill(`+49301${some}`);
  await ada.getByRole('textbox', { name: 'Name', exact: true }).fill('Main');
  await ada.getByRole('combobox', { name: 'Calls go to' }).click();
  await ada.getByRole('option', { name: `${group} Sales` }).click();
  await ada.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(ada.getByRole('heading', { name: `+49301${some} Main` })).toBeVisible();

  await ada.goto(`${world.acme}/telephone?tab=ring-groups`);
  await ada.getByRole('button', { name: group }).click();
  await ada.getByRole('button', { name: 'Delete', exact: true }).click();
  await ada.getByRole('dialog').getByRole('textbox').fill('Sales');
  await ada.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(ada.getByText(`Calls are led here by +49301${some} Main. Change that first.`)).toBeVisible();
  await ada.keyboard.press('Escape');
});

test('every kind has its page, also where there is nothing yet', async () => {
  await ada.goto(`${world.acme}/telephone`);
  for (const name of ['Extensions', 'Ring groups', 'Queues', 'Menus', 'Conference rooms', 'Numbers', 'Trunks', 'Rules']) {
    await tab(name).click();
    await expect(ada.getByRole('tabpanel')).toBeVisible();
    await picture(ada, 'extensions', `${name.toLowerCase().replace(' ', '-')}`);
  }
  await tab('Settings and limits').click();
  await ada.getByLabel('Minutes a day').fill('600');
  await save().click();
  await expect(ada.getByText('Saved', { exact: true })).toBeVisible();
  const today = ada.getByRole('region', { name: 'Today' });
  await expect(today.getByRole('group', { name: 'Minutes of calls outside' })).toContainText('of 600');
  await picture(ada, 'extensions', 'settings');
});

test('a limit is lifted for the day, the page says so, and it holds again', async () => {
  await ada.goto(`${world.acme}/telephone?tab=settings`);
  const today = ada.getByRole('region', { name: 'Today' });
  await expect(today.getByRole('button')).toHaveCount(0);
  const lifted = await ada.evaluate(async () => {
    const session = await (await fetch('/api/v1/session')).json();
    const answer = await fetch(`/api/v1/portals/${session.portal.id}/call-limits/minutes/lift`, { method: 'POST', headers: { 'X-CSRF-Token': session.csrfToken } });
    return answer.status;
  });
  expect(lifted).toBe(200);
  await ada.reload();
  await expect(ada.getByRole('status').getByText('The limit of 600 minutes a day is lifted until midnight.')).toBeVisible();
  await picture(ada, 'extensions', 'limit-lifted');
  await today.getByRole('button').scrollIntoViewIfNeeded();
  await picture(ada, 'extensions', 'limits-today');
  await today.getByRole('button', { name: 'Let it hold again: Minutes of calls outside' }).click();
  await expect(ada.getByText('The limit holds again', { exact: true })).toBeVisible();
  await expect(ada.getByText('The limit of 600 minutes a day is lifted until midnight.')).toHaveCount(0);
});

test('a trunk is set up and says how it is doing', async () => {
  await ada.goto(`${world.acme}/telephone/trunks/new`);
  await ada.getByRole('textbox', { name: 'Name', exact: true }).fill(`Carrier ${some}`);
  await ada.getByLabel('Carrier’s server').fill('192.0.2.7');
  await ada.getByLabel('Sign-in name').fill('account');
  await ada.getByLabel('Password', { exact: true }).fill('a carrier’s secret');
  await picture(ada, 'extensions', 'trunk');
  await ada.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(ada.getByRole('heading', { name: `Carrier ${some}` })).toBeVisible();
  await expect(ada.getByText(/Not tried yet|Does not answer/)).toBeVisible();
  await expect(ada.getByLabel('Password', { exact: true })).toHaveValue('');
});

test('a person is given an extension, and sends its calls elsewhere [S3.10b] [S3.10d] [S3.39]', async () => {
  await ada.goto(`${world.acme}/people`);
  const session = await ada.evaluate(async () => (await fetch('/api/v1/session')).json());
  await ada.goto(`${world.acme}/people/${session.person.id}?tab=phone`);
  await ada.getByRole('button', { name: 'Give an extension' }).click();
  await ada.getByRole('dialog', { name: 'Sign-in of the device' }).getByRole('button', { name: 'Done' }).click();
  await ada.goto(`${world.acme}/account`);
  const phone = ada.getByRole('region', { name: 'Your phone' });
  await phone.getByRole('switch', { name: 'Do not disturb' }).click();
  await phone.getByRole('combobox', { name: 'Without an answer' }).click();
  await ada.getByRole('option', { name: `${hall} Hall`, exact: true }).click();
  await phone.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(ada.getByText('Saved', { exact: true })).toBeVisible();
  await ada.reload();
  await expect(phone.getByRole('switch', { name: 'Do not disturb' })).toBeChecked();
  await expect(phone.getByRole('combobox', { name: 'Without an answer' })).toHaveValue(`${hall} Hall`);
  await picture(ada, 'extensions', 'own');
});
