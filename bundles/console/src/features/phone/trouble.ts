import { chosen } from './devices';

/** What can go wrong, as the strings name it. */
export type Trouble =
  | 'denied'
  | 'no-microphone'
  | 'microphone'
  | 'insecure'
  | 'busy'
  | 'refused'
  | 'unreachable'
  | 'no-phone'
  | 'not-understood'
  | 'no-callback'
  | 'callback-off'
  | 'may-not-listen'
  | 'may-not-join'
  | 'may-not-speak'
  | 'may-not-take'
  | 'quiet'
  | 'code'
  | 'cannot'
  | 'dictation-off'
  | 'no-mailbox'
  | 'no-network'
  | 'no-numbers'
  | 'no-pin'
  | 'no-time'
  | 'nobody-to-page'
  | 'locked'
  | 'nothing-rings'
  | 'nobody-talks'
  | 'nobody-parked'
  | 'no-line'
  | 'forbidden'
  | 'limit'
  | 'unknown-number'
  | 'number'
  | 'failed'
  | 'sound'
  | TransferTrouble;

/** Why a call was not transferred. */
export type TransferTrouble = 'transfer' | 'transfer-unknown' | 'transfer-forbidden' | 'transfer-busy' | 'transfer-many' | 'transfer-unreachable';

const CAUSES: Record<string, Trouble> = {
  Busy: 'busy',
  Rejected: 'refused',
  Unavailable: 'unreachable',
  'No Answer': 'unreachable',
  'Request Timeout': 'unreachable',
  'Not Found': 'unknown-number',
  'Address Incomplete': 'unknown-number',
};

/** What the server says of calls that come to nothing. */
const REASONS: Record<string, Trouble> = {
  'no-trunk': 'no-line',
  'nobody-was-busy': 'no-callback',
  'no-call-back': 'callback-off',
  'may-not-listen': 'may-not-listen',
  'may-not-join': 'may-not-join',
  'may-not-speak': 'may-not-speak',
  'may-not-take': 'may-not-take',
  dnd: 'quiet',
  'no-network': 'no-network',
  'no-mailbox': 'no-mailbox',
  'dictation-off': 'dictation-off',
  'no-pin': 'no-pin',
  'no-numbers': 'no-numbers',
  'no-time': 'no-time',
  'nobody-to-page': 'nobody-to-page',
  'code-not-here': 'code',
  locked: 'locked',
  'nothing-rings': 'nothing-rings',
  'nobody-talks': 'nobody-talks',
  'nobody-parked': 'nobody-parked',
  cannot: 'cannot',
  'no-rule': 'forbidden',
  'none-works': 'no-line',
  unavailable: 'no-phone',
  'no phone is there': 'no-phone',
  'not-understood': 'not-understood',
  'no-answer': 'unreachable',
  'not-outside': 'forbidden',
  premium: 'forbidden',
  country: 'forbidden',
  simultaneous: 'limit',
  minutes: 'limit',
  destinations: 'limit',
};

/** Why a call came to nothing: in the words of the server (RFC 3326) where it has any, else by JsSIP's cause. */
export function troubleOf(cause: string, reason = ''): Trouble {
  const words = /text="?([^";]*)/.exec(reason)?.[1]?.toLowerCase() ?? '';
  return REASONS[words] ?? CAUSES[cause] ?? 'failed';
}

const TRANSFERS: Record<number, TransferTrouble> = {
  403: 'transfer-forbidden',
  404: 'transfer-unknown',
  480: 'transfer-unreachable',
  486: 'transfer-busy',
  488: 'transfer-many',
};

/** Why a transfer came to nothing, by the status that the server tells (RFC 3515, section 2.4.4). */
export function transferTrouble(status: number | undefined): TransferTrouble {
  return TRANSFERS[status ?? 0] ?? 'transfer';
}

/** Whether it is told of a call that goes on, and says nothing any more when that is over. */
export function isOfTransfer(trouble: Trouble | undefined): boolean {
  return trouble?.startsWith('transfer') ?? false;
}

const REFUSALS: Record<string, Trouble> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'no-microphone',
  OverconstrainedError: 'no-microphone',
};

/** The microphone; rejects with the {@link Trouble}. */
export async function microphone(): Promise<MediaStream> {
  if (!('mediaDevices' in navigator)) {
    throw 'insecure' satisfies Trouble;
  }
  const id = chosen('microphone');
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: id ? { deviceId: id } : true });
  } catch (error) {
    throw REFUSALS[error instanceof Error ? error.name : ''] ?? ('microphone' satisfies Trouble);
  }
}

/** Lets the microphone go. */
export function release(stream: MediaStream | undefined): void {
  stream?.getTracks().forEach((track) => track.stop());
}
