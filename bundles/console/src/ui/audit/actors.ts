import type { TFunction } from 'i18next';
import type { AuditEntry } from '@/ui/server/types';

/** What was done, in the reader's language. */
export function done(t: TFunction<'audit'>, action: string): string {
  return t(`action.${action}` as 'action', { defaultValue: action });
}

/** What was changed: its kind, and its name where the entry has it. */
export function subject(t: TFunction<'audit'>, entry: AuditEntry): string {
  const fields: Record<string, string | undefined> = { ...entry.before, ...entry.after };
  const name = ['name', 'login', 'title', 'host', 'hosts', 'subject'].map((field) => fields[field]).find(Boolean);
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
