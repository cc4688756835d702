import { expect, test } from 'vitest';
import type { CallRecord } from '@/ui/server/types';
import { recent } from './recent';

const leg = (number: string, role: 'CALLER' | 'CALLED', person?: string): CallRecord['legs'][number] => ({
  leg: number,
  callId: number,
  incoming: role === 'CALLER',
  role,
  number,
  name: '',
  ...(person ? { person } : {}),
  started: '2026-11-26T10:00:00Z',
  ended: '2026-11-26T10:01:00Z',
  status: 200,
  reason: '',
});

const call = (caller: string, called: string, more: Partial<CallRecord> = {}): CallRecord => ({
  id: `${caller}-${called}`,
  direction: 'INTERNAL',
  result: 'ANSWERED',
  caller,
  callerName: '',
  called,
  started: '2026-11-26T10:00:00Z',
  answered: '2026-11-26T10:00:05Z',
  ended: '2026-11-26T10:01:00Z',
  legs: [leg(caller, 'CALLER', caller === '100' ? 'me' : undefined), leg(called, 'CALLED', called === '100' ? 'me' : undefined)],
  path: [],
  tags: [],
  ...more,
});

test('a call that somebody put through is one of who called, and answered', () => {
  const came = call('+4917012', '100', { callerName: 'Karl' });
  const asked = call('100', '101', { started: '2026-11-26T10:00:30Z' });
  expect(recent({ id: came.id, calls: [came, asked] }, '100', 'me')).toEqual({
    made: false,
    number: '+4917012',
    name: 'Karl',
    started: came.started,
    result: 'ANSWERED',
  });
});

test('what was made is called again', () => {
  const made = call('100', '500');
  expect(recent({ id: made.id, calls: [made] }, '100', 'me')).toMatchObject({ made: true, number: '500', name: '' });
});

test('in a conversation that others began the own call counts', () => {
  const theirs = call('102', '500');
  const own = call('100', '500', { started: '2026-11-26T10:00:40Z' });
  expect(recent({ id: theirs.id, calls: [theirs, own] }, '100', 'me')).toMatchObject({ made: true, number: '500', started: own.started });
});

test('a call that rang in vain is answered when it was taken in another of the conversation', () => {
  const missed = call('101', '100', { result: 'MISSED' });
  const taken = call('100', '*81101', { started: '2026-11-26T10:00:20Z' });
  expect(recent({ id: missed.id, calls: [missed, taken] }, '100', 'me')).toMatchObject({ made: false, number: '101', result: 'ANSWERED' });
  expect(recent({ id: missed.id, calls: [missed] }, '100', 'me')).toMatchObject({ result: 'MISSED' });
});
