import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { signInAsAda, world } from '../support/world';

/** The address book as somebody uses it: add, find, group, take in, give out, delete and take back. */
async function open(page: Page, path = '/contacts'): Promise<void> {
  await signInAsAda(page);
  await page.goto(world.acme + path);
}

async function add(page: Page, name: string, more: (page: Page) => Promise<void> = async () => {}): Promise<void> {
  await page.goto(`${world.acme}/contacts/new`);
  await page.getByLabel('Name', { exact: true }).fill(name);
  await more(page);
  await page.getByRole('button', { name: 'Add contact' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Address book' })).toBeVisible();
}

const entry = (page: Page, name: string) => page.getByRole('region', { name: 'Address book' }).getByRole('button', { name });

test('the address book is a place of everybody and contacts are added there [S1.20] [S1.21] [S1.22] [S1.23]', async ({ page }) => {
  await open(page, '/');
  await page.getByRole('navigation').first().getByRole('link', { name: 'Address book' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Address book' })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Meetings', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Meetings' })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Address book' }).click();
  await page.getByRole('button', { name: 'New contact' }).first().click();
  await page.getByLabel('Name', { exact: true }).fill('Grace Höpper');
  await page.getByLabel('Company').fill('Navy');
  await page.getByLabel('E-mail', { exact: true }).fill('grace@navy.example');
  await page.getByLabel('Phone', { exact: true }).fill('030 901820');
  await page.getByLabel('Mobile').fill('call me');
  await page.getByLabel('Extension').fill('204');
  await page.getByRole('combobox', { name: 'Language of invitations' }).or(page.getByLabel('Language of invitations')).first().click();
  await page.getByRole('option', { name: 'Français' }).click();
  await page.getByRole('radio', { name: 'Public' }).check();
  await page.getByRole('button', { name: 'Add contact' }).click();

  await expect(page.getByLabel('Mobile')).toBeFocused();
  await expect(page.getByText('must be a phone number')).toBeVisible();
  await page.getByLabel('Mobile').fill('+49 171 1234567');
  await page.getByRole('button', { name: 'Add contact' }).click();
  await expect(entry(page, 'Grace Höpper')).toBeVisible();
});

test('a public contact is bold among private ones [S1.19]', async ({ page }) => {
  await open(page);
  await add(page, 'Private Peter', (form) => form.getByRole('radio', { name: 'Private' }).check());
  const weight = (name: string) => page.getByText(name, { exact: true }).evaluate((shown) => Number(getComputedStyle(shown).fontWeight));

  await expect(entry(page, 'Private Peter')).toBeVisible();
  expect(await weight('Grace Höpper')).toBeGreaterThanOrEqual(700);
  expect(await weight('Private Peter')).toBeLessThan(500);
});

test('a group is made by typing and filters the list [S1.24]', async ({ page }) => {
  await open(page);
  await add(page, 'Amelia Earhart', async (form) => {
    await form.getByRole('textbox', { name: 'Groups' }).or(form.getByLabel('Groups')).first().fill('Pilots');
    await form.keyboard.press('Enter');
  });
  await page.getByLabel('Every group').first().click();
  await page.getByRole('option', { name: 'Pilots (1)' }).click();
  await expect(page).toHaveURL(/group=Pilots/);
  await expect(entry(page, 'Amelia Earhart')).toBeVisible();
  await expect(entry(page, 'Grace Höpper')).toHaveCount(0);
});

test('search finds beginnings of words without accents, and numbers', async ({ page }) => {
  await open(page);
  for (const typed of ['hopp gra', 'HÖP', 'hoep', '030 90', '+49 171', 'nav gr']) {
    await page.getByLabel('Search name, company, e-mail or number').fill(typed);
    await expect(page).toHaveURL(/text=/);
    await expect(entry(page, 'Grace Höpper'), typed).toBeVisible();
    await expect(entry(page, 'Amelia Earhart'), typed).toHaveCount(0);
  }
});

test('a file is looked at before it is taken in, and goes out again harmless', async ({ page }) => {
  await open(page, '/contacts/import');
  const csv = 'E-mail;Name;Gruppen;Colour\r\nrosa@acme.example;Rosa Parks;Pilots;red\r\nnobody;Nobody;;\r\nx@acme.example;\'=1+1;;\r\n';
  await page.locator('input[type="file"]').setInputFiles({ name: 'contacts.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${csv}`) });
  await expect(page.getByText('2 new, 0 already there, 1 with a fault')).toBeVisible();
  await expect(page.getByText(/left out: Colour/)).toBeVisible();
  await expect(page.getByRole('row', { name: /3 Nobody Left out/ })).toBeVisible();
  await page.getByRole('button', { name: 'Take in 2 contacts' }).click();
  await expect(entry(page, 'Rosa Parks')).toBeVisible();

  await page.getByRole('button', { name: 'Files' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'Export as CSV' }).click()]);
  const written = readFileSync(await download.path(), 'utf8');
  expect(written).toContain('Rosa Parks,,rosa@acme.example');
  expect(written).toContain("'=1+1,");
});

test('a deleted contact can be taken back', async ({ page }) => {
  await open(page, '/contacts?text=amelia');
  await entry(page, 'Amelia Earhart').click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('Amelia Earhart is deleted.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Amelia Earhart is back.')).toBeVisible();
  await page.goto(`${world.acme}/contacts?group=Pilots`);
  await expect(entry(page, 'Amelia Earhart')).toBeVisible();
});

test('contacts of the CRM stand beside the own ones, marked with where they are from', async ({ page }) => {
  await open(page, '/contacts?text=ada');
  const crm = page.getByRole('region', { name: 'Found in the CRM' });
  await expect(crm.getByText('crm-hubspot').first()).toBeVisible();
});
