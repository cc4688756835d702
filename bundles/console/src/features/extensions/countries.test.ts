import { expect, test } from 'vitest';
import { countries } from './countries';

test('knows the countries by their names', () => {
  const german = countries('de');
  expect(german).toContainEqual({ value: 'DE', label: 'Deutschland' });
  expect(german.length).toBeGreaterThan(200);
  expect(german.some(({ value }) => value === 'UK' || value === 'ZZ')).toBe(false);
  expect(new Set(german.map(({ label }) => label)).size).toBe(german.length);
});
