import { describe, expect, it } from 'vitest';
import { nameOf } from './nameOf';

describe('the name of an announcement', () => {
  it('is made of that of its file', () => {
    expect(nameOf('Grüße im Sommer 2026.wav')).toBe('gru-e-im-sommer-2026');
    expect(nameOf('--.wav')).toBe('');
    expect(nameOf(`${'a'.repeat(63)}-b.wav`)).toBe('a'.repeat(63));
  });
});
