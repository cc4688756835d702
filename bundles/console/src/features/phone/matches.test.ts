import { expect, it } from 'vitest';
import { matches } from './matches';

it('a name is found by the beginnings of its words', () => {
  expect(matches('102 Omar Rees', 'Om')).toBe(true);
  expect(matches('102 Omar Rees', 'ree om')).toBe(true);
  expect(matches('Room 300', 'Om')).toBe(false);
  expect(matches('Anne-Marie Élise', 'mar')).toBe(true);
});
