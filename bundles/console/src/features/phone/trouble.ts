/** What can go wrong, as the strings name it. */
export type Trouble =
  | 'denied'
  | 'no-microphone'
  | 'microphone'
  | 'insecure'
  | 'busy'
  | 'refused'
  | 'unreachable'
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

/** Why a call came to nothing; the causes are JsSIP's. */
export function troubleOf(cause: string): Trouble {
  return CAUSES[cause] ?? 'failed';
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
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch (error) {
    throw REFUSALS[error instanceof Error ? error.name : ''] ?? ('microphone' satisfies Trouble);
  }
}

/** Lets the microphone go. */
export function release(stream: MediaStream | undefined): void {
  stream?.getTracks().forEach((track) => track.stop());
}
