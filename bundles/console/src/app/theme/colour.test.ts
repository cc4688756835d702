// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { contrast, shades } from './colour';

const ACCENTS = ['#2f6fed', '#ffe600', '#00ff99', '#111111', '#ffffff', '#d6303c', '#7a5af5'];

describe('shades', () => {
  it.each(ACCENTS)('of %s keep text readable on light and on dark [S0.46]', (accent) => {
    const made = shades(accent);
    expect(contrast(made[8], '#ffffff')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(made[4], '#1c2229')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(made[3], '#1c2229')).toBeGreaterThanOrEqual(4.5);
  });

  it('hold the colour itself', () => {
    expect(shades('#2f6fed')[6]).toBe('#2f6fed');
  });

  it('fall back to cable blue for what is no colour', () => {
    expect(shades('blue')[6]).toBe('#2f6fed');
  });
});
