const LONGEST = 60;

/** The type in what the language service says of a name: `(draft: Draft): Promise<void>` of a function, `string` of a value. */
export function typeOf(label: string, signature: string): string {
  const line = signature.replace(/\s+/g, ' ').replace(/^\([a-z ]+\) /, '');
  const at = line.indexOf(label);
  if (at < 0) {
    return '';
  }
  const rest = line.slice(at + label.length).replace(/^\??: /, '').trim();
  return rest.length <= LONGEST ? rest : `${rest.slice(0, LONGEST - 1)}…`;
}
