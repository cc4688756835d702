import { describe, expect, it } from 'vitest';
import { localText, soon } from './until';

const NOW = new Date(2026, 4, 31, 16, 5);

describe('until when', () => {
  it('is an hour, or the end of a day', () => {
    expect(localText(soon('hour', NOW))).toBe('2026-05-31T17:05');
    expect(localText(soon('today', NOW))).toBe('2026-06-01T00:00');
    expect(localText(soon('tomorrow', NOW))).toBe('2026-06-02T00:00');
  });
});
