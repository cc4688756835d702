import { expect, it } from 'vitest';
import type { LiveCall } from '@/ui/server/types';
import type { PhoneCall } from './PhoneSession';
import { ownCall, peer } from './ownCall';

const call: PhoneCall = { id: 1, incoming: false, name: '', number: '102', talking: true, rings: false, held: false, muted: false, since: 0 };

function live(id: string, ...parties: Partial<LiveCall['parties'][number]>[]): LiveCall {
  return {
    id,
    called: '102',
    direction: 'INTERNAL',
    parties: parties.map((party, leg) => ({ leg: `${leg}`, name: '', number: '', role: 'CALLER', state: 'TALKING', ...party }) as never),
    path: [],
    recorded: false,
    started: '',
    state: 'TALKING',
    tags: [],
  };
}

it('the name is that of who is there now', () => {
  const found = ownCall([live('a', { person: 'me', number: '101' }, { name: 'Omar', number: '102' })], 'me', call);
  expect(found?.live.id).toBe('a');
  expect(peer(call, found)).toEqual({ name: 'Omar', number: '102' });
  const moved = ownCall([live('a', { person: 'me', number: '101' }, { name: 'Pia', number: '103' })], 'me', call);
  expect(peer(call, moved)).toEqual({ name: 'Pia', number: '103' });
});

it('of two own calls it is the one that is not held', () => {
  const held = live('a', { person: 'me', number: '101', state: 'HOLDING' }, { number: '105' });
  const talks = live('b', { person: 'me', number: '101' }, { number: '102' });
  expect(ownCall([held, talks], 'me', call)?.live.id).toBe('b');
  expect(ownCall([held, talks], 'me', { ...call, held: true, number: '105' })?.live.id).toBe('a');
});

it('calls of others are none of it', () => {
  expect(ownCall([live('a', { person: 'she' }, { person: 'he' })], 'me', call)).toBeUndefined();
});
