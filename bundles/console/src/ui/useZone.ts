import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from './server/session';

/** The time zone of the person; the browser's where nobody has signed in. */
export function useZone(): string | undefined {
  // Whoever shows a time does not ask for the session; it is there, or it is not.
  return useQuery({ ...sessionQuery, enabled: false }).data?.zone;
}
