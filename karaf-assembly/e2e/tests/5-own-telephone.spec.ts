import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { picture } from '../support/pictures';
import { Wire } from '../support/wire';
import { signInAsAda, world } from '../support/world';

/** What a person chooses of the own telephone: an assistant, dictations, messages by mail; and who sits at which phone. */
test.describe.configure({ mode: 'serial' });

let context: BrowserContext;
let ada: Page;
let wire: Wire;
let portal = '';
/** Ada's extension and a shared one in the hall with a phone. */
let own = { id: '', number: '' };
let hall = { id: '', number: '' };

const some = String(Date.now() % 100_000).padStart(5, '0');

/** Asks the server as the page does. */
async function ask(method: string, path: string, body?: unknown): Promise<any> {
  const reply = await wire.call(method, `/api/v1/portals/${portal}${path}`, body === undefined ? undefined : JSON.stringify(body));
  expect(reply.status, `${method} ${path}: ${reply.text}`).toBeLessThan(300);
  return reply.json;
}

async function noFaults(): Promise<void> {
  const findings = await new AxeBuilder({ page: ada }).analyze();
  expect(findings.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test.beforeAll(async ({ browser }: { browser: Browser }) => {
  context = await browser.newContext();
  ada = await context.newPage();
  await signInAsAda(ada);
  wire = await new Wire(world.acme).signIn(world.ada.login, world.ada.password);
});
test.afterAll(() => context.close());

test('a phone in the hall is used as the own one, and that is ended', async () => {
  const session = (await wire.call('GET', '/api/v1/session')).json;
  portal = session.portal.id;
  const mine = (await ask('GET', `/own-extensions`)).items;
  own = mine[0] ?? (await ask('POST', `/people/${session.person.id}/extension`, { device: 'Laptop' })).extension;
  hall = await ask('POST', `/extensions`, { number: `36${some}`, name: 'Hall', ringSeconds: 20, mostCalls: 2, externalCalls: false, forwards: {}, recording: 'NEVER' });
  const { device } = await ask('POST', `/extensions/${hall.id}/devices`, { name: 'Hall phone' });
  await ask('PUT', `/extensions/${own.id}/hot-desks/${device.id}`);

  await ada.goto(`${world.acme}/account`);
  const desks = ada.getByRole('region', { name: 'Phones in use by somebody else' });
  await expect(desks.getByText(`Hall phone of ${hall.number} is used as ${own.number}`)).toBeVisible();
  await desks.scrollIntoViewIfNeeded();
  await picture(ada, 'own-telephone', 'hot-desk');
  await noFaults();
  await ada.goto(`${world.acme}/telephone/extensions/${hall.id}`);
  await expect(desks.getByText(`Hall phone of ${hall.number}`)).toBeVisible();
  await desks.getByRole('button', { name: 'End the use of Hall phone' }).click();
  await expect(ada.getByText('The phone is that of its own extension again')).toBeVisible();
  await expect(desks).toHaveCount(0);
  expect((await ask('GET', `/extensions/${own.id}/hot-desks`)).items).toEqual([]);
});

test('an hour ends the use of phones by others', async () => {
  await ada.goto(`${world.acme}/telephone?tab=settings`);
  await ada.getByRole('tab', { name: 'Settings and limits', exact: true }).click();
  const hour = ada.getByLabel('Everybody is signed out of phones of others at');
  await hour.fill('19:30');
  await ada.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(ada.getByText('Saved', { exact: true })).toBeVisible();
  await ada.reload();
  await ada.getByRole('tab', { name: 'Settings and limits', exact: true }).click();
  await expect(hour).toHaveValue('19:30');
});

test('an assistant gets keys [S4.34]', async () => {
  await ada.goto(`${world.acme}/account`);
  const services = ada.getByRole('region', { name: `Services of ${own.number}` });
  await services.getByRole('switch', { name: 'Let the assistant take calls' }).click();
  await services.getByRole('button', { name: 'Add a key' }).click();
  await services.getByRole('combobox', { name: 'Calls go to' }).click();
  await ada.getByRole('option', { name: `${hall.number} Hall`, exact: true }).click();
  await services.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(ada.getByText('Saved', { exact: true })).toBeVisible();
  await ada.reload();
  await expect(services.getByRole('switch', { name: 'Let the assistant take calls' })).toBeChecked();
  await expect(services.getByRole('combobox', { name: 'Calls go to' })).toHaveValue(`${hall.number} Hall`);
  await services.getByText('Own assistant', { exact: true }).first().scrollIntoViewIfNeeded();
  await picture(ada, 'own-telephone', 'assistant');
  await noFaults();
});

test('ring time, language and zone are chosen, and who looks after telephones sees what holds [S4.07] [S4.10] [S4.11] [S4.12] [S4.18] [S4.29] [S4.30] [S4.40]', async () => {
  await ada.goto(`${world.acme}/`);
  const phone = ada.getByRole('region', { name: 'Your phone' });
  await expect(phone.getByText(`Extension ${own.number}`)).toBeVisible();
  await picture(ada, 'own-telephone', 'home');
  await noFaults();
  await phone.getByRole('link', { name: 'Change', exact: true }).click();
  await expect(ada).toHaveURL(/\/account$/);
  await phone.getByLabel('Rings for (seconds)').fill('40');
  await phone.getByRole('combobox', { name: 'When busy' }).click();
  await ada.getByRole('option', { name: `${hall.number} Hall`, exact: true }).click();
  await phone.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(ada.getByText('Saved', { exact: true })).toBeVisible();
  await ada.reload();
  await expect(phone.getByLabel('Rings for (seconds)')).toHaveValue('40');
  await phone.getByLabel('Rings for (seconds)').scrollIntoViewIfNeeded();
  await picture(ada, 'own-telephone', 'ring-time');
  const services = ada.getByRole('region', { name: `Services of ${own.number}` });
  await services.getByRole('combobox', { name: 'Language' }).click();
  await ada.getByRole('option', { name: 'French', exact: true }).click();
  await services.getByRole('combobox', { name: 'Time zone' }).fill('Lima');
  await ada.getByRole('option', { name: 'America/Lima', exact: true }).click();
  await services.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(ada.getByText('Saved', { exact: true })).toBeVisible();
  await expect(services.getByText('Time groups', { exact: true })).toBeVisible();
  await expect(services.getByText('Who gets through', { exact: true })).toBeVisible();
  const places = ada.getByRole('navigation', { name: 'Places' });
  for (const place of ['Calls', 'Voicemail']) {
    await expect(places.getByRole('link', { name: place, exact: true })).toBeVisible();
  }
  await services.getByText('What is said at the phone').scrollIntoViewIfNeeded();
  await picture(ada, 'own-telephone', 'language');
  await noFaults();

  await ada.goto(`${world.acme}/telephone?tab=diversions`);
  await ada.getByLabel('Find by number or name').fill(own.number);
  await expect(ada.getByText(`When busy to ${hall.number} Hall`)).toBeVisible();
  await picture(ada, 'own-telephone', 'diversions');
  await noFaults();
  await ada.getByRole('button', { name: own.number, exact: true }).click();
  await expect(services.getByRole('combobox', { name: 'Language' })).toHaveValue('French');
  await expect(services.getByRole('combobox', { name: 'Time zone' })).toHaveValue('America/Lima');
  await picture(ada, 'own-telephone', 'extension');
  await noFaults();
});

test('an extension that only administrators change says so to its person [S3.10f] [S3.10h] [S4.01]', async () => {
  const locked = ada.getByRole('switch', { name: 'Only administrators change it' });
  await ada.goto(`${world.acme}/telephone/extensions/${own.id}`);
  await locked.click();
  await ada.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(ada.getByText('Saved', { exact: true })).toBeVisible();
  await ada.goto(`${world.acme}/account`);
  await expect(ada.getByText(`Your extension is ${own.number}. Only administrators change where its calls go.`)).toBeVisible();
  await picture(ada, 'own-telephone', 'locked');
  await noFaults();
  const { person } = (await wire.call('GET', '/api/v1/session')).json;
  await ada.goto(`${world.acme}/people/${person.id}?tab=phone`);
  await expect(ada.getByRole('region', { name: `Services of ${own.number}` })).toBeVisible();
  await expect(ada.getByRole('region', { name: `Mailbox of ${own.number}` })).toBeVisible();
  await ada.goto(`${world.acme}/telephone/extensions/${own.id}`);
  await locked.click();
  await ada.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(ada.getByText('Saved', { exact: true })).toBeVisible();
});

test('messages go with mails, and dictations have a list [S4.14] [S4.15] [S4.19]', async () => {
  await ada.goto(`${world.acme}/voicemail`);
  const box = ada.getByRole('region', { name: `Mailbox of ${own.number}` });
  await ada.getByRole('tab', { name: 'Settings', exact: true }).click();
  await box.getByRole('checkbox', { name: 'Delete it here once the mail was sent' }).check();
  await box.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(box.getByText('needs the mail, and the message that goes with it')).toBeVisible();
  await box.getByRole('checkbox', { name: 'The message goes with the mail' }).check();
  await box.getByRole('checkbox', { name: 'Tell of each message by mail' }).check();
  await box.getByRole('checkbox', { name: 'Dictate at the phone by *93' }).check();
  await box.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(ada.getByText('Saved.', { exact: true })).toBeVisible();
  await picture(ada, 'own-telephone', 'mailbox');
  await ada.getByRole('tab', { name: 'Dictations', exact: true }).click();
  await expect(ada.getByText('No dictations')).toBeVisible();
  await picture(ada, 'own-telephone', 'dictations');
  await noFaults();
});
