import type { CallRecord } from '@/ui/server/types';

/** How a call went, as a text's key: who left a message reached the voicemail, however the call ended then. */
export function ended({ path, result }: Pick<CallRecord, 'path' | 'result'>): `result.${CallRecord['result']}` | 'application.voicemail' {
  const left = path.some(({ decision }) => decision.step === 'voicemail' && decision.reason === 'left');
  return left && result !== 'ANSWERED' ? 'application.voicemail' : `result.${result}`;
}
