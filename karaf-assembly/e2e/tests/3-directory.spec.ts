import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { Wire } from '../support/wire';
import { setPassword, signIn, signInAsRoot, world } from '../support/world';

/** A portal whose people sign in with a directory, from its creation on. */
test.describe.configure({ mode: 'serial' });

const there = world.root.replace('localhost', 'directory.localhost');
const jar = join(world.data, 'deploy', basename(world.ldapPlugin));
const phones = 'cn=phones,ou=groups,dc=acme,dc=example';
const grace = { login: 'grace', password: 'a moth in relay 70' };
const keeper = { login: 'keeper', password: 'a key beside the door' };

let portal = '';

/** The stand-in's own certificate, which it prints. */
const certificate = () => /-----BEGIN[\s\S]+-----END CERTIFICATE-----/.exec(readFileSync(world.ldap.log, 'utf8'))![0];

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).or(page.getByLabel(label)).first().click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Types login and password and goes no further. */
async function tryToSignIn(page: Page, login: string, password: string): Promise<void> {
  await page.goto(`${there}/sign-in`);
  await page.getByLabel('E-mail or login name').fill(login);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test.beforeAll(() => copyFileSync(world.ldapPlugin, jar));

test.afterAll(async () => {
  rmSync(jar, { force: true });
  const root = await new Wire(world.root).signIn('root', world.rootPassword);
  await root.call('DELETE', `/api/v1/portals/${portal}`);
});

test('root chooses the directory while creating a portal and sets it up [S0.28]', async ({ page }) => {
  await signInAsRoot(page);
  await page.goto(`${world.root}/plugins`);
  await expect(page.getByRole('button', { name: 'Active Directory / LDAP' })).toBeVisible();

  await page.goto(`${world.root}/portals/new`);
  await page.getByLabel('Name', { exact: true }).fill('Directory');
  await page.getByLabel('Host').fill('directory.localhost');
  await choose(page, 'Sign-in with a directory', 'LDAP');
  await page.screenshot({ path: 'target/screenshots/directory-new-portal.png', fullPage: true });
  await page.getByRole('button', { name: 'Create portal' }).click();

  await expect(page.getByRole('heading', { name: 'Active Directory / LDAP', level: 1 })).toBeVisible();
  portal = /portals\/([^/]+)\/plugins/.exec(page.url())![1]!;
  await page.getByRole('textbox', { name: 'Server' }).fill('localhost');
  await choose(page, 'Protection', 'StartTLS');
  await page.getByRole('textbox', { name: 'Port' }).fill(world.ldap.port);
  await page.getByRole('textbox', { name: 'Where people are' }).fill(world.ldap.base);
  await page.getByRole('textbox', { name: 'Account that looks people up' }).fill(world.ldap.searcher);
  await page.getByLabel('Password of that account').fill(world.ldap.password);
  await page.getByRole('button', { name: 'Save and connect' }).click();
  await expect(page.getByText('It does not work yet')).toBeVisible();
  await expect(page.getByText('LDAP shows a certificate that is not trusted or not for localhost').first()).toBeVisible();

  await page.getByRole('textbox', { name: 'Trusted certificate' }).fill(certificate());
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('LDAP answers over StartTLS: 2 people below dc=acme,dc=example').first()).toBeVisible();
  await expect(page.getByText('Connected', { exact: true })).toBeVisible();
  await page.screenshot({ path: 'target/screenshots/directory-settings.png', fullPage: true });
});

test('the guide explains it in four languages [S1.14]', async ({ page, browser }) => {
  await signInAsRoot(page);
  await page.goto(`${world.root}/portals/${portal}/plugins/ldap`);
  await expect(page.getByRole('link', { name: 'How signing in with a directory works' })).toHaveAttribute('href', '/help/directory');
  const titles = { en: 'Signing in with a directory', de: 'Anmelden mit einem Verzeichnis', es: 'Entrar con un directorio', fr: 'Se connecter avec un annuaire' };
  for (const [language, title] of Object.entries(titles)) {
    const context = await browser.newContext();
    const reader = await context.newPage();
    await reader.addInitScript((chosen) => localStorage.setItem('patchbay-language', chosen), language);
    await reader.goto(`${world.root}/help/directory`);
    await expect(reader.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await context.close();
  }
});

test('somebody of the directory without an account is told so [S1.14]', async ({ page }) => {
  await tryToSignIn(page, grace.login, 'another password');
  await expect(page.getByRole('alert')).toContainText('do not match');
  await tryToSignIn(page, grace.login, grace.password);
  await expect(page.getByText('The password is right, but you have no account here yet.')).toBeVisible();
});

test('the portal’s own administrator opens it to the members of a group [S0.29]', async ({ page, browser }) => {
  const root = await new Wire(world.root).signIn('root', world.rootPassword);
  const draft = { login: keeper.login, name: 'Keeper', roles: ['system-owner'], enabled: true };
  const person = (await root.call('POST', `/api/v1/portals/${portal}/people`, JSON.stringify(draft))).json;
  const link = (await root.call('POST', `/api/v1/portals/${portal}/people/${person.id}/setup-link`)).json.link;
  const context = await browser.newContext();
  await setPassword(await context.newPage(), link, keeper.password);
  await context.close();

  await signIn(page, there, keeper.login, keeper.password);
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Plugins' }).click();
  await page.getByRole('button', { name: 'Active Directory / LDAP' }).click();
  await expect(page.getByRole('textbox', { name: 'Server' })).toHaveValue('localhost');
  await page.getByRole('textbox', { name: 'Only members of the group' }).fill(phones);
  await page.getByRole('switch', { name: 'New people may sign in' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('It answers')).toBeVisible();
});

test('a member signs in with the directory’s password and becomes a person; others do not [S1.14]', async ({ page }) => {
  await signIn(page, there, grace.login, grace.password);
  await expect(page.getByRole('heading', { name: 'Good to see you, Grace Hopper' })).toBeVisible();

  await page.context().clearCookies();
  await tryToSignIn(page, 'ada', 'engine no. 1');
  await expect(page.getByText('your account in the directory is not admitted here')).toBeVisible();
});

test('the person’s page says who keeps the password [S1.14]', async ({ page }) => {
  await signIn(page, there, keeper.login, keeper.password);
  await page.goto(`${there}/people`);
  await expect(page.getByRole('row', { name: /Grace Hopper/ }).getByText('Active')).toBeVisible();
  await page.getByRole('link', { name: 'Grace Hopper', exact: true }).click();
  await page.getByRole('tab', { name: 'Security' }).click();
  await expect(page.getByText('LDAP keeps it.')).toBeVisible();
  await page.screenshot({ path: 'target/screenshots/directory-person.png', fullPage: true });
});
