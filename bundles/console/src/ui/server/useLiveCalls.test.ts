import { expect, test } from 'vitest';
import type { LiveCall } from '@/ui/server/types';
import { after } from './useLiveCalls';

const call = (id: string, state: LiveCall['state']) => ({ id, state }) as LiveCall;

test('calls come, change and go', () => {
  const none = after([call('old', 'TALKING')], { calls: [] });
  expect(none).toEqual([]);
  const rings = after(none, { call: call('a', 'RINGING') });
  const both = after(rings, { call: call('b', 'RINGING') });
  const talks = after(both, { call: call('a', 'TALKING') });
  expect(talks.map((one) => `${one.id} ${one.state}`)).toEqual(['a TALKING', 'b RINGING']);
  expect(after(talks, { texts: { extension: 'e1', number: '101' } })).toBe(talks);
  expect(after(talks, { call: call('a', 'ENDED') }).map((one) => one.id)).toEqual(['b']);
});
