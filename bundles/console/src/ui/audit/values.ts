import type { TFunction } from 'i18next';
import type { AuditEntry } from '@/ui/server/types';

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** A value as people say it: people, departments and roles by their present names in place of their ids. */
export function value(t: TFunction<['audit', 'identity']>, entry: AuditEntry, field: string, text: string): string {
  const named = (part: string) => part.replace(ID, (id) => entry.names[id] ?? id);
  const role = (name: string) => String(t(`identity:role.${name}` as 'identity:role.user', { defaultValue: named(name) }));
  if (entry.subjectKind === 'plugin') {
    return text;
  }
  switch (field) {
    case 'roles':
      return text.split(', ').map(role).join(', ');
    case 'memberships':
      return text
        .split(', ')
        .map((held) => {
          const [name = '', department] = held.split(' in ');
          return department === undefined ? role(name) : t('role.in', { role: role(name), department: named(department) });
        })
        .join(', ');
    default:
      return named(text);
  }
}
