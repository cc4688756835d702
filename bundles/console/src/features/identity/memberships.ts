import type { Membership, RoleGrants } from '@/ui/server/types';

/** The roles that one may give in a department. */
export function givableIn(grants: RoleGrants, department: string): string[] {
  return grants.departments.find((one) => one.department === department)?.roles ?? [];
}

/** Where one may still put somebody. */
export function freePlaces(grants: RoleGrants, value: Membership[]): string[] {
  return grants.departments.map(({ department }) => department).filter((id) => !value.some(({ department }) => department === id));
}

/** Whether somebody with more rights gave it: who may not give a role may not take it. */
export function isFixed(grants: RoleGrants, held: Membership[], one: Membership): boolean {
  const present = held.find(({ department, role }) => department === one.department && role === one.role);
  return present !== undefined && !givableIn(grants, one.department).includes(one.role);
}

/** What somebody new begins with: a user where one may put people, in Default if that is among them. */
export function firstMembership(portal: string, grants: RoleGrants): Membership[] {
  const places = grants.departments.map(({ department }) => department);
  return [{ department: places.includes(portal) ? portal : (places[0] ?? portal), role: 'user' }];
}
