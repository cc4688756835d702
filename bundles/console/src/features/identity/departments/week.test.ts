import { describe, expect, it } from 'vitest';
import { copied, DAYS, dayName, endOf, faultIn, further, timesOf, weekOf } from './week';

const MONDAY = { day: 'MONDAY', from: '13:00:00', until: '18:00:00' } as const;

describe('a week', () => {
  it('comes back from the form as it was, in order', () => {
    const week = weekOf([MONDAY, { day: 'MONDAY', from: '09:00:00', until: '12:00:00' }, { day: 'SUNDAY', from: '22:00', until: '00:00' }]);
    expect(week.MONDAY).toEqual([
      { from: '09:00', until: '12:00' },
      { from: '13:00', until: '18:00' },
    ]);
    expect(timesOf(week)).toEqual([
      { day: 'MONDAY', from: '09:00', until: '12:00' },
      { day: 'MONDAY', from: '13:00', until: '18:00' },
      { day: 'SUNDAY', from: '22:00', until: '00:00' },
    ]);
    expect(week.SUNDAY).toEqual([{ from: '22:00', until: '24:00' }]);
  });

  it('ends at 24:00, round the clock too', () => {
    const week = weekOf(DAYS.map((day) => ({ day, from: '00:00', until: '00:00' })));
    expect(week.MONDAY).toEqual([{ from: '00:00', until: '24:00' }]);
    expect(faultIn(week)).toBeUndefined();
    expect(['0:00', '24:00', '24', ' 9:30', '18:00'].map(endOf)).toEqual(['24:00', '24:00', '24:00', '09:30', '18:00']);
    expect(faultIn({ ...week, MONDAY: [{ from: '09:00', until: '25:00' }] })).toBe('MONDAY');
  });

  it('names the day whose times are none', () => {
    const week = weekOf([MONDAY]);
    expect(faultIn(week)).toBeUndefined();
    expect(faultIn({ ...week, FRIDAY: [{ from: '18:00', until: '09:00' }] })).toBe('FRIDAY');
    expect(faultIn({ ...week, FRIDAY: [{ from: '18:00', until: '' }] })).toBe('FRIDAY');
    expect(faultIn({ ...week, FRIDAY: [{ from: '18:00', until: '24:00' }] })).toBeUndefined();
  });

  it('copies a day to others without tying them together', () => {
    const week = copied(weekOf([MONDAY]), 'MONDAY', ['TUESDAY', 'FRIDAY']);
    expect(week.FRIDAY).toEqual(week.MONDAY);
    expect(week.FRIDAY[0]).not.toBe(week.MONDAY[0]);
    expect(week.SATURDAY).toEqual([]);
  });

  it('goes on after the last time of a day', () => {
    const usual = { from: '09:00', until: '17:00' };
    expect(further([], usual)).toEqual(usual);
    expect(further([{ from: '09:00', until: '12:00' }], usual)).toEqual({ from: '12:00', until: '24:00' });
    expect(further([{ from: '09:00', until: '24:00' }], usual)).toEqual(usual);
  });

  it('has days with names', () => {
    expect(DAYS.map((day) => dayName(day, 'en'))[6]).toBe('Sunday');
    expect(dayName('MONDAY', 'fr')).toBe('Lundi');
  });
});
