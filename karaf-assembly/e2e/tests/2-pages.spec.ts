import { mkdirSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { joinButton, joinRoom } from '../support/room';
import { Wire } from '../support/wire';
import { signInAsAda, signInAsRoot, world } from '../support/world';

/**
 * Every page in both themes and two widths, looked at by axe-core; with E2E_PICTURES set, each is kept as a picture. In the
 * narrower width of each that comes after, nothing may stick out.
 */
const SHOTS = 'target/screenshots';
const WIDTHS = [
  [1440, 900, 1024],
  [390, 844, 360],
] as const;
const THEMES = ['light', 'dark'] as const;

interface Visit {
  name: string;
  path: string;
  /** What has to be on the page before it counts as there. */
  shows: string | RegExp;
  go?: (page: Page) => Promise<void>;
  /** A rule of axe-core that does not hold here. */
  but?: string;
}

const NOBODY: Visit[] = [
  { name: 'sign-in', path: '/sign-in', shows: 'Sign in' },
  { name: 'welcome-spent', path: '/welcome#gone', shows: 'Set your password' },
  { name: 'help-second-factor', path: '/help/second-factor', shows: 'The second factor' },
  { name: 'help-directory', path: '/help/directory', shows: 'Signing in with a directory' },
  { name: 'guest', path: '/m/gone', shows: 'There is no open meeting here' },
  { name: 'shared-recording-gone', path: '/r/gone', shows: 'This link leads nowhere' },
];

const ROOT: Visit[] = [
  { name: 'root-home', path: '/', shows: 'Your server' },
  { name: 'portals', path: '/portals', shows: 'Portals' },
  { name: 'portal-new', path: '/portals/new', shows: 'Create portal' },
  {
    name: 'portal',
    path: '/portals',
    shows: 'Portals',
    go: async (page) => {
      await page.getByRole('button', { name: 'Acme' }).first().click();
      await expect(page.getByRole('heading', { name: 'Acme', level: 1 })).toBeVisible();
    },
  },
  { name: 'portal-from-file', path: '/portals/from-file', shows: 'Portal from a file' },
  { name: 'ports', path: '/ports', shows: 'Network ports' },
  { name: 'root-person-new', path: '/people/new', shows: 'Add person' },
  { name: 'root-people', path: '/people', shows: 'People' },
  { name: 'root-events', path: '/events', shows: 'Events' },
  { name: 'certificates', path: '/certificates', shows: 'Certificates' },
  { name: 'media-servers', path: '/media-servers', shows: 'Media servers' },
  { name: 'waiting-phones', path: '/waiting-phones', shows: 'Phones nobody has set up' },
  { name: 'phone-templates', path: '/phone-templates', shows: 'Phone templates' },
  { name: 'root-plugins', path: '/plugins', shows: 'Plugins' },
  {
    name: 'mail-open',
    path: '/mail',
    shows: 'Mail outbox',
    go: async (page) => {
      await page.getByRole('table').getByRole('button').first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
];

const ADA: Visit[] = [
  { name: 'home', path: '/', shows: /Good to see you/ },
  { name: 'meetings', path: '/meetings', shows: 'Meetings' },
  { name: 'planned', path: '/meetings/planned', shows: 'Planned meetings' },
  { name: 'planned-month', path: '/meetings/planned?view=month', shows: 'Planned meetings', go: untilPlanned },
  { name: 'planned-week', path: '/meetings/planned?view=week', shows: 'Planned meetings', go: untilPlanned },
  { name: 'portal-meetings', path: '/portal?tab=meetings', shows: 'Portal' },
  { name: 'plan-new', path: '/meetings/planned/new', shows: 'Plan a meeting' },
  { name: 'connections', path: '/connections', shows: 'Connections' },
  { name: 'voicemail', path: '/voicemail', shows: 'Voicemail' },
  { name: 'recordings', path: '/recordings', shows: 'Recordings' },
  { name: 'contacts', path: '/contacts', shows: 'Address book' },
  { name: 'contacts-empty', path: '/contacts?visibility=PRIVATE', shows: 'Address book' },
  { name: 'contact-new', path: '/contacts/new', shows: 'New contact' },
  {
    name: 'contact-import',
    path: '/contacts/import',
    shows: 'Import contacts',
    go: async (page) => {
      await page.locator('input[type="file"]').setInputFiles({
        name: 'contacts.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('name,email,colour\nGrace Hopper,grace@navy.example,red\nKarl-Theodor von Hohenstein-Rabenau zu Falkenburg,nobody,blue\n'),
      });
      await expect(page.getByText('1 new, 0 already there, 1 with a fault')).toBeVisible();
    },
  },
  { name: 'people', path: '/people', shows: 'People' },
  { name: 'person-new', path: '/people/new', shows: 'Add person' },
  { name: 'people-import', path: '/people/import', shows: 'Import people' },
  {
    name: 'person',
    path: '/people',
    shows: 'People',
    go: async (page) => {
      await page.getByRole('link', { name: world.ada.name, exact: true }).click();
      await expect(page.getByRole('tab', { name: 'General' })).toBeVisible();
    },
  },
  { name: 'departments', path: '/departments', shows: 'Departments' },
  { name: 'department-new', path: '/departments/new', shows: 'Add department' },
  {
    name: 'department',
    path: '/departments',
    shows: 'Departments',
    go: async (page) => {
      await page.getByRole('button', { name: 'Default' }).click();
      await page.getByText('By the week').click();
      await page.getByRole('button', { name: 'Add holiday' }).click();
      await expect(page.getByLabel('Monday, Open from')).toBeVisible();
    },
  },
  {
    name: 'department-people',
    path: '/departments',
    shows: 'Departments',
    go: async (page) => {
      await page.getByRole('button', { name: 'Default' }).click();
      await page.getByRole('tab', { name: /^People/ }).click();
      await expect(page.getByText(world.ada.name).first()).toBeVisible();
    },
  },
  { name: 'roles', path: '/roles', shows: 'Roles and rights' },
  { name: 'role-new', path: '/roles/new', shows: 'New role' },
  { name: 'roles-explain', path: '/roles?tab=explain&right=LISTEN_IN', shows: 'Roles and rights' },
  {
    name: 'person-rights',
    path: '/people',
    shows: 'People',
    go: async (page) => {
      await page.getByRole('link', { name: world.ada.name, exact: true }).click();
      await page.getByRole('tab', { name: 'Rights' }).click();
      await page.getByRole('combobox', { name: 'May do what' }).click();
      await page.getByRole('option', { name: 'Listen in', exact: true }).click();
      await expect(page.getByText(/that role allows it/)).toBeVisible();
    },
  },
  { name: 'scripts', path: '/scripts', shows: 'Scripts' },
  { name: 'script-new', path: '/scripts/new', shows: 'Write a script' },
  {
    name: 'script',
    path: '/scripts',
    shows: 'Scripts',
    go: async (page) => {
      await page.getByRole('button', { name: 'Journal meetings' }).click();
      await expect(page.getByRole('list', { name: 'Log' })).toBeVisible();
    },
  },
  { name: 'plugins', path: '/plugins', shows: 'Plugins' },
  { name: 'plugin', path: '/plugins/crm-hubspot', shows: 'HubSpot' },
  { name: 'events', path: '/events', shows: 'Events' },
  { name: 'audit', path: '/audit', shows: 'Audit' },
  {
    name: 'audit-entry',
    path: '/audit',
    shows: 'Audit',
    go: async (page) => {
      await page.getByRole('table').getByRole('button', { name: /^(Person|Script|Plugin|Portal) / }).first().click();
      await expect(page.getByRole('dialog')).toContainText('Hash');
    },
  },
  { name: 'mail', path: '/mail', shows: 'Mail outbox' },
  { name: 'portal-general', path: '/portal', shows: 'Portal' },
  { name: 'portal-mails', path: '/portal?tab=mails', shows: 'Portal' },
  { name: 'portal-file', path: '/portal?tab=file', shows: 'Portal' },
  { name: 'portal-data', path: '/portal?tab=data', shows: 'Portal' },
  { name: 'account', path: '/account', shows: 'Your account' },
  { name: 'missing', path: '/no/such/page', shows: 'There is no such page' },
  {
    name: 'palette',
    path: '/',
    shows: /Good to see you/,
    // Its list follows the arrow keys in the field above.
    but: 'scrollable-region-focusable',
    go: async (page) => {
      await page.keyboard.press('ControlOrMeta+K');
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
];

/** Ada's calendar is full: times at once, long words, more on a day than it shows, a series. */
async function untilPlanned(page: Page): Promise<void> {
  const ada = await new Wire(world.acme).signIn(world.ada.login, world.ada.password);
  const here = `/api/v1/portals/${(await ada.call('GET', '/api/v1/portal')).json.id}`;
  const { items } = (await ada.call('GET', `${here}/planned-meetings?limit=500`)).json;
  const today = new Date().toISOString().slice(0, 10);
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const plans: [string, string, number, object?][] = [
    ['Standup', `${today}T09:00`, 15, { frequency: 'DAILY', interval: 1, count: 20 }],
    ['Geschäftsführerbesprechung Rindfleischetikettierungsüberwachung', `${today}T10:00`, 90],
    ['Review', `${today}T10:30`, 60],
    ['Lunch', `${today}T12:00`, 45],
    ['Planning', `${tomorrow}T14:00`, 120],
    ['Late call', `${tomorrow}T23:00`, 120],
  ];
  for (const [title, start, minutes, recurrence] of plans) {
    if (!items.some((one: { title: string }) => one.title === title)) {
      const reply = await ada.call('POST', `${here}/planned-meetings`, JSON.stringify({ title, start, minutes, ...(recurrence ? { recurrence } : {}) }));
      expect(reply.status, reply.text).toBe(201);
    }
  }
  await page.reload();
  await expect(page.getByRole('link', { name: 'Standup' }).first()).toBeVisible();
}

async function settled(page: Page): Promise<void> {
  // Pictures and contrast are of the page at rest, with nothing pointed at.
  await page.mouse.move(0, 0);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(
      document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY).map((one) => one.finished.catch(() => {})),
    );
  });
}

/** What axe-core finds, as rule and place; mails are shown in frames where no script runs, axe's neither. */
async function accessFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).exclude('iframe').analyze();
  return violations.map(({ id, nodes }) => `${id} at ${nodes.slice(0, 3).map((node) => node.target.join(' ')).join(', ')}`);
}

/** What differs by width is the same in both themes, and the other way round: light and wide, dark and narrow say all. */
function isCorner(theme: (typeof THEMES)[number], width: number): boolean {
  return (theme === 'light') === (width === WIDTHS[0][0]);
}

/** The page in one theme and width, where there is something to see or to find out. */
async function view(page: Page, name: string, width: number, theme: (typeof THEMES)[number], but?: string): Promise<string[]> {
  const pictures = Boolean(process.env.E2E_PICTURES);
  if (!pictures && !isCorner(theme, width)) {
    return [];
  }
  await page.emulateMedia({ colorScheme: theme });
  await settled(page);
  if (pictures) {
    await page.screenshot({ path: `${SHOTS}/${name}-${width}-${theme}.png` });
  }
  const found = isCorner(theme, width) ? await accessFaults(page) : [];
  return found.filter((fault) => !but || !fault.startsWith(but)).map((fault) => `${name} ${width} ${theme}: ${fault}`);
}

/** By how much the page is wider than the window. */
async function overflow(page: Page): Promise<string[]> {
  const pixels = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return pixels > 0 ? [`${pixels} px wider than the window`] : [];
}

/** One page: loaded once, then seen in each theme and at each width. What is found goes to `faults`. */
async function visitPage(page: Page, base: string, { name, path, shows, go, but }: Visit, faults: string[]): Promise<void> {
  await page.setViewportSize({ width: WIDTHS[0][0], height: WIDTHS[0][1] });
  await page.emulateMedia({ colorScheme: THEMES[0] });
  await page.goto(base + path);
  await expect(page.getByRole('heading', { name: shows }).first()).toBeVisible();
  await go?.(page);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  // The portal's colour and logo come late.
  await page.waitForLoadState('networkidle');
  for (const [width, height, narrower] of WIDTHS) {
    const measure = async () => faults.push(...(await overflow(page)).map((fault) => `${name} ${page.viewportSize()?.width}: ${fault}`));
    await page.setViewportSize({ width, height });
    for (const theme of THEMES) {
      faults.push(...(await view(page, name, width, theme, but)));
    }
    await measure();
    await page.setViewportSize({ width: narrower, height });
    await settled(page);
    await measure();
  }
}

async function look(browser: Browser, base: string, visits: Visit[], enter: (page: Page) => Promise<void>): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  const faults: string[] = [];
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en' });
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  await enter(page);
  for (const visit of visits) {
    try {
      await visitPage(page, base, visit, faults);
    } catch (error) {
      faults.push(`${visit.name}: ${(error as Error).message}`);
    }
  }
  await context.close();
  expect(faults).toEqual([]);
}

test.setTimeout(1_200_000);

test('the pages before signing in', async ({ browser }) => {
  await look(browser, world.acme, NOBODY, async () => {});
});

test('the pages of root', async ({ browser }) => {
  await look(browser, world.root, ROOT, signInAsRoot);
});

test('the pages of a portal’s administrator', async ({ browser }) => {
  await look(browser, world.acme, ADA, signInAsAda);
});

test('the room', async ({ browser }) => {
  mkdirSync(SHOTS, { recursive: true });
  const faults: string[] = [];
  const context = await browser.newContext({ permissions: ['camera', 'microphone'] });
  const page = await context.newPage();
  await signInAsAda(page);
  await page.goto(`${world.acme}/meetings`);
  await page.getByRole('button', { name: 'Start a meeting' }).first().click();
  await page.getByRole('button', { name: 'Start now' }).click();
  await expect(joinButton(page)).toBeVisible();
  const check = async (name: string) => {
    for (const theme of THEMES) {
      for (const [width, height] of WIDTHS) {
        await page.setViewportSize({ width, height });
        faults.push(...(await view(page, name, width, theme)));
      }
    }
  };
  await check('room-before');
  await joinRoom(page);
  const link = await page.getByLabel('Guest link').inputValue();
  await check('room-alone');

  const guests = await Promise.all(['Grace Hopper', 'Karl-Theodor von Hohenstein-Rabenau zu Falkenburg'].map((name) => visit(browser, link, name)));
  await expect(page.locator('li[data-participant] video')).toHaveCount(2);
  await check('room');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: /People here/ }).click();
  await check('room-people');
  await Promise.all(guests.map((guest) => guest.close()));
  await context.close();
  expect(faults).toEqual([]);
});

async function visit(browser: Browser, link: string, name: string) {
  const context = await browser.newContext({ permissions: ['camera', 'microphone'] });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByLabel('Your name').fill(name);
  await joinRoom(page);
  await expect(page.getByRole('toolbar')).toBeVisible();
  return context;
}
