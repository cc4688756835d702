import { describe, expect, it } from 'vitest';
import { generatePassword } from './generatePassword';

describe('a generated password', () => {
  it('is long, of characters that are not mistaken, and never the same', () => {
    const made = new Set(Array.from({ length: 200 }, generatePassword));
    expect(made.size).toBe(200);
    for (const one of made) {
      expect(one).toMatch(/^([a-km-zA-HJ-NP-Z2-9]{5}-){3}[a-km-zA-HJ-NP-Z2-9]{5}$/);
    }
  });
});
