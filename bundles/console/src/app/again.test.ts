import { expect, it } from 'vitest';
import { ServerProblem } from '@/ui/server/problem';
import { again } from './again';

const tries = (error: unknown) => Array.from({ length: 100 }, (_, count) => count).findIndex((count) => !again(count, error));

it('a server that starts is waited for, what else may pass is tried once more, and the rest is told', async () => {
  const starting = await ServerProblem.from(new Response('The server is starting\n', { status: 503 }));
  expect(tries(starting)).toBe(30);
  expect(tries(new ServerProblem({ status: 503, code: 'media.none' }))).toBe(1);
  expect(tries(ServerProblem.unreachable())).toBe(1);
  expect(tries(new ServerProblem({ status: 404, code: 'not-found' }))).toBe(0);
});
