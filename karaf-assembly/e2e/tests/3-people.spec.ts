import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { signInAsAda, world } from '../support/world';

/** An administrator and many people: imported from files, found in the list, changed at once. */
test.describe.configure({ mode: 'serial' });

let context: BrowserContext;
let ada: Page;

test.beforeAll(async ({ browser }) => {
  context = await browser.newContext({ baseURL: world.acme });
  ada = await context.newPage();
  await signInAsAda(ada);
});

test.afterAll(() => context.close());

const EXTENSIONS =
  'Number,FirstName,LastName,EmailAddress,MobileNumber,OutboundCallerID,DID,Role,Department,ClickToCallId,ClickToCallAuth,' +
  'WMApprove,MAC,Template,Model,Router,Language,Ringtone,QRingtone,VMEnable,VMLanguage,VMPlayMsgDateTime,VMPIN,VMEmailOptions,' +
  'VMNoPin,VMPlayCallerID,RecordCalls,RecordExternal,RecordCanSee,RecordCanDelete,RecordStartStop,Disabled,HideFWrules,' +
  'DisableExternalCalls,HideInPhonebook,CallScreening,PinProtected,PinTimeout,AllowLanOnly,SIPID,MS365SignInDisabled,' +
  'MS365CalendarDisabled,MS365ContactsDisabled,MS365TeamsDisabled,GoogleSignInDisabled\r\n' +
  '201,Grace,Example,grace@acme.example,,,,"<rolename=""system_owners""/>",DEFAULT,,0,0,001122334455,,,,,,,1,,,493027,,0,0,0,0,0,0,0,' +
  '0,0,0,0,0,0,,0,,0,0,0,0,0\r\n' +
  '202,Edsger,Example,email@,,,,\u201d<rolename=\u201d\u201dusers\u201d\u201d/>\u201d,DEFAULT,,0,0,,,,,,,,1,,,123456,,0,0,0,0,0,0,0,' +
  '0,0,0,0,0,0,,0,,0,0,0,0,0\r\n';

async function choose(name: string, text: string): Promise<void> {
  await ada.getByText('Drop a CSV file here').waitFor();
  await ada.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
}

test('a two-column file is shown row by row, and saved as a whole [S1.10] [S1.11] [S1.12] [S1.13] [S1.45]', async () => {
  await ada.goto('/people');
  await ada.getByRole('link', { name: 'Import', exact: true }).click();
  await choose('two.csv', '\u201cedith@acme.example\u201d, \u201cEdith Example\u201d\r\n"hugo@acme.example", "Hugo Example"\r\n');

  await expect(ada.getByText('2 rows are ready')).toBeVisible();
  await expect(ada.getByRole('row', { name: /edith@acme.example/ })).toBeVisible();
  await ada.screenshot({ path: 'target/screenshots/import-preview.png', fullPage: true });
  await ada.getByRole('button', { name: 'Dry run' }).click();
  await expect(ada.getByText('The dry run passed: 2 people can be added.')).toBeVisible();
  await expect(ada.getByText('2 rows are ready. Nothing is saved yet.')).toBeVisible();
  await ada.screenshot({ path: 'target/screenshots/import-dry-run.png', fullPage: true });
  await ada.getByRole('button', { name: 'Add 2 people' }).click();
  await expect(ada.getByText('2 people were added')).toBeVisible();
  await ada.getByRole('button', { name: 'See the people' }).click();
  await expect(ada.getByText('Hugo Example')).toBeVisible();
});

test('a 45-column file is corrected in place, and what nothing uses is kept [S3.17] [S3.18] [S3.19] [S3.45]', async () => {
  await ada.goto('/people/import');
  await choose('extensions.csv', EXTENSIONS);

  await expect(ada.getByText('1 row has an error')).toBeVisible();
  await expect(ada.getByRole('button', { name: 'Add 2 people' })).toBeDisabled();
  await ada.getByText('Error 1').click();
  await ada.getByRole('button', { name: 'Edsger Example' }).click();
  const dialog = ada.getByRole('dialog');
  await expect(dialog.getByLabel('EmailAddress')).toHaveAttribute('aria-invalid', 'true');
  await ada.screenshot({ path: 'target/screenshots/import-row.png' });
  await dialog.getByLabel('EmailAddress').fill('edsger@acme.example');
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(dialog).toBeHidden();
  await ada.getByRole('button', { name: 'Add 2 people' }).click();
  await expect(ada.getByText('2 people were added')).toBeVisible();

  await ada.goto('/people?text=grace');
  await ada.getByRole('link', { name: 'Grace Example', exact: true }).click();
  await ada.getByRole('tab', { name: 'Imported' }).click();
  await expect(ada.getByText('001122334455')).toBeVisible();
  await expect(ada.getByText('493027')).toBeHidden();
});

test('the list is filtered and sorted in the address [S2.03] [S2.05] [S2.09]', async () => {
  await ada.goto('/people?sort=-login');
  await expect(ada.getByRole('row').nth(1)).toContainText('hugo@acme.example');
  await ada.getByPlaceholder('Any state').click();
  await ada.getByRole('option', { name: 'Disabled' }).click();
  await expect(ada).toHaveURL(/status=disabled/);
  await expect(ada.getByText('Nothing matches this filter.')).toBeVisible();
  await ada.goto('/people?role=system-owner');
  await expect(ada.getByText('Grace Example')).toBeVisible();
  await expect(ada.getByText('Hugo Example')).toBeHidden();
});

test('who has yet to set a password is pending in the list, the filter and the export [S2.05] [S2.18]', async () => {
  await ada.goto('/people?status=pending&text=example');
  const hugo = ada.getByRole('row', { name: /Hugo/ });
  await expect(hugo).toContainText('Pending');
  await expect(hugo).toContainText('Invited');
  await expect(ada.getByRole('row', { name: /Edith/ })).toContainText('Pending');
  const file = await ada.evaluate(async () => {
    const link = document.querySelector<HTMLAnchorElement>('a[download]');
    return (await fetch(link!.href)).text();
  });
  expect(file).toContain('hugo@acme.example');
  expect(file.trim().split('\n').slice(1).every((line) => line.includes('PENDING'))).toBe(true);
  await ada.goto('/people?status=active');
  await expect(ada.getByText(world.ada.name).first()).toBeVisible();
  await expect(ada.getByText('Hugo Example')).toBeHidden();
});

test('many are disabled at once, and enabled again by undo', async () => {
  await ada.goto('/people?text=hugo');
  await ada.getByRole('checkbox', { name: 'Select Hugo Example' }).check();
  await ada.screenshot({ path: 'target/screenshots/people-bulk.png' });
  await ada.getByRole('button', { name: 'Disable' }).click();
  await expect(ada.getByRole('row', { name: /Hugo/ })).toContainText('Disabled');
  await ada.getByRole('button', { name: 'Undo' }).click();
  await expect(ada.getByRole('row', { name: /Hugo/ })).toContainText('Invited');
});

test('a person is changed in every field, with a warning before changes are lost [S0.05] [S0.53] [S1.07] [S2.21] [S2.22] [S2.33]', async () => {
  await ada.goto('/people?text=hugo');
  await ada.getByRole('link', { name: 'Hugo Example', exact: true }).click();
  await expect(ada.getByRole('banner').or(ada.locator('header')).filter({ hasText: 'hugo@acme.example' }).first()).toContainText('Invited');
  await ada.getByLabel('Login name').fill('hugo');
  await ada.getByLabel('Last day').fill('2020-01-01');
  await ada.getByRole('link', { name: 'Home' }).first().click();
  await expect(ada.getByText('Unsaved changes')).toBeVisible();
  await ada.getByRole('button', { name: 'Stay' }).click();
  await ada.getByRole('button', { name: 'Save' }).click();
  await expect(ada.getByText('Expired', { exact: true })).toBeVisible();
  await ada.screenshot({ path: 'target/screenshots/person-general.png', fullPage: true });
  await ada.goto('/people?status=expired');
  await expect(ada.getByText('Hugo Example')).toBeVisible();
});

test('a person gets a picture, cropped here and made small there [S0.38] [S1.09]', async () => {
  await ada.goto('/people?text=edith');
  await ada.getByRole('link', { name: 'Edith Example', exact: true }).click();
  const picture = await ada.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 600;
    canvas.height = 400;
    const context = canvas.getContext('2d')!;
    context.fillStyle = '#2f6fed';
    context.fillRect(0, 0, 600, 400);
    context.fillStyle = '#ffb300';
    context.fillRect(200, 100, 200, 200);
    return canvas.toDataURL('image/png').split(',')[1]!;
  });
  await ada.locator('input[type=file]').setInputFiles({ name: 'p.png', mimeType: 'image/png', buffer: Buffer.from(picture, 'base64') });
  await expect(ada.getByRole('dialog')).toBeVisible();
  await ada.screenshot({ path: 'target/screenshots/person-crop.png' });
  await ada.getByRole('button', { name: 'Use this picture' }).click();
  const shown = ada.locator('img[src*="/pictures/"]').first();
  await expect(shown).toBeVisible();
  expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(256);
  await expect(ada.getByText(/of 1,000 MB/)).toBeVisible();
});

test('somebody new gets a generated password, shown once, and an extension of their own [S1.05] [S1.06] [S2.02] [S2.10] [S2.13] [S4.02]', async ({ browser }) => {
  await ada.goto('/people');
  await ada.getByRole('button', { name: 'Add person' }).click();
  await ada.getByLabel('Name', { exact: true }).fill('Ivo Example');
  await ada.getByLabel('Login name').fill('ivo');
  await ada.getByLabel('Phone', { exact: true }).fill('+49 30 4711');
  await ada.getByLabel('Mobile').fill('+49 171 4711');
  // Grace has it, from the file.
  await ada.getByLabel('Extension number').fill('201');
  await ada.getByRole('button', { name: 'Generate a password' }).click();
  const password = await ada.getByLabel('Password', { exact: true }).inputValue();
  await ada.screenshot({ path: 'target/screenshots/person-new-password.png', fullPage: true });
  await ada.getByRole('button', { name: 'Add and invite' }).click();
  await expect(ada.getByLabel('Extension number')).toBeFocused();
  await expect(ada.getByText('Somebody else has this extension number.')).toBeVisible();
  await ada.getByLabel('Extension number').fill('211');
  await ada.getByRole('button', { name: 'Add and invite' }).click();

  const dialog = ada.getByRole('dialog');
  await expect(dialog.getByLabel('Password', { exact: true })).toHaveValue(password);
  await ada.screenshot({ path: 'target/screenshots/person-handing.png' });
  await dialog.getByRole('button', { name: 'I have kept it safe' }).click();
  await expect(ada).toHaveURL(/\/people$/);

  const ivo = await (await browser.newContext()).newPage();
  await ivo.goto(new URL('/sign-in', ada.url()).href);
  await ivo.getByLabel('E-mail or login name').fill('ivo');
  await ivo.getByLabel('Password', { exact: true }).fill(password);
  await ivo.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(ivo.getByRole('heading', { name: 'Choose a new password' })).toBeVisible();
  await ivo.getByLabel('New password').fill('an extension of its own');
  await ivo.getByLabel('The same once more').fill('an extension of its own');
  await ivo.getByRole('button', { name: 'Set password and go on' }).click();
  await expect(ivo.getByRole('heading', { name: 'Good to see you, Ivo Example' })).toBeVisible();
  await ivo.context().close();
});

test('the list shows addresses and pictures, and sorts by the last sign-in [S2.06]', async () => {
  await ada.goto('/people');
  const table = ada.getByRole('table');
  await expect(table.getByRole('columnheader', { name: 'E-mail' })).toBeVisible();
  await expect(table.getByRole('row', { name: /Edith Example/ })).toContainText('edith@acme.example');
  await expect(table.getByRole('row', { name: /Edith Example/ }).locator('img[src*="/pictures/"]')).toBeVisible();
  await expect(table.getByRole('row', { name: /Edith Example/ })).toContainText('Never');
  await table.getByRole('button', { name: 'Last sign-in' }).click();
  await ada.goto('/people?sort=-sign_in');
  await expect(table.getByRole('row').nth(1)).toContainText(/Ivo Example|Ada Lovelace/);
  await expect(table.getByRole('row').last()).toContainText('Never');
  await ada.screenshot({ path: 'target/screenshots/people-by-sign-in.png', fullPage: true });
});

test('a portal lowers the longest password, and refuses what is longer [S2.12]', async () => {
  await ada.goto('/people');
  await ada.getByRole('button', { name: 'Signing in' }).click();
  await ada.getByLabel('Longest password').fill('20');
  await ada.getByRole('button', { name: 'Save' }).click();
  await expect(ada.getByText('Enter a number from 32 to 128.')).toBeVisible();
  await ada.getByLabel('Longest password').fill('40');
  await ada.screenshot({ path: 'target/screenshots/sign-in-policy.png' });
  await ada.getByRole('button', { name: 'Save' }).click();
  await expect(ada.getByRole('dialog')).toBeHidden();

  await ada.goto('/people?text=ivo');
  await ada.getByRole('link', { name: 'Ivo Example', exact: true }).click();
  await ada.getByRole('tab', { name: 'Security' }).click();
  await ada.getByLabel('New password').fill('x'.repeat(41));
  await ada.getByRole('button', { name: 'Set this password' }).click();
  await expect(ada.getByText('The password is too short, or longer than this portal allows.')).toBeVisible();
});

test('every place and main action is found by the palette', async () => {
  await ada.goto('/');
  await ada.getByRole('heading', { level: 1 }).waitFor();
  await ada.keyboard.press('ControlOrMeta+K');
  const palette = ada.getByRole('dialog');
  const places = await ada.getByRole('navigation', { name: 'Places' }).first().getByRole('listitem').getByRole('link').allTextContents();
  for (const place of places.filter((text) => text.trim() !== '')) {
    await expect(palette.getByRole('button', { name: place, exact: true }).first(), place).toBeAttached();
  }
  await palette.getByRole('textbox').fill('import peo');
  await ada.keyboard.press('Enter');
  await expect(ada.getByRole('heading', { name: 'Import people' })).toBeVisible();
});
