import { expect, type Page, test } from '@playwright/test';
import { png } from '../support/png';
import { Wire } from '../support/wire';
import { signIn, world } from '../support/world';

/** What people do with their own account: picture, password, language and zone; and what every page offers everybody. */
test.describe.configure({ mode: 'serial' });

const CLARA = { name: 'Clara Account', login: 'clara', password: 'a socket with a view', other: 'a socket with a lamp' };

test.beforeAll(async () => {
  const ada = await new Wire(world.acme).signIn(world.ada.login, world.ada.password);
  const portal = (await ada.call('GET', '/api/v1/portal')).json.id;
  const draft = { login: CLARA.login, name: CLARA.name, password: CLARA.password, enabled: true };
  expect((await ada.call('POST', `/api/v1/portals/${portal}/people`, JSON.stringify(draft))).status).toBe(201);
});

const enter = (page: Page, password = CLARA.password) => signIn(page, world.acme, CLARA.login, password);

test('a picture of one’s own, cropped square, is in the shell too [S0.38] [S1.08] [S1.09]', async ({ page }) => {
  await enter(page);
  await page.goto(`${world.acme}/account`);
  await expect(page.getByText(/of 1,000 MB/)).toBeVisible();
  await page.locator('input[type=file]').setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: png(200) });
  await page.getByRole('button', { name: 'Use this picture' }).click();
  const shown = page.locator('main img[src*="/pictures/"]').first();
  await expect(shown).toBeVisible();
  expect(await shown.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])).toEqual([256, 256]);
  await expect(page.getByRole('button', { name: `Menu of ${CLARA.name}` }).locator('img')).toBeVisible();
  await page.screenshot({ path: 'target/screenshots/account-picture.png', fullPage: true });
});

test('the own password is changed, by who knows the present one [S1.34]', async ({ page }) => {
  await enter(page);
  await page.goto(`${world.acme}/account`);
  await page.getByLabel('Present password').fill('not the present one');
  await page.getByLabel('New password').fill(CLARA.other);
  await page.getByLabel('The same once more').fill(CLARA.other);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('This is not your present password.')).toBeVisible();
  await page.getByLabel('Present password').fill(CLARA.password);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('Your password has been changed.')).toBeVisible();

  await page.context().clearCookies();
  await enter(page, CLARA.other);
});

test('days and times are in the person’s zone, pages in the person’s language, on every device [S2.19] [S2.20]', async ({ page, browser }) => {
  await enter(page, CLARA.other);
  await page.goto(`${world.acme}/account`);
  const since = page.locator('time').first();
  const utc = new Date((await since.getAttribute('datetime')) ?? '');
  const inZone = (zone: string) => new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(utc);
  for (const zone of ['Asia/Tokyo', 'America/New_York']) {
    await page.getByRole('combobox', { name: 'Time zone' }).or(page.getByLabel('Time zone')).first().click();
    await page.getByRole('combobox', { name: 'Time zone' }).or(page.getByLabel('Time zone')).first().fill(zone);
    await page.getByRole('option', { name: zone }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.locator(`time[datetime="${await since.getAttribute('datetime')}"]`).first()).toContainText(inZone(zone));
  }

  await page.getByRole('combobox', { name: 'Language' }).or(page.getByLabel('Language')).first().click();
  await page.getByRole('option', { name: 'Français' }).click();
  await page.getByRole('link', { name: 'Home' }).first().click();
  await expect(page.getByText('Unsaved changes')).toBeVisible();
  await page.getByRole('button', { name: 'Stay' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Votre compte' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');

  const elsewhere = await (await browser.newContext({ locale: 'en' })).newPage();
  await signIn(elsewhere, world.acme, CLARA.login, CLARA.other);
  await expect(elsewhere.locator('html')).toHaveAttribute('lang', 'fr');
  await elsewhere.getByRole('button', { name: new RegExp(CLARA.name) }).click();
  await elsewhere.getByRole('menuitem', { name: 'English' }).click();
  await expect(elsewhere.locator('html')).toHaveAttribute('lang', 'en');
  await elsewhere.context().close();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('the first key leads past the navigation, and a reader is told the language [S2.32]', async ({ page }) => {
  await enter(page, CLARA.other);
  await page.goto(`${world.acme}/meetings`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the page' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('#page')).toBeFocused();
  const said = new Set<string>();
  for (const [language, lang] of [['Deutsch', 'de'], ['Español', 'es'], ['Français', 'fr'], ['English', 'en']] as const) {
    await page.getByRole('button', { name: new RegExp(CLARA.name) }).click();
    await page.getByRole('menuitem', { name: language }).click();
    await page.keyboard.press('Escape');
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    said.add((await page.locator('.skip-link').first().textContent()) ?? '');
  }
  expect(said.size).toBe(4);
});

test('a token says in words what it may', async ({ page }) => {
  await enter(page, CLARA.other);
  await page.goto(`${world.acme}/account`);
  await page.getByRole('button', { name: 'New token' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What it is called').fill('Backup');
  await dialog.getByRole('textbox', { name: 'May' }).or(dialog.getByLabel('May', { exact: true })).first().click();
  await page.getByRole('option', { name: 'Take part in meetings' }).click();
  await dialog.getByLabel('What it is called').click();
  await dialog.getByRole('button', { name: 'Make the token' }).click();
  await expect(dialog.getByLabel('The token')).toHaveValue(/^pb_/);
  await dialog.getByRole('button', { name: 'I have kept it safe' }).click();
  await expect(page.getByText('Take part in meetings')).toBeVisible();
  await page.screenshot({ path: 'target/screenshots/account-token.png', fullPage: true });
});

test('the second factor is explained in four languages, from the account and from signing in [S2.27]', async ({ page, browser }) => {
  await enter(page, CLARA.other);
  await page.goto(`${world.acme}/account`);
  const [help] = await Promise.all([page.waitForEvent('popup'), page.getByRole('link', { name: 'How a second factor works' }).first().click()]);
  await expect(help.getByRole('heading', { level: 1, name: 'The second factor' })).toBeVisible();
  await expect(help.getByRole('heading', { name: 'A lost or new phone' })).toBeVisible();
  await help.screenshot({ path: 'target/screenshots/help-factor.png', fullPage: true });
  for (const [locale, title] of [['de', 'Der zweite Faktor'], ['es', 'El segundo factor'], ['fr', 'Le second facteur']] as const) {
    const context = await browser.newContext({ locale });
    const stranger = await context.newPage();
    await stranger.addInitScript((language) => localStorage.setItem('patchbay-language', language), locale);
    await stranger.goto(`${world.acme}/help/second-factor`);
    await expect(stranger.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await context.close();
  }
});
