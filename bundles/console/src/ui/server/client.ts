import createFetchClient, { type Middleware } from 'openapi-fetch';
import createQueryClient from 'openapi-react-query';
import type { paths } from '@/api/schema';
import { ServerProblem } from './problem';

const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

let csrfToken: string | undefined;
let onSignedOut: () => void = () => {};

/** The token of the present session; every write carries it. */
export function keepCsrfToken(token: string | undefined): void {
  csrfToken = token;
}

/** The header that carries it, for requests that are not made by this client. */
export function csrfHeader(): Record<string, string> {
  return csrfToken ? { 'X-CSRF-Token': csrfToken } : {};
}

/** Called when a request is refused because the session has ended. */
export function whenSignedOut(listener: () => void): void {
  onSignedOut = listener;
}

/** A random key; `crypto.randomUUID` exists on trustworthy origins alone. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const guard: Middleware = {
  onRequest({ request }) {
    if (WRITES.has(request.method) && csrfToken) {
      request.headers.set('X-CSRF-Token', csrfToken);
    }
    // A file is too large to be remembered by its key.
    if (request.method === 'POST' && !request.headers.get('Content-Type')?.startsWith('text/')) {
      request.headers.set('Idempotency-Key', randomKey());
    }
    return request;
  },
  async onResponse({ request, response }) {
    if (response.ok) {
      return undefined;
    }
    const problem = await ServerProblem.from(response);
    if (problem.status === 401 && !/\/session(\/|$)/.test(new URL(request.url).pathname)) {
      onSignedOut();
    }
    throw problem;
  },
};

/** A lost answer to a create is asked for once more: the idempotency key makes that safe. */
async function send(request: Request): Promise<Response> {
  const again = request.headers.has('Idempotency-Key') ? request.clone() : undefined;
  try {
    return await fetch(request);
  } catch (first) {
    if (request.signal.aborted) {
      throw first;
    }
    try {
      if (again) {
        return await fetch(again);
      }
    } catch {
      // Reported below, as the first one.
    }
    throw ServerProblem.unreachable();
  }
}

export const client = createFetchClient<paths>({ baseUrl: `${location.origin}/api/v1`, fetch: send });
client.use(guard);

/** The server's operations as queries and mutations. */
export const api = createQueryClient(client);

/** The If-Match header for a change made on this version. */
export function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}
