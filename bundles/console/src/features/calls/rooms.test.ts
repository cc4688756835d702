import { expect, test } from 'vitest';
import type { LiveCall } from '@/ui/server/types';
import { together } from './rooms';

const at = '2026-11-27T12:00:00Z';

function call(id: string, ...decisions: [step: string, reason: string, params?: Record<string, string>][]): LiveCall {
  return {
    id,
    direction: 'INTERNAL',
    state: 'TALKING',
    called: '500',
    started: at,
    parties: [],
    path: decisions.map(([step, reason, params = {}]) => ({ at, decision: { step, reason, params } })),
    recorded: false,
    tags: [],
  };
}

const inBoard: [string, string, Record<string, string>] = ['destination', 'conference', { name: 'Board', number: '500' }];

test('those of a conference are together, in the place of the first', () => {
  const one = call('one', ['caller', 'extension'], inBoard);
  const two = call('two', ['destination', 'extension']);
  const three = call('three', inBoard);
  const other = call('other', ['destination', 'conference', { name: 'Board', number: '501' }]);
  expect(together([one, two, three, other])).toEqual([
    { key: '500', name: 'Board', calls: [one, three] },
    two,
    { key: '501', name: 'Board', calls: [other] },
  ]);
});

test('who left a conference for somewhere else is a call', () => {
  const left = call('left', inBoard, ['outcome', 'diverted', { to: '101' }], ['destination', 'extension']);
  const refused = call('refused', inBoard, ['destination', 'wrong-pin', { name: 'Board' }]);
  expect(together([left, refused])).toEqual([left, refused]);
});
