/** The groups that the filter offers; each is a prefix the server knows. */
export const KINDS = ['meeting', 'recording', 'click2meet', 'call', 'person', 'portal', 'contact', 'token', 'mail', 'script', 'plugin', 'media-server', 'extension', 'device', 'call-group', 'number', 'trunk', 'call-rule', 'phone-services', 'call-settings', 'announcement'] as const;

/** Whether an event of this type passes a filter such as `meeting.*`; an empty filter passes all. */
export function passes(type: string, filter: string): boolean {
  if (filter === '') {
    return true;
  }
  return filter.endsWith('.*') ? type.startsWith(filter.slice(0, -1)) : type === filter;
}

/** An event's data, which travels as an object or as its JSON text. */
export function dataOf(data: unknown): unknown {
  if (typeof data !== 'string') {
    return data;
  }
  try {
    return JSON.parse(data);
  } catch {
    return data;
  }
}

/** What an event is about in a few words: the names among its data. */
export function gist(data: unknown): string {
  const seen = dataOf(data);
  if (!seen || typeof seen !== 'object') {
    return '';
  }
  const fields = seen as Record<string, unknown>;
  return ['title', 'subject', 'name', 'login', 'to', 'host', 'plugin', 'server', 'error', 'reason']
    .map((field) => fields[field])
    .filter((value): value is string => typeof value === 'string' && value !== '')
    .slice(0, 2)
    .join(' · ');
}
