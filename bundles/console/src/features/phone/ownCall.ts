import type { LiveCall } from '@/ui/server/types';
import type { PhoneCall } from './PhoneSession';

type Party = LiveCall['parties'][number];

/** A call as the server sees it: who else is in it, and what this phone is in it. */
export interface OwnCall {
  live: LiveCall;
  own: Party;
  others: Party[];
}

const KINDS = ['assistant', 'dial-in', 'dictation', 'hot-desk', 'page', 'voicemail'] as const;

/** A call that was begun elsewhere and for which the own phones ring: nobody else is in it yet. */
function begun(calls: LiveCall[], person: string | undefined, call: PhoneCall): OwnCall | undefined {
  const live = calls.find(
    ({ called, parties }) =>
      called === call.number &&
      parties.length > 0 &&
      parties.every((party) => party.person === person && party.role === 'CALLED' && party.state === 'RINGING' && party.number !== called),
  );
  const own = live?.parties[0];
  return person && live && own ? { live, own, others: [] } : undefined;
}

/** Which of the calls that go on is this one of the phone. */
export function ownCall(calls: LiveCall[], person: string | undefined, call: PhoneCall): OwnCall | undefined {
  if (call.incoming && !call.talking) {
    return begun(calls, person, call);
  }
  const mine = calls.flatMap((live) => {
    const own = live.parties.find((party) => party.person === person && party.state !== 'RINGING');
    const others = live.parties.filter((party) => party !== own && party.state !== 'RINGING' && party.role !== 'LISTENER');
    return own && person ? [{ live, own, others }] : [];
  });
  const alike = mine.filter(({ own }) => (own.state === 'HOLDING') === call.held);
  return alike.find(({ live, others }) => live.called === call.number || others.some(({ number }) => number === call.number)) ?? alike[0];
}

/** Where it rings for who was put through. */
function rung({ live, own }: OwnCall): Party[] {
  return live.parties.filter((party) => party !== own && party.state === 'RINGING');
}

/** Who is at the other end by now, after transfers too; what the phone knows as long as nobody talks. */
export function peer(call: PhoneCall, own: OwnCall | undefined): { name: string; number: string } {
  const others = call.talking && own ? (own.live.state === 'RINGING' ? rung(own) : own.others) : [];
  const [one] = others;
  const at = placeOf(call, own);
  if (at?.name) {
    return { name: at.name, number: at.number };
  }
  if (!one) {
    return { name: call.name, number: call.number };
  }
  return others.length > 1
    ? { name: others.map(({ name, number }) => name || number).join(', '), number: '' }
    : { name: one.name || (one.number === call.number ? call.name : ''), number: one.number || call.number };
}

/** Whether this phone came into a call of others: only to listen, or to be heard there. */
export function supervision(own: OwnCall | undefined): 'silent' | 'heard' | undefined {
  switch (own?.own.role) {
    case 'LISTENER':
      return 'silent';
    case 'WHISPERER':
    case 'BARGED_IN':
      return 'heard';
    default:
      return undefined;
  }
}

/** Where the call is, if not with a person. */
function placeOf(call: PhoneCall, own: OwnCall | undefined): LiveCall['at'] {
  return call.talking && own?.others.length === 0 ? own.live.at : undefined;
}

/** What stands for the name where that alone would mislead, as the strings name it. */
export function titleOf(call: PhoneCall, own: OwnCall | undefined) {
  if (call.incoming && !call.talking && own) {
    return 'yours';
  }
  const at = placeOf(call, own);
  const kind = KINDS.find((known) => known === at?.kind);
  return kind === 'voicemail' && !at?.name ? 'at.mailbox' : kind && (`at.${kind}` as const);
}

/** What a call does, as the strings name it. */
export function stateOf(call: PhoneCall, own: OwnCall | undefined) {
  if (call.talking && own?.live.state === 'PARKED') {
    return 'state.parked';
  }
  if (call.held) {
    return 'state.held';
  }
  if (!call.talking) {
    return titleOf(call, own) === 'yours' ? 'state.yours' : call.incoming ? (call.announced ? 'state.announced' : 'state.incoming') : 'state.calling';
  }
  if (own?.live.state === 'RINGING') {
    return 'state.calling';
  }
  if (call.announced === 'page' || call.announced === 'intercom') {
    return `state.${call.announced}` as const;
  }
  if (own?.own.role === 'LISTENER') {
    return 'state.listening';
  }
  if (own?.own.role === 'WHISPERER') {
    return 'state.whispering';
  }
  return own && own.others.length > 0 && own.others.every(({ state }) => state === 'HOLDING') ? 'state.held-there' : 'state.talking';
}
