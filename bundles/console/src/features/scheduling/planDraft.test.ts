import { describe, expect, it } from 'vitest';
import type { PlannedMeeting } from '@/ui/server/types';
import { dayOf, draftOf, soon, valuesOf, weekOf } from './planDraft';

describe('planDraft', () => {
  it('knows the day and the week of a date', () => {
    expect(dayOf('2026-11-30')).toBe('MONDAY');
    expect([weekOf('2026-11-07'), weekOf('2026-11-08'), weekOf('2026-11-30')]).toEqual([1, 2, -1]);
  });

  it('begins with the next full hour of the zone', () => {
    expect(soon('Europe/Berlin', new Date('2026-11-30T22:40:00Z'))).toEqual({ date: '2026-12-01', time: '00:00' });
  });

  it('begins with what was pointed at in the calendar', () => {
    expect(valuesOf(undefined, 'UTC', { day: '2030-05-06' })).toMatchObject({ date: '2030-05-06', time: '09:00' });
    expect(valuesOf(undefined, 'UTC', { day: '2030-05-06', time: '14:30' })).toMatchObject({ date: '2030-05-06', time: '14:30' });
    expect(valuesOf(undefined, 'UTC', { day: soon('UTC').date }).time).toBe(soon('UTC').time);
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

  it('repeats weekly on the day of the start alone until another is chosen', () => {
    const values = { ...valuesOf(undefined, 'Europe/Berlin'), date: '2026-11-30', repeat: 'WEEKLY' as const };
    expect(draftOf(values).recurrence?.days).toEqual(['MONDAY']);
    expect(draftOf({ ...values, date: '2026-12-01' }).recurrence?.days).toEqual(['TUESDAY']);
  });

  it('keeps of a meeting what the form does not show', () => {
    const invitee = (email: string, name: string, language: string) => ({ id: email, email, name, language, answer: 'ACCEPTED', occurrences: [] });
    const meeting = {
      title: 'Jour fixe',
      zone: 'UTC',
      start: '2026-11-25T09:00',
      minutes: 60,
      reminder: 15,
      room: {},
      groups: [],
      recurrence: { frequency: 'MONTHLY', interval: 1, days: [], week: -1, count: 3 },
      invitees: [invitee('tom@x.test', 'Tom', 'fr'), invitee('eve@x.test', 'eve@x.test', 'es')],
    } as unknown as PlannedMeeting;
    const values = valuesOf(meeting, 'UTC');
    expect(draftOf(values).recurrence?.week).toBe(-1);
    expect(draftOf({ ...values, date: '2026-11-18' }).recurrence?.week).toBe(3);
    expect(draftOf({ ...values, addresses: [...values.addresses, 'new@x.test'] }).invite?.addresses).toEqual([
      { email: 'tom@x.test', name: 'Tom', language: 'fr' },
      { email: 'eve@x.test', language: 'es' },
      { email: 'new@x.test' },
    ]);
    expect(draftOf({ ...values, addressLanguage: 'de' }).invite?.addresses?.map((one) => one.language)).toEqual(['de', 'de']);
    const weekly = valuesOf({ ...meeting, recurrence: { frequency: 'WEEKLY', interval: 1, days: ['WEDNESDAY', 'FRIDAY'], count: 3 } } as PlannedMeeting, 'UTC');
    expect(draftOf({ ...weekly, date: '2026-11-26' }).recurrence?.days).toEqual(['FRIDAY', 'THURSDAY']);
  });
});
