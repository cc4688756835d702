import { useQueryClient } from '@tanstack/react-query';

/** What is shown of mailboxes is fetched again. */
export function useMailboxChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).includes('/mailboxes') });
}
