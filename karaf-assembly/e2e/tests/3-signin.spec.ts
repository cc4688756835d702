import { expect, type Page, test } from '@playwright/test';
import { codeOf } from '../support/factors';
import { Wire } from '../support/wire';
import { signInAsAda, world } from '../support/world';

/** Signing in in more than one step, in a browser; stands on the story. */
test.describe.configure({ mode: 'serial' });

const BEA = { name: 'Bea Brook', login: 'bea', password: 'a plug for every cable' };
let portal = '';
let id = '';
let secret = '';

async function begin(page: Page, password: string): Promise<void> {
  await page.goto(`${world.acme}/sign-in`);
  await page.getByLabel('E-mail or login name').fill(BEA.login);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test.beforeAll(async () => {
  const ada = await new Wire(world.acme).signIn(world.ada.login, world.ada.password);
  portal = (await ada.call('GET', '/api/v1/portal')).json.id;
  const draft = { login: BEA.login, name: BEA.name, enabled: true };
  id = (await ada.call('POST', `/api/v1/portals/${portal}/people`, JSON.stringify(draft))).json.id;
});

test('an administrator generates a password, which is changed at the first sign-in [S1.35] [S2.13]', async ({ page, browser }) => {
  await signInAsAda(page);
  await page.goto(`${world.acme}/people/${id}?tab=security`);
  await page.getByRole('button', { name: 'Generate a password' }).click();
  const generated = await page.getByLabel('New password').inputValue();
  expect(generated).toMatch(/^\w{5}(-\w{5}){3}$/);
  await page.getByRole('button', { name: 'Set this password' }).click();
  await expect(page.getByText('The password has been set.')).toBeVisible();

  const context = await browser.newContext();
  const bea = await context.newPage();
  await begin(bea, generated);
  await expect(bea.getByRole('heading', { name: 'Choose a new password' })).toBeVisible();
  await bea.getByLabel('New password').fill(BEA.password);
  await bea.getByLabel('The same once more').fill(BEA.password);
  await bea.getByRole('button', { name: 'Set password and go on' }).click();
  await expect(bea.getByRole('heading', { name: `Good to see you, ${BEA.name}` })).toBeVisible();
  await context.close();
});

test('a second factor is asked for, set up by QR code, and asked at each sign-in [S2.24] [S2.25] [S3.21]', async ({ page, browser }) => {
  await signInAsAda(page);
  await page.goto(`${world.acme}/people/${id}?tab=security`);
  await page.getByRole('switch', { name: 'Ask for a second factor' }).click();
  await expect(page.getByText('Changed.')).toBeVisible();

  const context = await browser.newContext();
  const bea = await context.newPage();
  await begin(bea, BEA.password);
  await expect(bea.getByRole('img', { name: /QR code/ })).toBeVisible();
  secret = await bea.getByLabel('Or type this key').inputValue();
  await expect(bea.getByRole('link', { name: 'How a second factor works' })).toHaveAttribute('href', '/help/second-factor');
  await bea.screenshot({ path: 'target/screenshots/sign-in-enrolment.png' });
  await bea.getByRole('textbox', { name: 'Code' }).fill(codeOf(secret));
  await bea.getByRole('button', { name: 'Go on' }).click();
  await expect(bea.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')).toHaveCount(10);
  const recovery = (await bea.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').first().textContent()) ?? '';
  await bea.screenshot({ path: 'target/screenshots/sign-in-codes.png' });
  await bea.getByRole('button', { name: 'I have kept it safe' }).click();
  await expect(bea.getByRole('navigation').first()).toBeVisible();
  await context.close();

  const again = await (await browser.newContext()).newPage();
  await begin(again, BEA.password);
  await again.getByRole('textbox', { name: 'Code' }).fill('000000');
  await again.getByRole('button', { name: 'Go on' }).click();
  await expect(again.getByRole('textbox', { name: 'Code' })).toHaveAttribute('aria-invalid', 'true');
  await again.getByRole('textbox', { name: 'Code' }).fill(recovery);
  await again.getByRole('button', { name: 'Go on' }).click();
  await expect(again.getByRole('navigation').first()).toBeVisible();
  await again.context().close();
});

/** Gives the browser an authenticator that says yes. */
async function keepPasskeys(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
  });
}

test('a passkey is added and signs in by itself', async ({ page, browser }) => {
  const ada = await new Wire(world.acme).signIn(world.ada.login, world.ada.password);
  await ada.call('PUT', `/api/v1/portals/${portal}/people/${id}/second-factor`, JSON.stringify({ required: false }));
  await keepPasskeys(page);
  await begin(page, BEA.password);
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await page.goto(`${world.acme}/account`);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByLabel('What it is called').fill('Laptop');
  await page.getByRole('dialog').getByLabel('Present password').fill(BEA.password);
  await page.getByRole('button', { name: 'Make it' }).click();
  await expect(page.getByText('The passkey has been added.')).toBeVisible();
  await page.getByRole('button', { name: 'Rename the passkey Laptop' }).click();
  await page.getByRole('dialog').getByLabel('What it is called').fill('Work laptop');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Work laptop')).toBeVisible();
  await page.screenshot({ path: 'target/screenshots/account-passkey.png', fullPage: true });

  await page.context().clearCookies();
  await page.goto(`${world.acme}/sign-in`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page.getByRole('heading', { name: `Good to see you, ${BEA.name}` })).toBeVisible();

  await page.goto(`${world.acme}/account`);
  await expect(page.getByText('This device')).toBeVisible();
  expect(browser.isConnected()).toBe(true);
});

test('a passkey is set up where a second factor is asked for, and who had none signs in again [S2.24]', async ({ page, browser }) => {
  const ada = await new Wire(world.acme).signIn(world.ada.login, world.ada.password);
  const path = `/api/v1/portals/${portal}/people/${id}/second-factor`;
  await ada.call('PUT', path, JSON.stringify({ required: false }));
  const before = await (await browser.newContext()).newPage();
  await begin(before, BEA.password);
  await expect(before.getByRole('navigation').first()).toBeVisible();
  await ada.call('PUT', path, JSON.stringify({ required: true }));
  await before.goto(`${world.acme}/account`);
  await expect(before.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  await before.context().close();

  await keepPasskeys(page);
  await begin(page, BEA.password);
  await page.getByRole('button', { name: 'Set up a passkey instead' }).click();
  await page.getByLabel('What it is called').fill('Phone');
  await page.screenshot({ path: 'target/screenshots/sign-in-new-passkey.png', fullPage: true });
  await page.getByRole('button', { name: 'Make it' }).click();
  await expect(page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')).toHaveCount(10);
  await page.getByRole('button', { name: 'I have kept it safe' }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await ada.call('PUT', path, JSON.stringify({ required: false }));
});

test('a program with a token acts within its scopes, without cookie and page', async () => {
  const ada = await new Wire(world.acme).signIn(world.ada.login, world.ada.password);
  const expires = new Date(Date.now() + 3_600_000).toISOString();
  const made = await ada.call('POST', '/api/v1/account/tokens', JSON.stringify({ name: 'Backup', scopes: ['MANAGE_PEOPLE'], expires }));
  expect(made.status).toBe(200);
  const program = new Wire(world.acme);
  const bearer = { Authorization: `Bearer ${made.json.secret}`, Origin: '' };
  expect((await program.call('GET', `/api/v1/portals/${portal}/people`, undefined, bearer)).status).toBe(200);
  expect((await program.call('GET', `/api/v1/portals/${portal}/events`, undefined, bearer)).status).toBe(403);
  expect((await program.call('GET', '/api/v1/account/tokens', undefined, bearer)).status).toBe(403);
  expect((await ada.call('DELETE', `/api/v1/account/tokens/${made.json.token.id}`)).status).toBe(204);
  expect((await program.call('GET', `/api/v1/portals/${portal}/people`, undefined, bearer)).status).toBe(401);
});

test('somebody who may no longer be in loses the live connection within five seconds [S2.29] [X.02]', async () => {
  const ada = await new Wire(world.acme).signIn(world.ada.login, world.ada.password);
  const draft = { login: 'cleo', name: 'Cleo', enabled: true };
  const cleo = (await ada.call('POST', `/api/v1/portals/${portal}/people`, JSON.stringify(draft))).json;
  const password = JSON.stringify({ password: BEA.password, mustChange: false });
  expect((await ada.call('PUT', `/api/v1/portals/${portal}/people/${cleo.id}/password`, password)).status).toBe(204);
  const wire = await new Wire(world.acme).signIn('cleo', BEA.password);
  const live = await wire.live();
  if (typeof live === 'number') {
    throw new Error(`refused with ${live}`);
  }
  await live.hello(wire.token);
  const present = (await ada.call('GET', `/api/v1/portals/${portal}/people/${cleo.id}`)).json;
  const changed = JSON.stringify({ login: 'cleo', name: 'Cleo', enabled: true, networks: ['203.0.113.0/24'] });
  const put = await ada.call('PUT', `/api/v1/portals/${portal}/people/${cleo.id}`, changed, { 'If-Match': `"${present.version}"` });
  const since = Date.now();
  expect(put.status).toBe(200);
  expect(await live.closed).toBe(1008);
  expect(Date.now() - since).toBeLessThan(5000);
  expect((await wire.call('GET', `/api/v1/portals/${portal}/meetings`)).status).toBe(401);
});

test('a way back in is asked for, and the answer tells nothing [S1.36]', async ({ page }) => {
  await page.goto(`${world.acme}/sign-in`);
  await page.getByRole('link', { name: 'Forgotten login or password?' }).click();
  await page.getByLabel('E-mail or login name').fill('nobody-at-all');
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByText('Look at your mail')).toBeVisible();
});
