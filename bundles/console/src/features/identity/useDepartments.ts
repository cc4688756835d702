import { useTranslation } from 'react-i18next';

/** A department as a choice names it. */
export interface DepartmentChoice {
  id: string;
  name: string;
}

/** The departments of a portal; Default, whose id is the portal's, is always there. */
export function useDepartments(portal: string): DepartmentChoice[] {
  const { t } = useTranslation('identity');
  return [{ id: portal, name: t('department.default') }];
}
