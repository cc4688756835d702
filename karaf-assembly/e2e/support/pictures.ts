import type { Page } from '@playwright/test';

const USUAL = [
  [1440, 900],
  [390, 844],
] as const;

/** The page as it is, wide and narrow, light and dark, to be looked at: with E2E_PICTURES set, for it costs its time. */
export async function picture(page: Page, folder: string, name: string, sizes: readonly (readonly [number, number])[] = USUAL): Promise<void> {
  if (!process.env.E2E_PICTURES) {
    return;
  }
  const size = page.viewportSize()!;
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      // Colours fade from one theme to the other.
      await page.waitForTimeout(300);
      await page.screenshot({ path: `target/screenshots/${folder}/${name}-${width}-${colorScheme}.png`, fullPage: true });
    }
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  await page.setViewportSize(size);
}
