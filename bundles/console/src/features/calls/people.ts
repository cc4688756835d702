import type { CallRecord, Conversation } from '@/ui/server/types';
import { roomOf } from './rooms';

type Leg = CallRecord['legs'][number];

/** Who took part in the calls of a conversation, each once, the first caller first. */
export function people({ calls }: Conversation): Leg[] {
  const known = new Map<string, Leg>();
  for (const leg of calls.flatMap(({ legs }) => [...legs].sort((one, other) => Number(other.role === 'CALLER') - Number(one.role === 'CALLER')))) {
    const who = leg.person ?? (leg.number || leg.leg);
    if ((leg.role === 'CALLER' || leg.answered) && !known.has(who)) {
      known.set(who, leg);
    }
  }
  return [...known.values()];
}

/** The conference that the calls were of. */
export function roomName({ calls }: Conversation): string | undefined {
  return calls.length > 1 ? roomOf(calls[0] ?? { path: [] })?.name : undefined;
}

/** How long it went on and how it ended: answered where any call was. */
export function whole({ calls }: Conversation): Pick<CallRecord, 'path' | 'result' | 'answered' | 'ended'> | undefined {
  const talks = calls.filter(({ answered }) => answered);
  const from = talks.map(({ answered }) => answered ?? '').sort()[0];
  const until = talks.map(({ ended }) => ended).sort().at(-1);
  const told = calls.find(({ result }) => result === 'ANSWERED') ?? calls[0];
  return told && { ...told, ...(from && until ? { answered: from, ended: until } : {}) };
}
