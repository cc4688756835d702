import type { Person } from '@/ui/server/types';
import { useRoleName } from './useRoles';

/** A person's roles, everywhere and in departments, as people call them. */
export function RoleNames({ person }: { person: Person }) {
  const roleName = useRoleName(person.portal);
  const roles = new Set([...person.roles, ...person.memberships.map(({ role }) => role)]);
  const names = [...roles].sort().map(roleName).join(', ');
  return <span title={names}>{names}</span>;
}
