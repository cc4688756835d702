import { asProblem } from '@/ui/server/problem';

const STARTS_WITHIN = 30;

/** Whether a query is tried again: a server that starts is waited for, what else may pass is tried once more. */
export function again(count: number, error: unknown): boolean {
  const { status, code } = asProblem(error);
  // Without a problem of our own: no slice has seen the request yet.
  if (status === 503 && code === 'http-503') {
    return count < STARTS_WITHIN;
  }
  return count < 1 && [0, 502, 503, 504].includes(status);
}
