import { expect, it } from 'vitest';
import type { LiveCall } from '@/ui/server/types';
import type { PhoneCall } from './PhoneSession';
import { ownCall, peer, stateOf, supervision, titleOf } from './ownCall';

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

it('who waits at a parking place is told so', () => {
  const parked = { ...live('a', { person: 'me', number: '101' }), state: 'PARKED' as const };
  expect(stateOf(call, ownCall([parked], 'me', call))).toBe('state.parked');
});

it('who is put through sees where it rings', () => {
  const omar = { name: 'Omar', number: '102', role: 'CALLED' as const, state: 'RINGING' as const };
  const rings = { ...live('a', { person: 'me', number: '101' }, omar), state: 'RINGING' as const };
  expect(peer({ ...call, number: '105', name: 'Pia' }, ownCall([rings], 'me', call))).toEqual({ name: 'Omar', number: '102' });
});

it('who waits meanwhile has the name of who is there, not of the place where the call was taken', () => {
  const waits = { ...call, held: true, number: '701' };
  const found = ownCall([live('a', { person: 'me', state: 'HOLDING' }, { name: 'Pia Sand', number: '103' })], 'me', waits);
  expect(peer(waits, found)).toEqual({ name: 'Pia Sand', number: '103' });
});

it('who listens in sees that they do', () => {
  const found = ownCall([live('a', { number: '101', name: 'Omar' }, { number: '103', name: 'Pia' }, { person: 'me', role: 'LISTENER' })], 'me', { ...call, incoming: true });
  expect(stateOf({ ...call, announced: 'wanted' }, found)).toBe('state.listening');
  expect(peer(call, found).name).toBe('Omar, Pia');
});

it('who came into a call of others does little with it', () => {
  const as = (role: 'LISTENER' | 'WHISPERER' | 'BARGED_IN' | 'CALLED') =>
    supervision(ownCall([live('a', { number: '101' }, { person: 'me', role })], 'me', { ...call, incoming: true }));
  expect(as('LISTENER')).toBe('silent');
  expect(as('WHISPERER')).toBe('heard');
  expect(as('BARGED_IN')).toBe('heard');
  expect(as('CALLED')).toBeUndefined();
});

it('a page is marked as one', () => {
  expect(stateOf({ ...call, incoming: true, announced: 'page' }, undefined)).toBe('state.page');
});

it('who is at a mailbox is told so, and whose it is', () => {
  const alone = live('a', { person: 'me', number: '101' });
  const found = ownCall([{ ...alone, at: { kind: 'voicemail', number: '102', name: 'Omar Rees' } }], 'me', call);
  expect(titleOf(call, found)).toBe('at.voicemail');
  expect(peer({ ...call, number: '*95102' }, found)).toEqual({ name: 'Omar Rees', number: '102' });
  expect(titleOf(call, ownCall([{ ...alone, at: { kind: 'voicemail', number: '', name: '' } }], 'me', call))).toBe('at.mailbox');
  expect(titleOf(call, ownCall([{ ...alone, at: { kind: 'of-a-plugin', number: '', name: '' } }], 'me', call))).toBeUndefined();
  expect(titleOf(call, ownCall([alone], 'me', call))).toBeUndefined();
});

it('who speaks to a group sees which', () => {
  const group = { kind: 'page', number: '200', name: 'Sales' };
  const found = ownCall([{ ...live('a', { person: 'me' }, { role: 'LISTENER', number: '103' }), at: group }], 'me', call);
  expect(titleOf(call, found)).toBe('at.page');
  expect(peer({ ...call, number: '*82200' }, found)).toEqual({ name: 'Sales', number: '200' });
});

it('a call that was begun elsewhere is the own one while the own phones ring', () => {
  const rings: PhoneCall = { ...call, incoming: true, talking: false };
  const mine = { person: 'me', number: '101', role: 'CALLED' as const, state: 'RINGING' as const };
  const found = ownCall([live('a', mine, mine)], 'me', rings);
  expect(titleOf(rings, found)).toBe('yours');
  expect(stateOf(rings, found)).toBe('state.yours');
  expect(peer(rings, found)).toEqual({ name: '', number: '102' });
});

it('a call of somebody else is not the own one', () => {
  const rings: PhoneCall = { ...call, incoming: true, talking: false };
  const mine = { person: 'me', number: '101', role: 'CALLED' as const, state: 'RINGING' as const };
  const found = ownCall([live('a', { person: 'he', number: '102', state: 'RINGING' }, mine)], 'me', rings);
  expect(titleOf(rings, found)).toBeUndefined();
  expect(stateOf(rings, found)).toBe('state.incoming');
  expect(ownCall([{ ...live('b', { ...mine, number: '102' }), called: '102' }], 'me', rings), 'a wake-up call').toBeUndefined();
});

it('who has answered the own phone waits for who is called', () => {
  const waits = { ...live('a', { person: 'me', number: '101' }, { number: '102', role: 'CALLED', state: 'RINGING' }), state: 'RINGING' as const };
  expect(stateOf(call, ownCall([waits], 'me', call))).toBe('state.calling');
});
