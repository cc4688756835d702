import { createContext, useContext, useEffect, useRef, useSyncExternalStore } from 'react';
import type { LiveClient, LiveHandler, LiveState } from './live';

export const LiveContext = createContext<LiveClient | undefined>(undefined);

export function useLiveClient(): LiveClient {
  const live = useContext(LiveContext);
  if (!live) {
    throw new Error('No live client above this component');
  }
  return live;
}

export function useLiveState(): LiveState {
  const live = useLiveClient();
  return useSyncExternalStore(live.onState, () => live.state);
}

/** Follows a channel while the component is there; nothing while `portal` is undefined. */
export function useLive(channel: string, portal: string | undefined, args: Record<string, unknown>, handler: LiveHandler) {
  const live = useLiveClient();
  const latest = useRef(handler);
  latest.current = handler;
  const text = JSON.stringify(args);
  useEffect(() => {
    if (portal === undefined) {
      return undefined;
    }
    const opened = live.open(channel, portal, JSON.parse(text), {
      data: (message) => latest.current.data(message),
      opened: (again) => latest.current.opened?.(again),
      problem: (problem) => latest.current.problem?.(problem),
      closed: (reason) => latest.current.closed?.(reason),
      lost: () => latest.current.lost?.(),
    });
    return () => opened.close();
  }, [live, channel, portal, text]);
}
