import type { CallRecord } from '@/ui/server/types';

/** How long people talked, such as 1:05; nothing where nobody did. */
export function talked(call: Pick<CallRecord, 'answered' | 'ended'>, language: string): string {
  if (!call.answered) {
    return '';
  }
  const seconds = Math.max(0, Math.round((Date.parse(call.ended) - Date.parse(call.answered)) / 1000));
  const two = new Intl.NumberFormat(language, { minimumIntegerDigits: 2 });
  return `${Math.floor(seconds / 60)}:${two.format(seconds % 60)}`;
}
