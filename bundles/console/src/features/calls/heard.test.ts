import { expect, test } from 'vitest';
import { ending, heard } from './heard';

test('says in a word how a call sounded', () => {
  expect([4.397556039814373, 4, 3.7, 2.1].map(heard)).toEqual(['good', 'good', 'fair', 'poor']);
});

test('says in a word how it ended for a phone', () => {
  expect([200, 480, 486, 487, 603, 503].map(ending)).toEqual(['ended.hung-up', 'ended.no-answer', 'ended.busy', 'ended.given-up', 'ended.refused', 'ended.failed']);
});
