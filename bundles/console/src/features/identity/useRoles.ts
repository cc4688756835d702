import { useTranslation } from 'react-i18next';
import { api } from '@/ui/server/client';
import type { Role, RoleGrants } from '@/ui/server/types';

export function useRoles(portal: string): Role[] {
  return api.useQuery('get', '/portals/{portal}/roles', { params: { path: { portal } } }).data?.items ?? [];
}

/** What the roles of a portal are called: by their title if the portal made them. */
export function useRoleName(portal: string): (role: string) => string {
  const { t } = useTranslation('identity');
  const roles = useRoles(portal);
  return (role) => t(`role.${role}`, { defaultValue: roles.find(({ name }) => name === role)?.title ?? t('role.unknown') });
}

const NOTHING: RoleGrants = { everywhere: [], departments: [], rights: [] };

/** What one may give others in this portal. */
export function useGrants(portal: string): { grants: RoleGrants; known: boolean } {
  const query = api.useQuery('get', '/portals/{portal}/roles/grants', { params: { path: { portal } } });
  return { grants: query.data ?? NOTHING, known: query.data !== undefined };
}
