import { expect, test } from 'vitest';
import type { CallRecord } from '@/ui/server/types';
import { people, roomName, whole } from './people';

const at = (second: number) => `2026-11-27T12:00:${String(second).padStart(2, '0')}Z`;

function leg(name: string, role: 'CALLER' | 'CALLED', talks = true): CallRecord['legs'][number] {
  return {
    leg: `leg-${name}-${role}`,
    callId: 'a@b',
    incoming: role === 'CALLER',
    role,
    number: name.length.toString(),
    name,
    person: `id-${name}`,
    started: at(0),
    ...(talks ? { answered: at(1) } : {}),
    ended: at(9),
    status: 200,
    reason: '',
  };
}

function call(id: string, from: number, until: number, legs: CallRecord['legs'], more: Partial<CallRecord> = {}): CallRecord {
  return {
    id,
    direction: 'INTERNAL',
    result: 'ANSWERED',
    caller: '100',
    callerName: '',
    called: '101',
    started: at(0),
    answered: at(from),
    ended: at(until),
    legs,
    path: [],
    tags: [],
    ...more,
  };
}

const names = (calls: CallRecord[]) => people({ id: 'one', calls }).map(({ name }) => name);

test('each who took part is told of once, and who was only rung is not', () => {
  const first = call('one', 1, 9, [leg('Omar', 'CALLED'), leg('Nora', 'CALLER'), leg('Sam', 'CALLED', false)]);
  const second = call('two', 3, 5, [leg('Nora', 'CALLER'), leg('Pia', 'CALLED')]);
  expect(names([first, second])).toEqual(['Nora', 'Omar', 'Pia']);
});

test('it went on from the first answer to the last end', () => {
  const given = call('one', 0, 2, [], { result: 'GIVEN_UP' });
  delete (given as Partial<CallRecord>).answered;
  const calls = [given, call('two', 4, 9, []), call('three', 3, 6, [])];
  expect(whole({ id: 'one', calls })).toMatchObject({ result: 'ANSWERED', answered: at(3), ended: at(9) });
  expect(whole({ id: 'one', calls: [given] })).toMatchObject({ result: 'GIVEN_UP', ended: at(2) });
});

test('calls of a conference have its name', () => {
  const path = [{ at: at(0), decision: { step: 'destination', reason: 'conference', params: { name: 'Board', number: '500' } } }];
  const one = call('one', 0, 1, [], { path });
  expect(roomName({ id: 'one', calls: [one, one] })).toBe('Board');
  expect(roomName({ id: 'one', calls: [one] })).toBeUndefined();
  expect(roomName({ id: 'one', calls: [call('one', 0, 1, []), call('two', 0, 1, [])] })).toBeUndefined();
});
