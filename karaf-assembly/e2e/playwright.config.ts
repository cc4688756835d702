import { defineConfig } from '@playwright/test';

/** Debian's Chromium; Playwright's own browsers are not downloaded. */
const chromium = {
  executablePath: process.env.PATCHBAY_CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    '--autoplay-policy=no-user-gesture-required',
  ],
};

export default defineConfig({
  testDir: 'tests',
  outputDir: 'target/results',
  // One server, one story: the later files look at what the earlier ones made.
  workers: 1,
  fullyParallel: false,
  // Long enough for a machine that does ten things at once; what is there sooner costs nothing.
  timeout: 240_000,
  expect: { timeout: 60_000, toPass: { timeout: 60_000 } },
  forbidOnly: Boolean(process.env.CI),
  reporter: [
    ['list'],
    ['junit', { outputFile: 'target/junit/e2e.xml' }],
    ['json', { outputFile: 'target/e2e.json' }],
  ],
  use: {
    baseURL: process.env.E2E_ROOT,
    launchOptions: chromium,
    viewport: { width: 1440, height: 900 },
    locale: 'en',
    // A trace costs a third of the time; it is worth it once something is to be found out.
    trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
    permissions: ['camera', 'microphone', 'clipboard-read', 'clipboard-write'],
  },
});
