import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';

function given(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set; start the tests by karaf-assembly/e2e/run`);
  }
  return value;
}

/** What `run` has started, and who lives in it. */
export const world = {
  root: given('E2E_ROOT'),
  acme: given('E2E_ROOT').replace('localhost', 'acme.localhost'),
  data: given('E2E_DATA'),
  plugin: given('E2E_PLUGIN'),
  hubspot: given('E2E_HUBSPOT'),
  hubspotToken: 'pat-e2e',
  /** The port of SIP by UDP. */
  sip: Number(given('E2E_SIP')),
  ldapPlugin: given('E2E_LDAP_PLUGIN'),
  ldap: { port: given('E2E_LDAP'), log: given('E2E_LDAP_LOG'), base: 'dc=acme,dc=example', searcher: 'cn=search,dc=acme,dc=example', password: 'look only' },
  rootPassword: 'the root of all portals',
  ada: { name: 'Ada Lovelace', login: 'ada', email: 'ada@acme.example', password: 'a cable for every socket' },
};

/** The link that the first start made for root. */
export function setupLink(): string {
  return readFileSync(join(world.data, 'root-setup-link'), 'utf8').trim();
}

export async function setPassword(page: Page, link: string, password: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('New password').fill(password);
  await page.getByLabel('The same once more').fill(password);
  await page.getByRole('button', { name: 'Set password and sign in' }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

export async function signIn(page: Page, address: string, login: string, password: string): Promise<void> {
  await page.goto(`${address}/sign-in`);
  await page.getByLabel('E-mail or login name').fill(login);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

export const signInAsRoot = (page: Page) => signIn(page, world.root, 'root', world.rootPassword);
export const signInAsAda = (page: Page) => signIn(page, world.acme, world.ada.login, world.ada.password);
