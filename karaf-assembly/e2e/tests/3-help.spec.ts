import { expect, test } from '@playwright/test';
import { signInAsAda, world } from '../support/world';

const SHOTS = 'target/screenshots';

test('each page has its help, which leads on to what one may need next [S0.52]', async ({ page }) => {
  await signInAsAda(page);
  for (const [path, title, words, next] of [
    ['/scripts', 'Scripts', 'Ctrl+Space completes', 'Plugins'],
    ['/people', 'People', 'Roles say what somebody may do', 'Mail'],
    ['/contacts', 'Address book', 'Public contacts are everybody’s', 'Meetings'],
  ] as const) {
    await page.goto(world.acme + path);
    await page.getByRole('button', { name: 'Help for this page' }).click();
    const help = page.getByRole('dialog', { name: title });
    await expect(help).toContainText(words);
    await page.screenshot({ path: `${SHOTS}/help-${path.slice(1)}.png` });
    await help.getByRole('navigation', { name: 'You might also be interested in' }).getByRole('link', { name: next }).click();
    await expect(help).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(next === 'Mail' ? 'Mail outbox' : next);
  }
});

test('one chooses light or dark, and it stays [S0.46]', async ({ page }) => {
  await signInAsAda(page);
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const seen = [];
  for (const theme of ['Dark', 'Light']) {
    await page.getByRole('button', { name: /Ada Lovelace/ }).first().click();
    await page.getByRole('menuitem', { name: theme }).click();
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme.toLowerCase());
    seen.push(await ground());
  }
  expect(seen[0]).not.toBe(seen[1]);
});
