import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it, vi } from 'vitest';
import { sessionQuery, useBeginSession } from '@/ui/server/session';
import type { Session } from '@/ui/server/types';

it('keeps the session that begins, whatever an earlier question is still answered', async () => {
  let answer: (response: Response) => void = () => {};
  const server = vi.spyOn(globalThis, 'fetch').mockImplementation(() => new Promise((resolve) => (answer = resolve)));
  const queries = new QueryClient();
  const asked = queries.fetchQuery(sessionQuery).catch(() => undefined);
  await waitFor(() => expect(server).toHaveBeenCalled());
  const { result } = renderHook(useBeginSession, {
    wrapper: ({ children }: { children: ReactNode }) => <QueryClientProvider client={queries}>{children}</QueryClientProvider>,
  });

  result.current({ csrfToken: 'mine', person: { name: 'Ada' } } as unknown as Session);
  answer(Response.json({ csrfToken: 'of before' }));
  await asked;

  await waitFor(() => expect(queries.isFetching()).toBe(0));
  expect(queries.getQueryData<Session>(sessionQuery.queryKey)?.csrfToken).toBe('mine');
  server.mockRestore();
});
