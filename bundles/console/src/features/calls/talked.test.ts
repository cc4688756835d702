import { expect, test } from 'vitest';
import { talked } from './talked';

test('says how long people talked', () => {
  expect(talked({ answered: '2026-11-26T10:00:00Z', ended: '2026-11-26T10:01:05Z' }, 'en')).toBe('1:05');
  expect(talked({ ended: '2026-11-26T10:01:05Z' }, 'en')).toBe('');
});
