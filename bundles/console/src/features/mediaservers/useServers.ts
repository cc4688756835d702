import type { components } from '@/api/schema';
import { api } from '@/ui/server/client';

export type MediaServer = components['schemas']['MediaServer'];
export type Offered = components['schemas']['Offered'];
export type ServerChoice = components['schemas']['ServerChoice'];

/** How a server is doing, in one word. */
export type Mood = 'up' | 'full' | 'down' | 'draining' | 'drained';

/** A server that is down is down whatever else it is. */
export function moodOf(server: Pick<MediaServer, 'state' | 'draining'> & { drained?: boolean }): Mood {
  if (server.state === 'DOWN') {
    return 'down';
  }
  if (server.draining) {
    return server.drained ? 'drained' : 'draining';
  }
  return server.state === 'FULL' ? 'full' : 'up';
}

export const SIGNALS = { up: 'live', full: 'waiting', down: 'failed', draining: 'waiting', drained: 'quiet' } as const;

/** All servers, for root. */
export function useServers() {
  return api.useQuery('get', '/media-servers');
}
