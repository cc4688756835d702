import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { picture } from '../support/pictures';
import { Wire } from '../support/wire';
import { signInAsAda, world } from '../support/world';

/** An announcement is brought, heard, and chosen for a menu from a list. */
test.describe.configure({ mode: 'serial' });

const SIZES = [
  [1280, 800],
  [360, 740],
] as const;
const some = String(Date.now() % 100_000).padStart(5, '0');
const name = `summer-${some}`;

let context: BrowserContext;
let ada: Page;

test.beforeAll(async ({ browser }) => {
  context = await browser.newContext();
  ada = await context.newPage();
  await signInAsAda(ada);
});
test.afterAll(() => context.close());

/** A second of a tone, 8 bits and 8 kHz. */
function wav(): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + 8000, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(8000, 40);
  return Buffer.concat([head, Buffer.from(Array.from({ length: 8000 }, (_, at) => 128 + Math.round(60 * Math.sin(at / 3))))]);
}

async function axe(): Promise<void> {
  const findings = await new AxeBuilder({ page: ada }).analyze();
  expect(findings.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

/** Whether the browser itself can play it. */
async function plays(sound: string): Promise<void> {
  const seconds = await ada.evaluate(
    (address) =>
      new Promise<number>((done, fail) => {
        const player = new Audio(address);
        player.addEventListener('loadedmetadata', () => done(player.duration));
        player.addEventListener('error', () => fail(new Error(`${address} is not played`)));
        player.load();
      }),
    sound,
  );
  expect(seconds).toBeGreaterThan(0.2);
}

test('an announcement is brought and can be heard', async () => {
  await ada.goto(`${world.acme}/telephone?tab=announcements`);
  await ada.locator('input[type=file]').setInputFiles({ name: `${name}.wav`, mimeType: 'audio/wav', buffer: wav() });
  const form = ada.getByRole('form', { name: 'New announcement' });
  await expect(form.getByLabel('Name')).toHaveValue(name);
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(ada.getByText('Announcement saved')).toBeVisible();
  const player = ada.getByLabel(`Hear ${name}`);
  await expect(player).toBeVisible();
  await plays((await player.getAttribute('src'))!);
  await picture(ada, 'extensions', 'announcements', SIZES);
  await axe();
});

test('a menu says one that is chosen from the list', async () => {
  await ada.goto(`${world.acme}/telephone/voice-menus/new`);
  await ada.getByRole('textbox', { name: 'Number', exact: true }).fill(`41${some}`);
  await ada.getByRole('textbox', { name: 'Name', exact: true }).fill('Welcome');
  const field = ada.getByRole('combobox', { name: 'Announcement' });
  await expect(field).toHaveValue('Welcome');
  await plays((await ada.getByLabel('Hear Welcome').getAttribute('src'))!);
  await field.click();
  await expect(ada.getByRole('option', { name: 'We are closed at the moment' })).toBeVisible();
  await ada.getByRole('option', { name }).click();
  await plays((await ada.getByLabel(`Hear ${name}`).getAttribute('src'))!);
  for (const which of ['Without a key', 'After wrong keys']) {
    await ada.getByRole('combobox', { name: which }).click();
    await ada.getByRole('option', { name: 'Hang up' }).click();
  }
  await picture(ada, 'extensions', 'menu-announcement', SIZES);
  await axe();
  await ada.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(ada.getByRole('heading', { name: `41${some} Welcome` })).toBeVisible();
  await expect(field).toHaveValue(name);

  await ada.goto(`${world.acme}/telephone?tab=announcements`);
  await expect(ada.getByRole('row', { name: new RegExp(name) })).toContainText(`41${some} Welcome`);
  await ada.getByRole('button', { name: `Delete ${name}` }).click();
  await expect(ada.getByText(new RegExp(`41${some} Welcome`)).first()).toBeVisible();
  await expect(ada.getByLabel(`Hear ${name}`)).toBeVisible();
});

test('a name that leads to no sound is refused at its field', async () => {
  const wire = await new Wire(world.acme).signIn(world.ada.login, world.ada.password);
  const portal = (await wire.call('GET', '/api/v1/portal')).json.id;
  const end = { kind: 'HANG_UP', value: '' };
  const menu = { number: `42${some}`, name: 'Nothing', prompt: 'no-such-thing', keys: {}, seconds: 5, tries: 2, timeout: end, wrong: end };
  const refused = await wire.call('POST', `/api/v1/portals/${portal}/voice-menus`, JSON.stringify(menu));
  expect(refused.status, refused.text).toBe(400);
  expect(refused.json.errors[0]).toMatchObject({ pointer: '/prompt', code: 'announcement.unknown' });
});
