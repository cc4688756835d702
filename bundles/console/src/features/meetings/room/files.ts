import { csrfHeader } from '@/ui/server/client';
import { ServerProblem } from '@/ui/server/problem';
import type { Session } from '@/ui/server/types';

/** Puts a file into the chat of a meeting. */
export async function postFile(session: Session, meeting: string, participant: string, file: File): Promise<void> {
  const query = new URLSearchParams({ participant, name: file.name });
  let response: Response;
  try {
    response = await fetch(`/api/v1/portals/${session.portal.id}/meetings/${meeting}/files?${query}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream', ...csrfHeader() },
      body: file,
    });
  } catch {
    throw ServerProblem.unreachable();
  }
  if (!response.ok) {
    throw await ServerProblem.from(response);
  }
}
