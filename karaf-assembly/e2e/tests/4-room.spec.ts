import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { expectsToSeeAndHear, heard, loseConnection, watchPeers } from '../support/media';
import { picture } from '../support/pictures';
import { joinRoom } from '../support/room';
import { signInAsAda, world } from '../support/world';

/** The room, by three people: Ada, whose portal it is, and two guests. */
test.describe.configure({ mode: 'serial' });

let browser: Browser;
let contexts: BrowserContext[];
let ada: Page;
let grace: Page;
let alan: Page;
let link: string;

async function person(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context = await browser.newContext(options);
  contexts.push(context);
  const page = await context.newPage();
  await watchPeers(page);
  // A headless browser has no screen to share: a picture that moves stands for it, with a tone for its sound.
  await page.addInitScript(() => {
    navigator.mediaDevices.getDisplayMedia = async () => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [640, 360];
      const pen = canvas.getContext('2d')!;
      setInterval(() => {
        pen.fillStyle = '#246';
        pen.fillRect(0, 0, 640, 360);
        pen.fillStyle = '#fff';
        pen.font = '32px sans-serif';
        pen.fillText(`Slides ${Math.round(performance.now())}`, 40, 100);
      }, 200);
      const sound = new AudioContext();
      const tone = sound.createOscillator();
      const out = sound.createMediaStreamDestination();
      tone.connect(out);
      tone.start();
      return new MediaStream([...canvas.captureStream(5).getVideoTracks(), ...out.stream.getAudioTracks()]);
    };
  });
  return page;
}

async function comeIn(page: Page, name: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Your name').fill(name);
  await joinRoom(page);
}

async function hostMenu(name: string, item: string): Promise<void> {
  await ada.getByRole('button', { name: `What the host may do with ${name}` }).click();
  await ada.getByRole('menuitem', { name: item }).click();
}

const people = (page: Page) => page.getByRole('complementary', { name: 'People here' });
const openPeople = async (page: Page) => {
  await page.getByRole('button', { name: /People here/ }).click();
  await expect(people(page)).toBeVisible();
};

test.beforeAll(async ({ browser: given }) => {
  browser = given;
  contexts = [];
  [ada, grace, alan] = [await person(), await person(), await person({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' })];
  await signInAsAda(ada);
  await ada.goto(`${world.acme}/meetings`);
  await ada.getByRole('button', { name: 'Start a meeting' }).first().click();
  // Three browsers and the server share the machine.
  await ada.getByRole('combobox', { name: 'Video quality' }).click();
  await ada.getByRole('option', { name: 'Low', exact: true }).click();
  await ada.getByRole('button', { name: 'Start now' }).click();
  await expect(ada.getByRole('meter', { name: 'Level of the microphone' })).toBeVisible();
  await picture(ada, 'room', 'prejoin');
  await joinRoom(ada);
  await expect(ada.getByLabel('Guest link')).toBeVisible();
  link = await ada.getByLabel('Guest link').inputValue();
});

test.afterAll(async () => {
  await Promise.all(contexts.map((context) => context.close()));
});

test('a link that leads nowhere says so before anything is asked', async () => {
  await grace.goto(`${world.acme}/m/nonsense`);
  await expect(grace.getByRole('heading', { name: 'There is no open meeting here' })).toBeVisible();
  await expect(grace.getByLabel('Your name')).toHaveCount(0);
});

test('a name that cannot be used is refused at its field, and the connection can be checked before', async () => {
  await grace.goto(link);
  await grace.getByRole('button', { name: 'Check the connection' }).click();
  await expect(grace.getByRole('dialog').getByText('This server has no relay (TURN)')).toBeVisible();
  await picture(grace, 'room', 'doctor-before');
  await grace.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await grace.getByLabel('Your name').fill('Gra\u202ece');
  await joinRoom(grace);
  await expect(grace.getByText('Write the name in one line, with signs that are seen.')).toBeVisible();
});

test('who comes by a slow computer is in at the first press', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  // What is to be done "at once" waits for all else.
  await page.addInitScript(() => {
    const timeout = window.setTimeout.bind(window) as (...given: unknown[]) => number;
    Object.assign(window, { setTimeout: (work: unknown, wait = 0, ...rest: unknown[]) => timeout(work, Number(wait) < 1 ? 100 : wait, ...rest) });
  });
  await comeIn(page, 'Edsger');
  await expect(page.getByRole('button', { name: 'Leave' })).toBeVisible();
  await page.context().close();
});

test('guests wait until the host lets them in or sends them away', async () => {
  await openPeople(ada);
  await ada.getByRole('combobox', { name: 'Who waits in the lobby' }).click();
  await ada.getByRole('option', { name: 'Guests', exact: true }).click();
  await comeIn(grace, 'Grace');
  await comeIn(alan, 'Alan');
  await expect(grace.getByRole('heading', { name: 'You are in the lobby' })).toBeVisible();
  await picture(grace, 'room', 'waiting');
  await ada.getByRole('button', { name: 'Refuse Alan' }).click();
  await expect(alan.getByRole('heading', { name: 'You were not let in' })).toBeVisible();
  await picture(ada, 'room', 'people');
  await ada.getByRole('button', { name: 'Let Grace in' }).click();
  await Promise.all([expectsToSeeAndHear(ada), expectsToSeeAndHear(grace)]);
  await expect(grace).toHaveTitle(/^Meeting of Ada Lovelace/);

  await ada.getByRole('combobox', { name: 'Who waits in the lobby' }).click();
  await ada.getByRole('option', { name: 'Nobody', exact: true }).click();
  await comeIn(alan, 'Alan');
  await expect(people(ada).getByText('Alan')).toBeVisible();
});

test('a guest shares a screen with its sound while the camera is off, the host another, and everybody sees both [S1.38]', async () => {
  await grace.getByRole('button', { name: 'Switch camera off' }).click();
  await grace.getByRole('button', { name: 'Switch microphone off' }).click();
  await grace.getByRole('button', { name: 'Share your screen' }).click();
  await expect(grace.getByText('You are sharing your screen')).toBeVisible();
  const screen = ada.locator('[data-screen] video');
  await expect(screen).toHaveCount(1);
  await expect(ada.locator('[data-main][data-screen]')).toBeVisible();
  await expect.poll(() => screen.evaluate((video: HTMLVideoElement) => video.videoWidth)).toBeGreaterThan(0);
  const before = await heard(alan);
  await expect.poll(async () => (await heard(alan)).energy).toBeGreaterThan(before.energy);

  await ada.getByRole('button', { name: 'Share your screen' }).click();
  await expect(alan.locator('[data-screen] video')).toHaveCount(2);
  await ada.getByRole('button', { name: 'Stop sharing' }).first().click();
  await expect(alan.locator('[data-screen] video')).toHaveCount(1);
  await picture(ada, 'room', 'screen');
});

test('the host stops a share, and allows one where the rule is stricter [S1.38]', async () => {
  await hostMenu('Grace', 'Stop the shared screen');
  await expect(grace.getByText('You are sharing your screen')).toHaveCount(0);
  await expect(ada.locator('[data-screen] video')).toHaveCount(0);
  await people(ada).getByRole('combobox', { name: 'Who may share a screen' }).click();
  await ada.getByRole('option', { name: 'Hosts', exact: true }).click();
  await expect(grace.getByRole('button', { name: 'Share your screen' })).toHaveCount(0);
  await hostMenu('Grace', 'Allow to share a screen');
  await expect(grace.getByRole('button', { name: 'Share your screen' })).toBeVisible();
  await grace.getByRole('button', { name: 'Switch camera on' }).click();
  await grace.getByRole('button', { name: 'Switch microphone on' }).click();
});

test('people write, attach a file, raise hands and show signs', async () => {
  await grace.getByRole('button', { name: 'Chat', exact: true }).click();
  await grace.getByRole('textbox', { name: 'Write to everybody' }).fill('Here is the plan');
  await grace.keyboard.press('Enter');
  await grace.getByRole('textbox', { name: 'Write to everybody' }).fill('It is at https://plans.example/a?b=c.');
  await grace.keyboard.press('Enter');
  await grace.locator('input[type="file"]').setInputFiles({ name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('step one') });
  await expect(ada.getByRole('button', { name: 'Chat, with something new' })).toBeVisible();
  await ada.getByRole('button', { name: /^Chat/ }).click();
  await expect(ada.getByRole('log', { name: 'Chat' }).getByText('Here is the plan')).toBeVisible();
  const page = ada.getByRole('link', { name: 'https://plans.example/a?b=c', exact: true });
  await expect(page).toHaveAttribute('rel', 'noopener noreferrer nofollow');
  await expect(page).toHaveAttribute('target', '_blank');
  const download = ada.waitForEvent('download');
  await ada.getByRole('link', { name: /plan\.txt/ }).click();
  expect((await download).suggestedFilename()).toBe('plan.txt');
  await picture(ada, 'room', 'chat');

  await grace.getByRole('button', { name: 'Raise your hand' }).click();
  await expect(ada.locator('[data-participant]').getByText('Hand raised')).toHaveCount(1);
  await grace.getByRole('button', { name: 'Reactions' }).click();
  await grace.getByRole('menuitem', { name: 'Applause' }).click();
  await expect(ada.getByText('👏')).toBeVisible();
});

test('everybody answers a poll', async () => {
  await ada.getByRole('button', { name: 'More' }).click();
  await ada.getByRole('menuitem', { name: 'Polls' }).click();
  await ada.getByRole('button', { name: 'New poll' }).click();
  await ada.getByLabel('Question').fill('When do we meet again?');
  await ada.getByLabel('Answer 1').fill('Tuesday');
  await ada.getByLabel('Answer 2').fill('Friday');
  await ada.getByRole('button', { name: 'Ask', exact: true }).click();
  await grace.getByRole('button', { name: 'More' }).click();
  await grace.getByRole('menuitem', { name: 'Polls' }).click();
  // It is marked when the server has it.
  await grace.getByLabel('Friday').click();
  await expect(grace.getByLabel('Friday')).toBeChecked();
  await expect(ada.getByText('1 vote', { exact: true })).toBeVisible();
  await picture(ada, 'room', 'poll');
  await ada.getByRole('button', { name: 'End the poll' }).click();
  await expect(grace.getByText('This poll has ended.')).toBeVisible();
});

test('host rights are handed on, and the meeting is locked', async () => {
  await openPeople(ada);
  await hostMenu('Grace', 'Make co-host');
  await openPeople(grace);
  await grace.getByRole('button', { name: 'Switch all microphones off' }).click();
  await expect(alan.getByRole('button', { name: 'Switch microphone on' })).toBeVisible();
  await people(grace).getByRole('switch', { name: 'Lock the meeting' }).click();
  const late = await person();
  await comeIn(late, 'Late');
  await expect(late.getByText(/The meeting is locked/)).toBeVisible();
  await people(grace).getByRole('switch', { name: 'Lock the meeting' }).click();
  await hostMenu('Grace', 'Remove as co-host');
  await expect(people(grace).getByText('Lock the meeting')).toHaveCount(0);
  await late.context().close();
});

test('people go to breakout rooms, hear only those there, and are called back', async () => {
  await ada.getByRole('button', { name: 'More' }).click();
  await ada.getByRole('menuitem', { name: 'Breakout rooms' }).click();
  await ada.getByRole('button', { name: 'Spread people evenly' }).click();
  await picture(ada, 'room', 'breakouts');
  await ada.getByRole('button', { name: 'Open the rooms' }).click();
  for (const page of [ada, grace, alan]) {
    await expect(page.getByRole('heading', { name: 'Nobody else is in here' })).toBeVisible();
  }
  await expect(grace.getByText('You are in Room 1')).toBeVisible();
  // Who comes back is where they were.
  await grace.reload();
  await joinRoom(grace);
  await expect(grace.getByText('You are in Room 1')).toBeVisible();
  await expect(grace.getByRole('heading', { name: 'Nobody else is in here' })).toBeVisible();
  await grace.getByRole('button', { name: 'Back to the main room' }).click();
  await expect(grace.locator('[data-participant]')).toHaveCount(1);
  await ada.getByRole('button', { name: 'Call everybody back' }).click();
  await expect(grace.locator('[data-participant]')).toHaveCount(2);
  await Promise.all([expectsToSeeAndHear(ada), expectsToSeeAndHear(grace)]);
});

test('one person is large, is pinned, and keys do what buttons do', async () => {
  await ada.getByRole('button', { name: 'Close' }).click();
  await ada.keyboard.press('g');
  await expect(ada.locator('[data-main]')).toHaveCount(1);
  await ada.locator('[data-participant]', { hasText: 'Alan' }).hover();
  await ada.getByRole('button', { name: 'Pin Alan' }).click();
  await expect(ada.locator('[data-main]')).toContainText('Alan');
  await ada.keyboard.press('?');
  await expect(ada.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await picture(ada, 'room', 'shortcuts');
  await ada.keyboard.press('Escape');
  await ada.getByRole('button', { name: 'More' }).click();
  await ada.getByRole('menuitem', { name: 'Connection statistics' }).click();
  await expect(ada.getByRole('dialog').getByText(/kbit\/s/).first()).toBeVisible();
  await picture(ada, 'room', 'statistics');
  await ada.keyboard.press('Escape');
  await ada.getByRole('button', { name: 'More' }).click();
  await ada.getByRole('menuitem', { name: 'Check the connection' }).click();
  await expect(ada.getByText('The direct way to the media server works.')).toBeVisible();
  await picture(ada, 'room', 'doctor');
  await ada.keyboard.press('Escape');
  await picture(ada, 'room', 'speaker');
});

test('who loses the connection is back by itself, with the chat', async () => {
  await loseConnection(grace);
  await Promise.all([expectsToSeeAndHear(ada), expectsToSeeAndHear(grace)]);
  await grace.getByRole('button', { name: /^Chat/ }).click();
  await expect(grace.getByText('Here is the plan')).toBeVisible();
  // The guest has another seat now, and wrote it all the same.
  await expect(grace.locator('[data-mine]', { hasText: 'Here is the plan' })).toBeVisible();
});

test('the room is clean for assistive technology, in both themes and on a phone', async () => {
  await alan.setViewportSize({ width: 360, height: 740 });
  expect(await alan.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  // The host's room is looked at with the pages.
  for (const page of [grace, alan]) {
    // What is said of a button under the mouse stands outside of the room.
    await page.mouse.move(0, 0);
    await expect(page.getByRole('tooltip')).toHaveCount(0);
    const found = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(found.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  }
  await picture(alan, 'room', 'grid');
});

test('on a phone one sees oneself, and pins somebody from the list', async () => {
  await alan.setViewportSize({ width: 360, height: 740 });
  await expect(alan.locator('main [data-self] video').first()).toBeVisible();
  await openPeople(alan);
  await alan.getByRole('button', { name: 'What you can do with Grace' }).click();
  await alan.getByRole('menuitem', { name: 'Show large' }).click();
  await people(alan).getByRole('button', { name: 'Close' }).click();
  await expect(alan.locator('[data-main]')).toContainText('Grace');
  await alan.setViewportSize({ width: 360, height: 300 });
  await picture(alan, 'room', 'phone');
  await alan.setViewportSize({ width: 360, height: 740 });
});

test('the same guest in a second tab takes the place, and the first takes it back', async () => {
  const second = await grace.context().newPage();
  await comeIn(second, 'Grace');
  await expect(grace.getByRole('heading', { name: 'You are in this meeting in another tab' })).toBeVisible();
  await picture(grace, 'room', 'elsewhere');
  await grace.getByRole('button', { name: 'Go on in this tab' }).click();
  await expect(second.getByRole('heading', { name: 'You are in this meeting in another tab' })).toBeVisible();
  await expectsToSeeAndHear(grace);
  await second.close();
});

test('going back asks before it ends the stay', async () => {
  await ada.goBack();
  const question = ada.getByRole('dialog', { name: 'Leave the meeting?' });
  await question.getByRole('button', { name: 'Stay' }).click();
  await expect(question).toBeHidden();
  await expect(ada.getByRole('toolbar')).toBeVisible();
});

test('where nothing reaches the media server, the doctor comes by itself and a note says so [S1.37]', async () => {
  const blocked = await person();
  // A browser that may use relays alone, of which there is none, is one behind a firewall.
  await blocked.addInitScript(() => {
    const Original = window.RTCPeerConnection;
    window.RTCPeerConnection = class extends Original {
      constructor(configuration?: RTCConfiguration) {
        super({ ...configuration, iceTransportPolicy: 'relay' });
      }
    };
  });
  await comeIn(blocked, 'Blocked');
  await expect(blocked.getByRole('dialog').getByText(/^UDP to .* is blocked on the way/)).toBeVisible();
  await picture(blocked, 'room', 'blocked-doctor');
  await blocked.keyboard.press('Escape');
  await expect(blocked.getByText('this network does not reach the media server')).toBeVisible();
  await picture(blocked, 'room', 'blocked');
  await blocked.context().close();
});

test('whose session was ended is told so, and comes back', async () => {
  await ada.evaluate(async () => {
    const { csrfToken } = (await (await fetch('/api/v1/session')).json()) as { csrfToken: string };
    await fetch('/api/v1/session', { method: 'DELETE', headers: { 'X-CSRF-Token': csrfToken } });
  });
  await expect(ada.getByText('You were signed out, or no longer have access.')).toBeVisible();
  await picture(ada, 'room', 'signed-out');
  await ada.getByLabel('E-mail or login name').fill(world.ada.login);
  await ada.getByLabel('Password', { exact: true }).fill(world.ada.password);
  await ada.getByRole('button', { name: 'Sign in', exact: true }).click();
  await ada.getByRole('button', { name: 'Join', exact: true }).click();
  await expectsToSeeAndHear(ada);
});

test('the host ends the meeting for everybody', async () => {
  await ada.getByRole('button', { name: 'Leave' }).click();
  await ada.getByRole('menuitem', { name: 'End for everybody' }).click();
  await expect(grace.getByRole('heading', { name: 'The meeting has ended' })).toBeVisible();
});
