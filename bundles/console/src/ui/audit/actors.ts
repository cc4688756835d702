import type { TFunction } from 'i18next';
import type { AuditEntry } from '@/ui/server/types';

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
