import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { Wire } from '../support/wire';
import { signInAsAda, world } from '../support/world';

/** What is changed is recorded, verified and taken away; who is erased leaves a chain that is still whole. */
test('a change of a person is in the audit, and the chain is verified', async ({ page }) => {
  const ada = await new Wire(world.acme).signIn(world.ada.login, world.ada.password);
  const acme = (await ada.call('GET', '/api/v1/portal')).json.id as string;
  const name = `Audited ${Date.now().toString(36)}`;
  const draft = { login: name.toLowerCase().replace(' ', '.'), name, roles: [], enabled: true };
  const made = await ada.call('POST', `/api/v1/portals/${acme}/people`, JSON.stringify(draft));
  expect(made.status).toBe(201);

  await signInAsAda(page);
  await page.goto(`${world.acme}/audit`);
  await page.getByRole('button', { name: 'Person added' }).first().click();
  const entry = page.getByRole('dialog');
  await expect(entry).toContainText(name);
  await expect(entry.getByRole('rowheader', { name: 'Login name' })).toBeVisible();
  await page.screenshot({ path: 'target/screenshots/audit-entry-detail.png' });
  await entry.getByRole('button', { name: 'What else was done to this' }).click();
  await expect(page).toHaveURL(new RegExp(`subject=${made.json.id}`));

  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(page.getByRole('dialog')).toContainText('Every entry is as it was written');
  await page.screenshot({ path: 'target/screenshots/audit-verified.png' });
  await page.keyboard.press('Escape');

  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'As a table (CSV)' }).click();
  expect(readFileSync((await (await file).path())!, 'utf8')).toContain('person.created');
});

test('a person is erased by typing the name, and the chain stays whole', async ({ page }) => {
  const ada = await new Wire(world.acme).signIn(world.ada.login, world.ada.password);
  const acme = (await ada.call('GET', '/api/v1/portal')).json.id as string;
  const name = `Erased ${Date.now().toString(36)}`;
  const draft = { login: name.toLowerCase().replace(' ', '.'), name, roles: [], enabled: true };
  const { id } = (await ada.call('POST', `/api/v1/portals/${acme}/people`, JSON.stringify(draft))).json;
  const data = await ada.call('GET', `/api/v1/portals/${acme}/people/${id}/data`);
  expect(data.json).toMatchObject({ complete: true });
  expect(data.text).toContain(name);

  await signInAsAda(page);
  await page.goto(`${world.acme}/people/${id}`);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Erase' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(name);
  await page.screenshot({ path: 'target/screenshots/person-erase.png' });
  await dialog.getByRole('button', { name: 'Erase' }).click();
  await expect(page).toHaveURL(/\/people$/);

  const entries = await ada.call('GET', `/api/v1/portals/${acme}/audit?subject=${id}`);
  expect(entries.json.items.map((entry: { action: string }) => entry.action)).toContain('person.erased');
  expect(entries.text).toContain('[erased]');
  expect(entries.text).not.toContain(name);
  expect((await ada.call('GET', `/api/v1/portals/${acme}/events?subject=${id}`)).text).not.toContain(name);
  expect((await ada.call('GET', `/api/v1/portals/${acme}/audit/verification`)).json).toMatchObject({ intact: true });
});
