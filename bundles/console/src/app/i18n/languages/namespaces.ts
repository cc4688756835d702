/** Strings by the folder they lie in: `features/meetings/strings/de.json` is the namespace `meetings`. */
export function byNamespace(files: Record<string, Record<string, string>>): Record<string, Record<string, string>> {
  return Object.fromEntries(
    Object.entries(files).map(([path, strings]) => [/([^/]+)\/strings\/[a-z]+\.json$/.exec(path)![1]!, strings]),
  );
}
