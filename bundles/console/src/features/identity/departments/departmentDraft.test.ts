import { describe, expect, it } from 'vitest';
import type { Department } from '@/ui/server/types';
import { draftOf, shownOf, valuesOf } from './departmentDraft';

const SALES: Department = {
  id: 'd1',
  portal: 'p1',
  name: 'Sales',
  zone: 'Europe/Berlin',
  hours: [{ day: 'MONDAY', from: '09:00:00', until: '17:00:00' }],
  breaks: [],
  holidays: [{ name: 'New Year', from: '2026-01-01', until: '2026-01-01', yearly: true }],
  override: { open: false, until: '2026-05-01T12:00:00Z' },
  version: 3,
};

describe('the draft of a department', () => {
  it('comes back from the form as it was, with the override that holds', () => {
    expect(draftOf(valuesOf(SALES), SALES)).toEqual({
      name: 'Sales',
      zone: 'Europe/Berlin',
      hours: [{ day: 'MONDAY', from: '09:00', until: '17:00' }],
      breaks: [],
      holidays: SALES.holidays,
      override: SALES.override,
    });
  });

  it('of a new one is always open and leaves out what is empty', () => {
    expect(draftOf({ ...valuesOf(), name: ' Help ' })).toEqual({ name: 'Help', hours: [], breaks: [], holidays: [] });
  });

  it('is no other when just the override changed', () => {
    const { override, ...closed } = SALES;
    expect(override).toBeDefined();
    expect(shownOf({ ...closed, version: 4 })).toBe(shownOf(SALES));
    expect(shownOf({ ...SALES, name: 'Sale' })).not.toBe(shownOf(SALES));
  });
});
