import { expect, test } from 'vitest';
import { oneByOne } from './oneByOne';

test('does all of them in order', async () => {
  const seen: number[] = [];
  expect(await oneByOne([1, 2, 3], async (one) => seen.push(one))).toEqual({ done: 3 });
  expect(seen).toEqual([1, 2, 3]);
});

test('stops at what goes wrong and says how far it came', async () => {
  const seen: number[] = [];
  const problem = new Error('no');
  const result = await oneByOne([1, 2, 3], async (one) => {
    if (one === 2) {
      throw problem;
    }
    seen.push(one);
  });
  expect(result).toEqual({ done: 1, problem });
  expect(seen).toEqual([1]);
});
