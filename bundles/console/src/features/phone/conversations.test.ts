import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { TextConversation } from '@/ui/server/types';
import { isLong, latest, together, unread } from './conversations';

beforeEach(() => void vi.useFakeTimers());

afterEach(() => void vi.useRealTimers());

const talk = (number: string, own: boolean, count: number): TextConversation => ({
  number,
  name: '',
  last: { id: `t${number}`, own, words: 'Lunch?', sent: '2026-11-26T12:00:00Z' },
  unread: count,
});

it('counts what nobody has read', () => {
  expect(unread([talk('101', false, 2), talk('102', true, 0), talk('103', false, 1)])).toBe(3);
  expect(unread([])).toBe(0);
});

it('the news is the newest unread text, and no own one', () => {
  expect(latest([talk('101', true, 1), talk('102', false, 0), talk('103', false, 1)])?.number).toBe('103');
  expect(latest([talk('101', true, 1)])).toBeUndefined();
});

it('a text is as long as a datagram takes', () => {
  expect(isLong('é'.repeat(650))).toBe(false);
  expect(isLong('é'.repeat(651))).toBe(true);
});

it('what is asked for many times is done at once, and then together', () => {
  const work = vi.fn();
  const ask = together(work, 100);
  for (let one = 0; one < 300; one++) {
    ask();
  }
  expect(work).toHaveBeenCalledTimes(1);
  vi.runAllTimers();
  expect(work).toHaveBeenCalledTimes(2);
  ask();
  expect(work).toHaveBeenCalledTimes(3);
  vi.runAllTimers();
  expect(work).toHaveBeenCalledTimes(3);
});
