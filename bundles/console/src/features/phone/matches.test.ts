import { expect, it } from 'vitest';
import { matches, unlike } from './matches';

it('a name is found by the beginnings of its words', () => {
  expect(matches('102 Omar Rees', 'Om')).toBe(true);
  expect(matches('102 Omar Rees', 'ree om')).toBe(true);
  expect(matches('Room 300', 'Om')).toBe(false);
  expect(matches('Anne-Marie Élise', 'mar')).toBe(true);
});

it('a number that several know stands there once', () => {
  const found = [
    { name: 'Karl', number: '+49 170 1234567' },
    { name: 'Karl of the CRM', number: '+491701234567' },
    { name: 'Carla', number: '+4917099' },
  ];
  expect(unlike(found).map(({ name }) => name)).toEqual(['Karl', 'Carla']);
});
