import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { haveFeatures } from '../support/features';
import { expectsToSeeAndHear, watchPeers } from '../support/media';
import { picture } from '../support/pictures';
import { joinRoom } from '../support/room';
import { signInAsAda, world } from '../support/world';

/** Grace, who has no account, at the personal link of Ada; and afterwards the report of their meeting. */
test.describe.configure({ mode: 'serial' });

let contexts: BrowserContext[];
let ada: Page;
let elsewhere: Page;
let grace: Page;
let link: string;

const card = (page: Page) => page.getByRole('region', { name: 'Who rings' });

async function person(browser: Browser, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context = await browser.newContext(options);
  contexts.push(context);
  const page = await context.newPage();
  await watchPeers(page);
  return page;
}

async function ring(about: string): Promise<void> {
  await grace.getByLabel('Your name').fill('Grace');
  await grace.getByLabel('What it is about').fill(about);
  await grace.getByRole('button', { name: 'Ring', exact: true }).click();
  await expect(grace.getByRole('heading', { name: /It rings at/ })).toBeVisible();
}

test.beforeAll(async ({ browser }) => {
  contexts = [];
  await haveFeatures('RECORDING', 'PIN', 'CLICK2MEET');
  ada = await person(browser);
  grace = await person(browser, { viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
  await signInAsAda(ada);
  elsewhere = await ada.context().newPage();
  await watchPeers(elsewhere);
});

test.afterAll(async () => {
  await Promise.all(contexts.map((context) => context.close()));
});

test('a person names the own link and switches it on [S1.40] [S3.10a]', async () => {
  await ada.goto(`${world.acme}/account`);
  const name = ada.getByLabel('Name of the link');
  await expect(name).toHaveValue('ada-lovelace');
  await ada.getByRole('switch', { name: /Visitors may ring here/ }).click();
  await name.fill('Ada!');
  await ada.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(ada.getByText('3 to 64 small letters and digits, with single hyphens between them')).toBeVisible();
  await name.fill('ada');
  await ada.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(ada.getByLabel('Link for visitors')).toHaveValue(/\/t\/ada$/);
  link = await ada.getByLabel('Link for visitors').inputValue();
  await picture(ada, 'click2meet', 'link');
});

test('a visitor hears why there is no time, and leaves a message [S3.10a]', async () => {
  await elsewhere.goto(`${world.acme}/contacts`);
  await expect(elsewhere.getByRole('navigation').first()).toBeVisible();
  await grace.goto(link);
  await expect(grace.getByText('Can be reached now')).toBeVisible();
  await picture(grace, 'click2meet', 'visitor');
  await ring('The offer');
  for (const page of [ada, elsewhere]) {
    await expect(card(page).getByRole('heading', { name: 'Grace rings' })).toBeVisible();
    await expect(card(page).getByText('The offer')).toBeVisible();
  }
  await picture(elsewhere, 'click2meet', 'rings');
  const faults = await new AxeBuilder({ page: elsewhere }).include('section[aria-label="Who rings"]').analyze();
  expect(faults.violations).toEqual([]);
  await picture(grace, 'click2meet', 'ringing');

  await card(ada).getByRole('button', { name: 'Say why' }).click();
  await card(ada).getByLabel('What the visitor is told').fill('Back at four');
  await ada.keyboard.press('Enter');
  await expect(grace.getByRole('heading', { name: 'Ada Lovelace has no time now' })).toBeVisible();
  await expect(grace.getByText('Back at four')).toBeVisible();
  await expect(card(elsewhere)).toHaveCount(0);

  await grace.getByRole('textbox', { name: 'Message' }).fill('I come at four then.');
  await grace.getByLabel('How to reach you').fill('grace@example.org');
  await picture(grace, 'click2meet', 'declined');
  await grace.getByRole('button', { name: 'Send message' }).click();
  await expect(grace.getByText('Your message is on its way to Ada Lovelace.')).toBeVisible();
});

test('who goes rings no more, and on whatever page one answers, both are in a room [S1.40] [S3.10a]', async () => {
  await grace.getByRole('button', { name: 'Ring once more' }).click();
  await ring('The offer again');
  await expect(card(elsewhere)).toBeVisible();
  await grace.getByRole('button', { name: 'Wait no longer' }).click();
  await expect(card(elsewhere)).toHaveCount(0);

  await ring('Now it is four');
  await card(elsewhere).getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(elsewhere).toHaveURL(/\/meetings\/[0-9a-f-]+$/);
  await expect(card(ada)).toHaveCount(0);
  await expect(grace).toHaveURL(/\/m\//);
  await expect(grace.getByLabel('Your name')).toHaveValue('Grace');
  for (const page of [elsewhere, grace]) {
    await joinRoom(page);
  }
  await Promise.all([expectsToSeeAndHear(elsewhere), expectsToSeeAndHear(grace)]);
});

test('the report says who was in, how long and how the connection was', async () => {
  const id = /meetings\/([0-9a-f-]+)/.exec(elsewhere.url())![1];
  await ada.goto(`${world.acme}/meetings/${id}/report`);
  const visitor = ada.getByRole('region', { name: 'Grace' });
  await expect(visitor.getByText('Inside')).toBeVisible();
  // Both browsers tell how their connection is some seconds after they came in.
  await expect(async () => {
    await ada.reload();
    await expect(visitor.getByText('Packets lost')).toBeVisible({ timeout: 10_000 });
    await expect(ada.getByRole('region', { name: 'Ada Lovelace' }).getByText('Packets lost')).toBeVisible({ timeout: 10_000 });
  }).toPass();
  await expect(visitor.getByText(/ ms$/).first()).toBeVisible();
  await picture(ada, 'click2meet', 'report');

  const file = ada.waitForEvent('download');
  await ada.getByRole('link', { name: 'Download as CSV' }).click();
  const lines = readFileSync(await (await file).path(), 'utf8').split('\r\n');
  expect(lines[0]).toContain('"name","kind","joined","left","seconds"');
  expect(lines.find((line) => line.startsWith('"Grace"'))).toMatch(/^"Grace","guest","20\d\d-[^"]+","","[1-9]\d*","\d/);
  expect(lines.find((line) => line.startsWith('"Ada Lovelace"'))).toContain('"host"');

  await elsewhere.getByRole('button', { name: /^Leave/ }).click();
});

test('a link that is off leads nowhere', async () => {
  await ada.goto(`${world.acme}/account`);
  await ada.getByRole('switch', { name: /Visitors may ring here/ }).click();
  await ada.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(ada.getByText('The personal link is saved.')).toBeVisible();
  await grace.goto(link);
  await expect(grace.getByRole('heading', { name: 'Nobody is reached by this link' })).toBeVisible();
});
