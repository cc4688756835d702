import { dialled } from './PhoneSession';
import { type Conversation, isLong, read, settled, textTrouble, withText, written } from './conversations';

/** What texts are sent by. */
export interface TextSender {
  sendMessage: (number: string, text: string, how: { eventHandlers: { succeeded: () => void; failed: (event: { response?: { status_code: number } | null }) => void } }) => unknown;
}

const KEY = 'patchbay-texts-';
/** More than a phone of ours sends. */
const LONGEST_HERE = 4_000;
/** In milliseconds: who is sent many texts at once is told of them together. */
const TOGETHER = 100;

let count = 0;

/** The texts of a phone (RFC 3428). The server keeps those that no phone took yet; this tab keeps the last ones until somebody signs out. */
export class Texts {
  private list: Conversation[];
  private readonly key: string;
  private told: Conversation[];
  private telling: ReturnType<typeof setTimeout> | undefined;

  constructor(
    phone: string,
    private readonly sender: () => TextSender | undefined,
    private readonly tell: (list: Conversation[]) => void,
  ) {
    this.key = KEY + phone;
    this.list = this.kept();
    this.told = this.list;
  }

  now(): Conversation[] {
    return this.list;
  }

  private kept(): Conversation[] {
    try {
      const list = JSON.parse(sessionStorage.getItem(this.key) ?? '[]') as Conversation[];
      // Of those on their way nobody hears any more.
      return list.map((one) => ({ ...one, texts: one.texts.map((text) => (text.state === 'going' ? { ...text, state: 'failed' as const } : text)) }));
    } catch {
      return [];
    }
  }

  private set(list: Conversation[]): void {
    if (list === this.list) {
      return;
    }
    this.list = list;
    this.keep();
  }

  private tellRest(): void {
    this.telling = undefined;
    if (this.told !== this.list) {
      this.keep();
    }
  }

  private keep(): void {
    this.told = this.list;
    try {
      sessionStorage.setItem(this.key, JSON.stringify(this.list));
    } catch {
      // They are there as long as the page.
    }
    this.tell(this.list);
  }

  /** Somebody wrote, perhaps a while ago: the date is that of the header (RFC 3261, section 20.17). */
  came(number: string, name: string, text: string, date?: string): void {
    this.list = withText(this.list, { number, name }, { id: this.id(), own: false, text: text.slice(0, LONGEST_HERE), at: written(date, Date.now()) });
    if (this.telling === undefined) {
      this.keep();
      this.telling = setTimeout(() => this.tellRest(), TOGETHER);
    }
  }

  /** Writes to a number; what becomes of it stands at the text. */
  send(number: string, name: string, text: string): void {
    const id = this.id();
    const ends = (state?: Parameters<typeof settled>[2]) => this.set(settled(this.list, id, state));
    const to = dialled(number);
    this.set(withText(this.list, { number: to, name }, { id, own: true, text, at: Date.now(), state: 'going' }));
    const sender = this.sender();
    if (isLong(text)) {
      ends('long');
    } else if (!sender) {
      ends('failed');
    } else {
      try {
        sender.sendMessage(to, text, { eventHandlers: { succeeded: () => ends(), failed: ({ response }) => ends(textTrouble(response?.status_code)) } });
      } catch {
        ends('nobody');
      }
    }
  }

  private id(): string {
    return `${Date.now()}-${count++}`;
  }

  /** Somebody looked at what a number wrote. */
  read(number: string): void {
    this.set(read(this.list, number));
  }

  /** Nothing of it stays in this browser. */
  forget(): void {
    clearTimeout(this.telling);
    try {
      sessionStorage.removeItem(this.key);
    } catch {
      // Nothing was kept.
    }
  }
}
