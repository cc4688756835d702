import { expect, test } from 'vitest';
import { ending, heard } from './heard';

test('says in a word how a call sounded', () => {
  expect([4.397556039814373, 4, 3.7, 2.1].map(heard)).toEqual(['good', 'good', 'fair', 'poor']);
});

test('says in a word how it ended for a phone', () => {
  const answered = '2026-11-27T17:00:00Z';
  expect(ending({ answered, incoming: false, status: 200 })).toBe('ended.hung-up');
  expect(ending({ incoming: false, status: 200 })).toBe('ended.elsewhere');
  expect([200, 480, 486, 487, 603, 503].map((status) => ending({ incoming: true, status }))).toEqual(['ended.hung-up', 'ended.no-answer', 'ended.busy', 'ended.given-up', 'ended.refused', 'ended.failed']);
});
