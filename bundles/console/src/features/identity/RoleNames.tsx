import { useTranslation } from 'react-i18next';
import type { Person } from '@/ui/server/types';

/** A person's roles, everywhere and in departments, as people call them; a role of the portal's own keeps its name. */
export function RoleNames({ person }: { person: Person }) {
  const { t } = useTranslation('identity');
  const roles = new Set([...person.roles, ...person.memberships.map(({ role }) => role)]);
  return <>{[...roles].sort().map((role) => t(`role.${role}`, { defaultValue: role })).join(', ')}</>;
}
