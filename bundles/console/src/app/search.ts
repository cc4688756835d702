/** The named texts of an address's search part, bounded; whatever else stands there is dropped. */
export function text<K extends string>(search: Record<string, unknown>, ...names: K[]): Partial<Record<K, string>> {
  const found: Partial<Record<K, string>> = {};
  for (const name of names) {
    const value = search[name];
    if ((typeof value === 'string' && value !== '') || typeof value === 'number') {
      found[name] = String(value).slice(0, 300);
    }
  }
  return found;
}
