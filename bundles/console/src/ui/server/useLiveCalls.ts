import { useState } from 'react';
import type { LiveCall } from './types';
import { useLive } from './useLive';

type Message = { calls: LiveCall[] } | { call: LiveCall } | { texts: unknown };

/** What a message makes of the calls that go on. */
export function after(calls: LiveCall[], message: Message): LiveCall[] {
  if ('calls' in message) {
    return message.calls;
  }
  if (!('call' in message)) {
    return calls;
  }
  const { call } = message;
  if (call.state === 'ENDED') {
    return calls.filter((one) => one.id !== call.id);
  }
  const known = calls.some((one) => one.id === call.id);
  return known ? calls.map((one) => (one.id === call.id ? call : one)) : [...calls, call];
}

/** The calls that go on and that one may see, as they go. */
export function useLiveCalls(portal: string): LiveCall[] {
  const [calls, setCalls] = useState<LiveCall[]>([]);
  useLive('calls', portal, {}, {
    data: (message) => setCalls((before) => after(before, message as Message)),
  });
  return calls;
}
