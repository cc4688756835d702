import type { CallRecord } from '@/ui/server/types';

type LegRecord = CallRecord['legs'][number];

/** How a call sounded, by its mean opinion score (ITU-T G.107, annex B). */
export function heard(mos: number): 'good' | 'fair' | 'poor' {
  return mos >= 4 ? 'good' : mos >= 3.6 ? 'fair' : 'poor';
}

/** How it ended for a phone, by the status that signalling gave (RFC 3261, section 21); 200 too where another one answered. */
export function ending({ answered, incoming, status }: Pick<LegRecord, 'answered' | 'incoming' | 'status'>): string {
  switch (status) {
    case 200:
      return answered || incoming ? 'ended.hung-up' : 'ended.elsewhere';
    case 408:
    case 480:
      return 'ended.no-answer';
    case 486:
    case 600:
      return 'ended.busy';
    case 487:
      return 'ended.given-up';
    case 603:
      return 'ended.refused';
    default:
      return 'ended.failed';
  }
}
