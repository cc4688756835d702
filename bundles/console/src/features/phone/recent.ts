import type { CallRecord, Conversation } from '@/ui/server/types';

/** A conversation as a line among the recent ones. */
export interface Recent {
  made: boolean;
  /** Whom a press calls. */
  number: string;
  /** As the call showed it; empty where nothing was shown. */
  name: string;
  started: string;
  result: CallRecord['result'];
}

/** What the first own call of a conversation was, and whether one talked in any. */
export function recent({ calls }: Conversation, own: string, person?: string): Recent | undefined {
  const mine = calls.filter(
    ({ caller, called, legs }) => caller === own || called === own || legs.some((leg) => leg.person !== undefined && leg.person === person),
  );
  const [first] = mine.length > 0 ? mine : calls;
  if (!first) {
    return undefined;
  }
  const made = first.caller === own;
  return {
    made,
    number: made ? first.called : first.caller,
    name: made ? '' : first.callerName,
    started: first.started,
    result: mine.some(({ result }) => result === 'ANSWERED') ? 'ANSWERED' : first.result,
  };
}
