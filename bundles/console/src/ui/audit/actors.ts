import type { TFunction } from 'i18next';
import type { AuditEntry } from '@/ui/server/types';

/** What was done, in the reader's language. */
export function done(t: TFunction<'audit'>, action: string): string {
  return t(`action.${action}` as 'action', { defaultValue: action });
}

/** What has names of its own, which the server knows by its id. */
const NAMED = new Set(['person', 'department', 'role']);

/** What was changed: its kind, and its present name, else the one that the entry has. */
export function subject(t: TFunction<'audit'>, entry: AuditEntry): string {
  const fields: Record<string, string | undefined> = { ...entry.before, ...entry.after };
  const present = NAMED.has(entry.subjectKind) ? entry.names[entry.subjectId] : undefined;
  const name = present ?? ['name', 'login', 'title', 'host', 'hosts', 'subject'].map((field) => fields[field]).find(Boolean);
  const kind = t(`thing.${entry.subjectKind}` as 'action', { defaultValue: entry.subjectKind });
  return name === undefined ? kind : `${kind} ${name === '[erased]' ? t('erased') : name}`;
}

/** Who made a change, in the reader's language. */
export function who(t: TFunction<'audit'>, entry: AuditEntry): string {
  if (entry.name === '[erased]') {
    return t('erased.person');
  }
  switch (entry.actor) {
    case 'SYSTEM':
      return t('actor.system');
    case 'NOBODY':
      return t('actor.nobody');
    case 'GUEST':
      return t('actor.guest', { name: entry.name ?? '' });
    case 'ROOT':
      return t('actor.root', { name: entry.name ?? '' });
    default:
      return entry.name ?? '';
  }
}
