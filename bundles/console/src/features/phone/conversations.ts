/** Why a text did not arrive, as the strings name it. */
export type TextTrouble = 'nobody' | 'full' | 'long' | 'forbidden' | 'failed';

export interface PhoneText {
  id: string;
  own: boolean;
  text: string;
  /** In milliseconds since 1970. */
  at: number;
  /** Of an own one: that it is on its way, or why it did not arrive. */
  state?: 'going' | TextTrouble | undefined;
}

/** What was written to and fro with a number. */
export interface Conversation {
  number: string;
  name: string;
  texts: PhoneText[];
  unread: number;
}

/** What is kept of conversations, and of each. */
export const MOST_CONVERSATIONS = 30;
export const MOST_TEXTS = 100;

/** In bytes, so that a text fits into a datagram (RFC 3428, section 8). */
const LONGEST = 1_300;

/** Whether it is too long to be sent. */
export function isLong(text: string): boolean {
  return new TextEncoder().encode(text).length > LONGEST;
}

/** With one text more, in the conversation that is now the first. */
export function withText(list: Conversation[], who: { number: string; name: string }, text: PhoneText): Conversation[] {
  const known = list.find(({ number }) => number === who.number);
  const made: Conversation = {
    number: who.number,
    name: who.name || known?.name || '',
    texts: [...(known?.texts ?? []), text].slice(-MOST_TEXTS),
    unread: text.own ? 0 : Math.min((known?.unread ?? 0) + 1, MOST_TEXTS),
  };
  return [made, ...list.filter((one) => one !== known)].slice(0, MOST_CONVERSATIONS);
}

/** When a text was written, by its date; now where that says nothing, or says what is still to come. */
export function written(date: string | undefined, now: number): number {
  const at = Date.parse(date ?? '');
  // A date has no parts of a second: what was written within this one came at once.
  return at < now - 1_000 ? at : now;
}

/** After somebody looked at it. */
export function read(list: Conversation[], number: string): Conversation[] {
  return list.some((one) => one.number === number && one.unread > 0) ? list.map((one) => (one.number === number ? { ...one, unread: 0 } : one)) : list;
}

/** After it is known what became of an own text. */
export function settled(list: Conversation[], id: string, state?: TextTrouble): Conversation[] {
  return list.map((one) => ({ ...one, texts: one.texts.map((text) => (text.id === id ? { ...text, state } : text)) }));
}

export function unread(list: Conversation[]): number {
  return list.reduce((sum, one) => sum + one.unread, 0);
}

const TROUBLES: Record<number, TextTrouble> = { 403: 'forbidden', 404: 'nobody', 413: 'long', 480: 'full' };

/** Why it did not arrive, by the status of the answer (RFC 3428, section 7). */
export function textTrouble(status: number | undefined): TextTrouble {
  return TROUBLES[status ?? 0] ?? 'failed';
}
