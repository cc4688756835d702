/** A line of a text, counted from 1; empty where there is none. */
export function lineOf(text: string, line: number): string {
  return text.split('\n')[line - 1] ?? '';
}

/** Where a line begins and ends in a text. */
export function rangeOf(text: string, line: number): { start: number; end: number } {
  const before = text.split('\n').slice(0, line - 1);
  const start = Math.min(text.length, before.reduce((sum, one) => sum + one.length + 1, 0));
  return { start, end: start + lineOf(text, line).length };
}
