import { describe, expect, it } from 'vitest';
import { dayOf, draftOf, soon, valuesOf, weekOf } from './planDraft';

describe('planDraft', () => {
  it('knows the day and the week of a date', () => {
    expect(dayOf('2026-11-30')).toBe('MONDAY');
    expect([weekOf('2026-11-07'), weekOf('2026-11-08'), weekOf('2026-11-30')]).toEqual([1, 2, -1]);
  });

  it('begins with the next full hour of the zone', () => {
    expect(soon('Europe/Berlin', new Date('2026-11-30T22:40:00Z'))).toEqual({ date: '2026-12-01', time: '00:00' });
  });

  it('sends what was chosen and nothing else', () => {
    const values = { ...valuesOf(undefined, 'Europe/Berlin'), title: ' Jour fixe ', date: '2026-11-30', time: '09:00' };
    expect(draftOf(values)).toEqual({
      title: 'Jour fixe',
      zone: 'Europe/Berlin',
      start: '2026-11-30T09:00',
      minutes: 60,
      reminder: 15,
      room: {},
      invite: { people: [], contacts: [], groups: [], addresses: [] },
    });
    const weekly = { ...values, repeat: 'WEEKLY' as const, days: ['FRIDAY' as const], addresses: ['tom@x.test'], addressLanguage: 'fr' };
    expect(draftOf(weekly).recurrence).toEqual({ frequency: 'WEEKLY', interval: 1, days: ['FRIDAY', 'MONDAY'], count: 10 });
    expect(draftOf(weekly).invite?.addresses).toEqual([{ email: 'tom@x.test', language: 'fr' }]);
    expect(draftOf({ ...values, repeat: 'MONTHLY_WEEK', ends: 'until', until: '2027-11-30' }).recurrence).toEqual({
      frequency: 'MONTHLY',
      interval: 1,
      days: [],
      week: -1,
      until: '2027-11-30',
    });
  });
});
