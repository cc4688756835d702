import type { CallRecord } from '@/ui/server/types';

/** Whether a call, or a part of it, was recorded; its path says so. */
export function isRecorded(call: Pick<CallRecord, 'path'>): boolean {
  return call.path.some(({ decision }) => decision.step === 'recording');
}
