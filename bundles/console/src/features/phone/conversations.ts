import type { TextConversation } from '@/ui/server/types';

/** In bytes, so that a text fits into a datagram (RFC 3428, section 8). */
export const LONGEST = 1_300;

/** Whether it is too long to be sent. */
export function isLong(text: string): boolean {
  return new TextEncoder().encode(text).length > LONGEST;
}

/** How many texts nobody has read. */
export function unread(list: TextConversation[]): number {
  return list.reduce((sum, one) => sum + one.unread, 0);
}

/** The newest text that came and that nobody has read; what came before an own one has been seen where that was written. */
export function latest(list: TextConversation[]): TextConversation | undefined {
  return list.find((one) => one.unread > 0 && !one.last.own);
}

/** Does the work at once, and what is asked for soon after together: not before so many milliseconds have passed. */
export function together(work: () => void, milliseconds: number): () => void {
  let resting = false;
  let more = false;
  const go = () => {
    if (resting) {
      more = true;
      return;
    }
    resting = true;
    more = false;
    work();
    setTimeout(() => {
      resting = false;
      if (more) {
        go();
      }
    }, milliseconds);
  };
  return go;
}
