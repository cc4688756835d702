import type { Locator, Page } from '@playwright/test';

/** The button of the page before a meeting; in lists of meetings there are others of that name. */
export function joinButton(page: Page): Locator {
  return page.locator('form').getByRole('button', { name: 'Join', exact: true });
}

export async function joinRoom(page: Page): Promise<void> {
  await joinButton(page).click();
}
