import { describe, expect, it } from 'vitest';
import type { RoleGrants } from '@/ui/server/types';
import { firstMembership, freePlaces, givableIn, isFixed } from './memberships';

const GRANTS: RoleGrants = {
  everywhere: [],
  departments: [{ department: 'sales', roles: ['user', 'manager'] }, { department: 'help', roles: ['user'] }],
  rights: [],
};

describe('what one may give', () => {
  it('is offered, and nothing else', () => {
    expect(givableIn(GRANTS, 'sales')).toEqual(['user', 'manager']);
    expect(givableIn(GRANTS, 'elsewhere')).toEqual([]);
    expect(freePlaces(GRANTS, [{ department: 'sales', role: 'user' }])).toEqual(['help']);
  });

  it('is what one may take: what others gave is fixed', () => {
    const owner = { department: 'sales', role: 'owner' };
    expect(isFixed(GRANTS, [owner], owner)).toBe(true);
    expect(isFixed(GRANTS, [], owner)).toBe(false);
    expect(isFixed(GRANTS, [{ department: 'sales', role: 'user' }], { department: 'sales', role: 'user' })).toBe(false);
  });

  it('puts somebody new into Default, or where one may', () => {
    expect(firstMembership('p1', GRANTS)).toEqual([{ department: 'sales', role: 'user' }]);
    const all = { ...GRANTS, departments: [...GRANTS.departments, { department: 'p1', roles: ['user'] }] };
    expect(firstMembership('p1', all)).toEqual([{ department: 'p1', role: 'user' }]);
  });
});
