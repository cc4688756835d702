import { expect, it } from 'vitest';
import { lineOf, rangeOf } from './lines';

const TEXT = 'one\ntwo three\n\nfour';

it('finds a line and where it stands', () => {
  expect([1, 2, 3, 4, 5].map((line) => lineOf(TEXT, line))).toEqual(['one', 'two three', '', 'four', '']);
  for (const line of [1, 2, 3, 4]) {
    const { start, end } = rangeOf(TEXT, line);
    expect(TEXT.slice(start, end)).toBe(lineOf(TEXT, line));
  }
});

it('stays within the text for a line that there is not', () => {
  expect(rangeOf(TEXT, 9)).toEqual({ start: TEXT.length, end: TEXT.length });
});
