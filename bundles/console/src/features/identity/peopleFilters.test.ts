import { describe, expect, it } from 'vitest';
import { exportAddress, filtered, given } from './peopleFilters';

describe('the filters of people', () => {
  it('leave out what is not set', () => {
    expect(given({ text: '', role: 'manager', status: undefined as never })).toEqual({ role: 'manager' });
    expect(given({ sort: '-created' })).toEqual({ sort: '-created' });
    expect(given({ sort: 'shoe' })).toEqual({});
  });

  it('do not count the order as a filter', () => {
    expect(filtered({ sort: '-created' })).toBe(false);
    expect(filtered({ status: 'expired' })).toBe(true);
  });

  it('go with an export', () => {
    expect(exportAddress('p1', {})).toBe('/api/v1/portals/p1/people-export');
    expect(exportAddress('p1', { text: 'a&b', sort: '-login' })).toBe('/api/v1/portals/p1/people-export?text=a%26b&sort=-login');
  });
});
