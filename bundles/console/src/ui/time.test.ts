import { describe, expect, it } from 'vitest';
import { clock, date, full, short } from './time';

const NIGHT = new Date('2026-03-10T23:30:00Z');

describe('times', () => {
  it('are those of the zone, not of the browser', () => {
    expect(clock(NIGHT, 'de', 'Asia/Tokyo')).toBe('08:30:00');
    expect(date(NIGHT, 'de', 'Asia/Tokyo')).toBe('11.03.2026');
    expect(full(NIGHT, 'en', 'America/New_York')).toContain('Tuesday, March 10, 2026');
  });

  it('leave the day out where it is today in the zone', () => {
    const later = new Date('2026-03-11T01:00:00Z');
    expect(short(NIGHT, 'de', 'Asia/Tokyo', false, later)).toBe('08:30');
    expect(short(NIGHT, 'de', 'UTC', false, later)).toBe('10. März, 23:30');
    expect(short(NIGHT, 'de', 'UTC', true, NIGHT)).toBe('23:30:00');
  });

  it('name the year of what is long ago', () => {
    expect(short(NIGHT, 'en', 'UTC', false, new Date('2027-06-01T00:00:00Z'))).toContain('2026');
  });
});
