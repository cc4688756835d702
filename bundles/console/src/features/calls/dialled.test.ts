import { expect, test } from 'vitest';
import { isDialled } from './dialled';

test('knows what can be dialled', () => {
  expect(['101', '+49 30 / 123-45', '*97', '(030) 1'].every(isDialled)).toBe(true);
  expect(['', ' ', 'abc', '1a', '+', '1+1', '1'.repeat(33)].some(isDialled)).toBe(false);
});
