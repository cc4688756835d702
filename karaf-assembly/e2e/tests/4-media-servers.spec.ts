import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { picture } from '../support/pictures';
import { signInAsAda, signInAsRoot, world } from '../support/world';

/** The media servers: root empties one, a portal chooses one and what happens when it takes no meetings. */
test.describe.configure({ mode: 'serial' });

let root: Page;
let ada: Page;

test.beforeAll(async ({ browser }) => {
  root = await (await browser.newContext()).newPage();
  ada = await (await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' })).newPage();
  await signInAsRoot(root);
  await signInAsAda(ada);
});

test.afterAll(async () => {
  await use();
  await Promise.all([root, ada].map((page) => page.context().close()));
});

const card = () => root.getByRole('region', { name: 'embedded' });

/** Whatever a test left behind: meetings of other tests need the server. */
async function use(): Promise<void> {
  await root.goto(`${world.root}/media-servers`);
  await expect(card()).toBeVisible();
  const again = card().getByRole('button', { name: 'Use again' });
  if (await again.isVisible()) {
    await again.click();
  }
  await expect(card().getByText('Up', { exact: true })).toBeVisible();
}

async function start(): Promise<void> {
  await ada.goto(`${world.acme}/meetings`);
  await ada.getByRole('button', { name: 'Start a meeting' }).first().click();
  await ada.getByRole('button', { name: 'Start now' }).click();
}

async function fits(page: Page): Promise<void> {
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

test('root sees each media server, what it is and how full it is', async () => {
  await root.goto(world.root);
  await root.getByRole('link', { name: 'Media servers' }).first().click();
  await expect(card().getByText('Embedded in this server')).toBeVisible();
  await expect(card().getByText('Up', { exact: true })).toBeVisible();
  await expect(card().getByRole('progressbar', { name: 'Load of embedded' })).toHaveAttribute('aria-valuenow', /^\d+$/);
  await fits(root);
  await picture(root, 'media-servers', 'list');
});

test('root says from which networks people belong to a place [S1.30]', async () => {
  await root.goto(`${world.root}/media-servers`);
  await root.getByRole('button', { name: 'Add a Jitsi Videobridge' }).click();
  const form = root.getByRole('dialog');
  await form.getByRole('textbox', { name: /^Name/ }).fill('lisbon-1');
  await form.getByRole('textbox', { name: /^Address of its private interface/ }).fill('http://127.0.0.1:9');
  const networks = form.getByRole('textbox', { name: /^Networks of this place/ });
  await networks.fill('10.77.0.0/16\n10.78');
  // It carries nothing: meetings of other tests stay where they are.
  await form.getByRole('switch', { name: 'Use it for meetings' }).uncheck({ force: true });
  const add = form.getByRole('button', { name: 'Add a Jitsi Videobridge' });
  await add.click();
  await expect(form.getByText(/^Network 2 of the list is none/)).toBeVisible();
  await expect(form.getByText('Name the place that the networks belong to.')).toBeVisible();
  await fits(root);
  await form.getByRole('textbox', { name: /^Place/ }).fill('Lisbon');
  await networks.fill('10.77.1.1/16\n2001:DB8::/32');
  await add.click();
  const lisbon = root.getByRole('region', { name: 'lisbon-1' });
  await expect(lisbon.getByText('For people from 10.77.0.0/16, 2001:db8::/32')).toBeVisible();
  // A window that fades out pales what is looked at.
  await expect(form).toHaveCount(0);
  await fits(root);
  await picture(root, 'media-servers', 'networks');

  await lisbon.getByRole('button', { name: 'Change' }).click();
  await expect(networks).toHaveValue('10.77.0.0/16\n2001:db8::/32');
  await networks.fill('');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(lisbon.getByText(/For people from/)).toHaveCount(0);
  await lisbon.getByRole('button', { name: 'Remove' }).click();
  await lisbon.getByRole('button', { name: /^Remove it/ }).click();
  await expect(lisbon).toHaveCount(0);
});

test('a portal chooses its media server [S1.30]', async () => {
  await ada.goto(`${world.acme}/portal?tab=media-server`);
  await ada.getByRole('combobox', { name: 'Default media server' }).click();
  await ada.getByRole('option', { name: 'embedded' }).click();
  await ada.getByRole('radio', { name: /Do not meet/ }).check();
  await ada.getByRole('button', { name: 'Save' }).click();
  await expect(ada.getByText('Media server saved')).toBeVisible();
  await ada.reload();
  await expect(ada.getByRole('combobox', { name: 'Default media server' })).toHaveValue('embedded');
  await expect(ada.getByRole('radio', { name: /Do not meet/ })).toBeChecked();
  await fits(ada);
  await picture(ada, 'media-servers', 'choice');
});

test('an emptied server takes no meetings, and whoever chose it is told so [S1.32] [S1.33]', async () => {
  await root.goto(`${world.root}/media-servers`);
  await card().getByRole('button', { name: 'Empty' }).click();
  await expect(card().getByText(/Being emptied|Empty, can be stopped/)).toBeVisible();

  await start();
  await expect(ada.getByText(/The media server embedded, which this portal chose, takes no meetings/)).toBeVisible();
  await ada.goto(`${world.acme}/`);
  await expect(ada.getByText('embedded takes no meetings')).toBeVisible();

  // With no other server, going elsewhere leads nowhere either.
  await ada.goto(`${world.acme}/portal?tab=media-server`);
  await expect(ada.getByText('This server takes no meetings at the moment.')).toBeVisible();
  await ada.getByRole('radio', { name: /Meet on another one/ }).check();
  await ada.getByRole('button', { name: 'Save' }).click();
  await expect(ada.getByText('Media server saved')).toBeVisible();
  await start();
  await expect(ada.getByText('Audio and video are not available at the moment.')).toBeVisible();
});

test('a server that is used again takes meetings', async () => {
  await use();
  await start();
  await expect(ada).toHaveURL(/\/meetings\/[0-9a-f-]+/);
});
