import type { LiveCall } from '@/ui/server/types';
import type { PhoneCall } from './PhoneSession';

type Party = LiveCall['parties'][number];

/** A call as the server sees it: who else is in it, and what this phone is in it. */
export interface OwnCall {
  live: LiveCall;
  own: Party;
  others: Party[];
}

/** Which of the calls that go on is this one of the phone. */
export function ownCall(calls: LiveCall[], person: string | undefined, call: PhoneCall): OwnCall | undefined {
  const mine = calls.flatMap((live) => {
    const own = live.parties.find((party) => party.person === person && party.state !== 'RINGING');
    const others = live.parties.filter((party) => party !== own && party.state !== 'RINGING' && party.role !== 'LISTENER');
    return own && person ? [{ live, own, others }] : [];
  });
  const alike = mine.filter(({ own }) => (own.state === 'HOLDING') === call.held);
  return alike.find(({ live, others }) => live.called === call.number || others.some(({ number }) => number === call.number)) ?? alike[0];
}

/** Who is at the other end by now, after transfers too; what the phone knows as long as nobody talks. */
export function peer(call: PhoneCall, own: OwnCall | undefined): { name: string; number: string } {
  const others = call.talking ? (own?.others ?? []) : [];
  const [one] = others;
  if (!one) {
    return call;
  }
  return others.length > 1
    ? { name: others.map(({ name, number }) => name || number).join(', '), number: '' }
    : { name: one.name || (one.number === call.number ? call.name : ''), number: one.number || call.number };
}
