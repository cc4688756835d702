import type { Meeting } from '@/ui/server/types';

/** What a guest opens. */
export function meetingLink(meeting: Pick<Meeting, 'code'> & { link?: string }): string {
  return meeting.link ?? `${location.origin}/m/${meeting.code}`;
}
