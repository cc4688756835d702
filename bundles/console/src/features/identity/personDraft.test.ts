import { describe, expect, it } from 'vitest';
import type { Person } from '@/ui/server/types';
import { draftOf, valuesOf } from './personDraft';

const PERSON = {
  id: 'a1',
  portal: 'p1',
  login: 'anna',
  name: 'Anna',
  phone: '+49 30 1',
  memberships: [{ department: 'd1', role: 'manager' }],
  roles: ['root', 'system-owner'],
  networks: ['192.0.2.0/24'],
  mustChangePassword: true,
  quotaMegabytes: 0,
  enabled: true,
  status: 'ACTIVE',
  hasPassword: true,
  secondFactor: false,
  created: '2026-01-01T00:00:00Z',
  version: 3,
} as Person;

describe('the draft of a person', () => {
  it('comes back from the form as it was', () => {
    const { id, portal, status, hasPassword, secondFactor, created, version, ...draft } = PERSON;
    expect(draftOf(valuesOf('p1', PERSON), PERSON)).toEqual(draft);
  });

  it('leaves out what is empty', () => {
    const values = { ...valuesOf('p1'), name: ' Ada ', login: 'ada', email: ' ' };
    expect(draftOf(values)).toEqual({
      name: 'Ada',
      login: 'ada',
      memberships: [{ department: 'p1', role: 'user' }],
      roles: [],
      networks: [],
      mustChangePassword: false,
      enabled: true,
    });
  });

  it('gives and takes the whole portal', () => {
    expect(draftOf({ ...valuesOf('p1', PERSON), roles: ['root'] }, PERSON).roles).toEqual(['root']);
    expect(draftOf({ ...valuesOf('p1'), roles: ['system-owner'] }).roles).toEqual(['system-owner']);
  });
});
