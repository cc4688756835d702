import { describe, expect, it } from 'vitest';
import { duration } from './duration';

describe('a length of time', () => {
  it.each([
    [0, '0 sec'],
    [59.9, '59 sec'],
    [61, '1 min'],
    [3600, '1 hr'],
    [3900, '1 hr 5 min'],
    [-5, '0 sec'],
  ])('of %d seconds is %s', (seconds, said) => {
    expect(duration(seconds, 'en')).toBe(said);
  });

  it('is said in the reader’s language', () => {
    expect(duration(3900, 'de')).toBe('1 Std. 5 Min.');
  });
});
