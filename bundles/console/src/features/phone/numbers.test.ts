import { expect, it } from 'vitest';
import { numberOf, personOf } from './numbers';

it('an internal number has the name of its label', () => {
  const known = [
    { number: '105', label: '105 Desi Desk' },
    { number: '500', label: '500 Board' },
    { number: '106', label: '106' },
  ];
  expect([numberOf(known, '105'), numberOf(known, '500'), numberOf(known, '106'), numberOf(known, '107')]).toEqual(['Desi Desk', 'Board', '', '']);
});

it('a contact is who has all of the number', () => {
  const karl = { name: 'Karl Kunde', phone: '0170 1234567', phoneE164: '+491701234567', mobile: undefined };
  expect(personOf([karl], '+491701234567')).toBe('Karl Kunde');
  expect(personOf([karl], '01701234567')).toBe('Karl Kunde');
  expect(personOf([karl], '+4917012345')).toBe('');
});
