import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '@/ui/server/types';
import { value } from './values';

const SALES = '05000000-0000-7000-8000-000000000001';
const REPORTS = '06000000-0000-7000-8000-000000000001';
const GONE = '07000000-0000-7000-8000-000000000001';

const t = ((key: string, { role, department, defaultValue }: Record<string, string>) =>
  key === 'role.in' ? `${role} of ${department}` : key === 'identity:role.user' ? 'User' : defaultValue) as unknown as TFunction<
  ['audit', 'identity']
>;
const entry = { subjectKind: 'person', names: { [SALES]: 'Sales', [REPORTS]: 'Reports only' } } as unknown as AuditEntry;

describe('a value of the audit', () => {
  it('names roles and departments', () => {
    expect(value(t, entry, 'memberships', `user in ${SALES}, ${REPORTS} in ${GONE}`)).toBe(`User of Sales, Reports only of ${GONE}`);
    expect(value(t, entry, 'roles', `${REPORTS}, user`)).toBe('Reports only, User');
    expect(value(t, entry, 'department', SALES)).toBe('Sales');
  });

  it('leaves what a plugin has', () => {
    expect(value(t, { ...entry, subjectKind: 'plugin' }, 'roles', 'user')).toBe('user');
  });
});
