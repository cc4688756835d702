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
  | 'no-line'
  | 'forbidden'
  | 'unknown-number'
  | 'number'
  | 'failed'
  | 'transfer';

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
  'no-rule': 'no-line',
  'none-works': 'no-line',
  unavailable: 'no-phone',
  'no phone is there': 'no-phone',
  'no-answer': 'unreachable',
  'not-outside': 'forbidden',
  premium: 'forbidden',
  country: 'forbidden',
};

/** Why a call came to nothing: in the words of the server (RFC 3326) where it has any, else by JsSIP's cause. */
export function troubleOf(cause: string, reason = ''): Trouble {
  const words = /text="?([^";]*)/.exec(reason)?.[1]?.toLowerCase() ?? '';
  return REASONS[words] ?? CAUSES[cause] ?? 'failed';
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
