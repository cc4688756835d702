import { describe, expect, it } from 'vitest';
import { clock, date, dated, full, sameDay, short } from './time';

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

it('a moment with its day, as each language writes it', () => {
  const moment = new Date('2026-11-26T13:04:05Z');
  expect(dated(moment, 'de', 'UTC')).toBe('26.11.2026, 13:04');
  expect(dated(moment, 'fr', 'UTC', true)).toMatch(/^26 nov\. 2026, 13:04:05$/);
  expect(dated(moment, 'en', 'America/New_York')).toMatch(/^Nov 26, 2026, 8:04\sAM$/);
});

it('days are those of the zone', () => {
  const late = new Date('2026-11-26T23:30:00Z');
  expect(sameDay(late, new Date('2026-11-26T22:00:00Z'), 'UTC')).toBe(true);
  expect(sameDay(late, new Date('2026-11-26T22:00:00Z'), 'Europe/Berlin')).toBe(false);
});
