/** Whether a word of the name begins so; several words must each begin one. */
export function matches(name: string, wanted: string): boolean {
  const words = name.toLocaleLowerCase().split(/[^\p{L}\p{N}]+/u);
  return wanted
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((part) => words.some((word) => word.startsWith(part)));
}

/** Each number once, as it is known first. */
export function unlike<T extends { number: string }>(found: T[]): T[] {
  const known = new Set<string>();
  return found.filter(({ number }) => {
    const digits = number.replace(/[\s()/.-]/g, '');
    return known.size < known.add(digits).size;
  });
}
