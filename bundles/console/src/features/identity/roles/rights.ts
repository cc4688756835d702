import type { AnyRight, Role } from '@/ui/server/types';

/** The rights as they belong together. What everybody has with an account is left out: no role gives or takes it. */
export const GROUPS: { name: string; rights: AnyRight[] }[] = [
  { name: 'meetings', rights: ['TAKE_PART', 'HOST_MEETINGS', 'SEE_MEETINGS'] },
  { name: 'people', rights: ['SEE_PEOPLE', 'SHOW_PRESENCE', 'CHANGE_PRESENCE', 'MANAGE_CONTACTS', 'MANAGE_PEOPLE', 'ELEVATE_ROLES'] },
  {
    name: 'calls',
    rights: ['SEE_CALLS', 'OPERATE_CALLS', 'PARK', 'INTERCOM', 'ASSIGN_OPERATIONS', 'LISTEN_IN', 'BARGE_IN', 'WHISPER'],
  },
  { name: 'records', rights: ['SEE_RECORDINGS', 'SEE_REPORTS'] },
  {
    name: 'departments',
    rights: ['OVERRIDE_OFFICE_HOURS', 'MANAGE_DEPARTMENTS', 'CONFIGURE_CALL_HANDLING', 'CONFIGURE_TRUNKS', 'CONFIGURE_CHANNELS'],
  },
  {
    name: 'portal',
    rights: ['MANAGE_ROLES', 'MANAGE_PORTAL', 'MANAGE_SCRIPTS', 'MANAGE_PLUGINS', 'SEE_EVENTS', 'SEE_AUDIT', 'SEE_MAIL'],
  },
  { name: 'server', rights: ['SEE_MAIL_BODY', 'MANAGE_PORTALS'] },
];

/** What is of the whole portal, so that no role of departments holds it. */
export const PORTAL_WIDE: AnyRight[] = GROUPS.filter(({ name }) => name === 'portal').flatMap(({ rights }) => rights);

const OF_EVERYBODY: AnyRight[] = ['ANYONE', 'OWN_ACCOUNT', 'OWN_SIGN_IN'];

export interface RightGroup {
  name: string;
  rights: AnyRight[];
}

/** The groups with the rights that are among these; what no group knows comes last. */
export function grouped(among: Iterable<AnyRight>): RightGroup[] {
  const wanted = new Set(among);
  OF_EVERYBODY.forEach((right) => wanted.delete(right));
  const groups = GROUPS.map(({ name, rights }) => ({ name, rights: rights.filter((right) => wanted.delete(right)) }));
  return [...groups, { name: 'other', rights: [...wanted] }].filter(({ rights }) => rights.length > 0);
}

/** The rights that any of the roles gives, so that no row of the table is empty. */
export function heldByAny(roles: Role[]): Set<AnyRight> {
  return new Set(roles.flatMap(({ rights }) => rights));
}
