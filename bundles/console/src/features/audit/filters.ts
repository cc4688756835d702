/** What the address says about the list. Days are the reader's own. */
export interface AuditSearch {
  action?: string | undefined;
  subject?: string | undefined;
  person?: string | undefined;
  from?: string | undefined;
  until?: string | undefined;
  entry?: string | undefined;
}

/** The kinds of things that are changed. */
export const ACTIONS = ['person', 'portal', 'plugin', 'script', 'script-settings', 'role', 'department', 'mail', 'recording', 'recording-rules'] as const;

/** The filters that the server knows. */
export type AuditQuery = Partial<Record<'action' | 'subject' | 'person' | 'from' | 'until', string>>;

/** What stands in the address: nothing that is empty. */
export function kept(search: AuditSearch): Partial<Record<keyof AuditSearch, string>> {
  const left: Partial<Record<keyof AuditSearch, string>> = {};
  for (const name of ['action', 'subject', 'person', 'from', 'until', 'entry'] as const) {
    const value = search[name];
    if (value) {
      left[name] = value;
    }
  }
  return left;
}

/** The filters as the server takes them; the last day is wanted whole. */
export function asQuery({ action, subject, person, from, until }: AuditSearch): AuditQuery {
  return kept({ action, subject, person, from: moment(from, 0), until: moment(until, 1) });
}

function moment(day: string | undefined, later: number): string | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '');
  return parts
    ? new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]) + later).toISOString()
    : undefined;
}
