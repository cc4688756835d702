import { useTranslation } from 'react-i18next';

/** Roles as people call them; a role of the portal's own keeps its name. */
export function RoleNames({ roles }: { roles: string[] }) {
  const { t } = useTranslation('identity');
  return <>{[...roles].sort().map((role) => t(`role.${role}`, { defaultValue: role })).join(', ')}</>;
}
