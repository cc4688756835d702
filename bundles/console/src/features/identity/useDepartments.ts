import { useTranslation } from 'react-i18next';
import { api } from '@/ui/server/client';

/** A department as a choice names it. */
export interface DepartmentChoice {
  id: string;
  name: string;
}

/** The departments of a portal; Default, whose id is the portal's, is always there. */
export function useDepartments(portal: string): DepartmentChoice[] {
  const { t } = useTranslation('identity');
  const query = api.useQuery('get', '/portals/{portal}/departments', { params: { path: { portal } } });
  const known = query.data?.items.map(({ id, name }) => ({ id, name })) ?? [];
  return known.length > 0 ? known : [{ id: portal, name: t('department.default') }];
}

/** Whether the departments have been asked for; until then Default stands for all. */
export function useDepartmentsKnown(portal: string): boolean {
  return api.useQuery('get', '/portals/{portal}/departments', { params: { path: { portal } } }).isFetched;
}
