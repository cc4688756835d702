import type { Text } from '@codemirror/state';
import type { ServerProblem } from '@/ui/server/problem';

/** A place in a script; lines and columns from 1. */
export interface Place {
  line: number;
  column: number;
}

export function offsetOf(text: Text, { line, column }: Place): number {
  const found = text.line(Math.min(Math.max(1, line), text.lines));
  return Math.min(found.from + Math.max(0, column - 1), found.to);
}

/** Where the server says that a source is wrong: in the parameters, else in the words. */
export function faultOf(problem: ServerProblem): (Place & { message: string }) | undefined {
  const error = problem.errors.find((one) => one.pointer.replace(/^\//, '') === 'source');
  if (!error) {
    return undefined;
  }
  const { line, column, message } = problem.params;
  if (typeof line === 'number') {
    return { line, column: typeof column === 'number' ? column : 1, message: typeof message === 'string' ? message : error.detail };
  }
  const words = /line (\d+)(?:,? column (\d+))?/i.exec(error.detail) ?? /\b(\d+):(\d+)\b/.exec(error.detail);
  return words ? { line: Number(words[1]), column: Number(words[2] ?? 1), message: error.detail } : { line: 1, column: 1, message: error.detail };
}
