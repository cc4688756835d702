import { describe, expect, it } from 'vitest';
import { asQuery } from './filters';

describe('the filters of the audit', () => {
  it('leave out what is not there', () => {
    expect(asQuery({})).toEqual({});
    expect(asQuery({ action: 'person.*', entry: 'e' })).toEqual({ action: 'person.*' });
  });

  it('take the last day whole', () => {
    const { from, until } = asQuery({ from: '2026-03-01', until: '2026-03-01' });
    expect(Date.parse(until!) - Date.parse(from!)).toBe(86_400_000);
  });

  it('drop days that are none', () => {
    expect(asQuery({ from: 'yesterday' })).toEqual({});
  });
});
