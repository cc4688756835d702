import type { TFunction } from 'i18next';
import type { AuditEntry } from '@/ui/server/types';

/** What was done, in the reader's language. */
export function done(t: TFunction<'audit'>, action: string): string {
  return t(`action.${action}` as 'action', { defaultValue: action });
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
