// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Conversation, isLong, MOST_CONVERSATIONS, MOST_TEXTS, textTrouble, unread, withText, written } from './conversations';
import { type TextSender, Texts } from './Texts';

type Ends = Parameters<TextSender['sendMessage']>[2]['eventHandlers'];

let list: Conversation[] = [];
const sent: { number: string; text: string; ends: Ends }[] = [];
const sender: TextSender = { sendMessage: (number, text, { eventHandlers }) => sent.push({ number, text, ends: eventHandlers }) };
const texts = () => new Texts('e1', () => sender, (now) => (list = now));

beforeEach(() => void vi.useFakeTimers());

afterEach(() => {
  vi.useRealTimers();
  sessionStorage.clear();
  list = [];
  sent.length = 0;
});

it('what comes is unread until somebody looks, and the last one is first', () => {
  const phone = texts();
  phone.came('101', 'Omar Rees', 'Lunch?');
  phone.came('102', 'Pia Sand', 'Hello');
  phone.came('101', '', 'Are you there?');
  vi.runAllTimers();
  expect(list.map(({ number, name, unread: count }) => [number, name, count])).toEqual([['101', 'Omar Rees', 2], ['102', 'Pia Sand', 1]]);
  expect(unread(list)).toBe(3);
  phone.read('101');
  expect(unread(list)).toBe(1);
});

it('who is sent many at once is told of the first, and then of them together', () => {
  let told = 0;
  const phone = new Texts('e1', () => sender, () => told++);
  for (let one = 0; one < 300; one++) {
    phone.came('101', '', `Text ${one}`);
  }
  expect(told).toBe(1);
  vi.runAllTimers();
  expect(told).toBe(2);
  expect(texts().now()[0]!.texts.at(-1)!.text).toBe('Text 299');
});

it('an own text is on its way until the server says what became of it', () => {
  const phone = texts();
  phone.send('1 01', 'Omar Rees', 'Yes');
  expect(sent[0]).toMatchObject({ number: '101', text: 'Yes' });
  expect(list[0]!.texts[0]).toMatchObject({ own: true, state: 'going' });
  sent[0]!.ends.succeeded();
  expect(list[0]!.texts[0]!.state).toBeUndefined();
  phone.send('101', '', 'And now?');
  sent[1]!.ends.failed({ response: { status_code: 480 } });
  expect(list[0]!.texts[1]!.state).toBe('full');
});

it('says why a text did not arrive', () => {
  expect([403, 404, 413, 480, 503, undefined].map(textTrouble)).toEqual(['forbidden', 'nobody', 'long', 'full', 'failed', 'failed']);
  new Texts('e1', () => undefined, (now) => (list = now)).send('101', '', 'Nobody carries this');
  expect(list[0]!.texts[0]!.state).toBe('failed');
  texts().send('101', '', 'é'.repeat(651));
  expect(sent).toEqual([]);
  expect(list[0]!.texts.at(-1)!.state).toBe('long');
  expect(isLong('é'.repeat(650))).toBe(false);
});

it('keeps the last of them over a reload, and nothing when somebody signs out', () => {
  const phone = texts();
  phone.came('101', 'Omar Rees', 'Lunch?');
  phone.send('101', '', 'Yes');
  expect(texts().now()[0]!.texts.map(({ text, state }) => [text, state])).toEqual([['Lunch?', undefined], ['Yes', 'failed']]);
  phone.forget();
  expect(texts().now()).toEqual([]);
});

it('says when a text was written that waited for this phone', () => {
  vi.setSystemTime(new Date('2026-11-26T12:00:00.600Z'));
  const phone = texts();
  phone.came('101', 'Omar Rees', 'Lunch?', 'Thu, 26 Nov 2026 11:30:05 GMT');
  phone.came('101', '', 'Are you there?', 'Thu, 26 Nov 2026 12:00:00 GMT');
  phone.came('101', '', 'No date');
  vi.runAllTimers();
  expect(list[0]!.texts.map(({ at }) => new Date(at).toISOString())).toEqual(['2026-11-26T11:30:05.000Z', '2026-11-26T12:00:00.600Z', '2026-11-26T12:00:00.600Z']);
  const now = Date.now();
  expect(['nonsense', '', undefined, 'Thu, 26 Nov 2026 12:30:00 GMT'].map((date) => written(date, now))).toEqual([now, now, now, now]);
});

it('is bounded', () => {
  let all: Conversation[] = [];
  for (let count = 0; count < 150; count++) {
    all = withText(all, { number: '101', name: '' }, { id: `a${count}`, own: false, text: '', at: count });
    all = withText(all, { number: `2${count}`, name: '' }, { id: `b${count}`, own: false, text: '', at: count });
  }
  expect(all).toHaveLength(MOST_CONVERSATIONS);
  expect(all.find(({ number }) => number === '101')!.texts).toHaveLength(MOST_TEXTS);
});
