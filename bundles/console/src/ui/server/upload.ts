import { csrfHeader } from './client';
import { ServerProblem } from './problem';

/** Sends a file as it is; what the generated client cannot. Answers the JSON of the server. */
export async function upload<T>(method: 'PUT' | 'POST', path: string, file: Blob, type = file.type): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}`, { method, body: file, headers: { 'Content-Type': type, ...csrfHeader() } });
  } catch {
    throw ServerProblem.unreachable();
  }
  if (!response.ok) {
    throw await ServerProblem.from(response);
  }
  return (await response.json()) as T;
}
