import type { TFunction } from 'i18next';
import type { Explanation } from '@/ui/server/types';

type Reason = Explanation['reasons'][number];

/** How those are called whom an answer is about. */
export interface Names {
  person: string;
  other: string;
  role: (name: string) => string;
  right: (right: string) => string;
}

/** A rule and its source as a sentence. */
export function reasonText(t: TFunction, reason: Reason, names: Names): string {
  const { role, department, departments, right, status } = reason.params;
  const roles = (reason.params.roles ?? '').split(', ').filter(Boolean).map(names.role);
  return String(
    t(`roles:${reason.code}`, {
      person: names.person,
      other: names.other,
      role: role ? names.role(role) : '',
      roles: roles.join(', '),
      department,
      departments,
      right: right ? names.right(right) : '',
      status: status ? t(`identity:person.state.${status.toLowerCase()}`) : '',
      defaultValue: reason.code,
    }),
  );
}
