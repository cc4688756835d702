import type { TFunction } from 'i18next';
import type { AuditEntry } from '@/ui/server/types';

/** A field of a change: as the server calls it, and in the reader's language. */
interface Field {
  name: string;
  title: string;
}

/** What a change is of. */
export function fields(t: TFunction<'audit'>, entry: AuditEntry): Field[] {
  return [...new Set([...Object.keys(entry.before), ...Object.keys(entry.after)])]
    .map((name) => ({ name, title: title(t, entry, name) }))
    .sort((one, other) => one.title.localeCompare(other.title));
}

/** The same in one line. */
export function fieldList(t: TFunction<'audit'>, entry: AuditEntry): string {
  const titles = fields(t, entry).map((field) => field.title);
  return titles.join(', ') || '–';
}

/** What there is no word for, is called as the server does; so are a plugin's settings, whose names are its own. */
function title(t: TFunction<'audit'>, entry: AuditEntry, name: string): string {
  return entry.subjectKind === 'plugin' ? name : t(`field.${name}` as 'field', { defaultValue: name });
}
