import type { RTCSession } from 'jssip/lib/RTCSession';
import { announced } from './announced';
import { dialled, type Peer, type PhoneCall, PhoneSession, type Setup } from './PhoneSession';
import { callWaits } from './devices';
import { beep } from './useRing';
import { isOfTransfer, microphone, release, type Trouble, transferTrouble } from './trouble';

export type { PhoneCall } from './PhoneSession';

export interface CallsState {
  /** The one that is spoken in, or that rings with nothing else going on. */
  call?: PhoneCall | undefined;
  /** Those that wait or ring beside it. */
  others: PhoneCall[];
  trouble?: Trouble | undefined;
}

/** What calls are made by. */
export interface Dialler {
  call: (number: string, setup: Setup) => RTCSession;
}

/** The calls of a phone at once, of which one is spoken in. */
export const MOST = 4;

const SOUND_ALONE = { pcConfig: { iceServers: [] } };

/** Whether it rings here. */
export function rings(call: PhoneCall): boolean {
  return call.incoming && !call.talking;
}

/** The calls of a phone: one that is spoken in, and a few beside it that wait or ring. */
export class PhoneCalls {
  private current: PhoneSession | undefined;
  private others: PhoneSession[] = [];
  private last: Trouble | undefined;

  constructor(
    private readonly dialler: () => Dialler | undefined,
    private readonly tell: (state: CallsState) => void,
  ) {}

  private readonly changed = (): void => {
    this.tell({ call: this.current?.call, others: this.others.map(({ call }) => call), trouble: this.last });
  };

  /** Says what went wrong, or nothing any more. */
  readonly trouble = (trouble: Trouble | undefined): void => {
    this.last = trouble;
    this.changed();
  };

  private all(): PhoneSession[] {
    return this.current ? [this.current, ...this.others] : [];
  }

  private find(id: number | undefined): PhoneSession | undefined {
    return id === undefined ? this.current : this.all().find(({ call }) => call.id === id);
  }

  /** Somebody calls. */
  came(session: RTCSession, callInfo: string | undefined): void {
    const how = announced(callInfo);
    const free = how === 'wanted' || callWaits();
    if (this.current && (how === 'intercom' || how === 'page' || !free || this.all().length >= MOST)) {
      session.terminate({ status_code: 486 });
      return;
    }
    const { uri, display_name: name } = session.remote_identity;
    const made = this.follow(session, { incoming: true, number: uri.user, name: name ?? '', announced: how });
    this.others.push(made);
    this.last = this.current ? this.last : undefined;
    if (!this.current || how) {
      this.front(made);
    }
    this.changed();
    if (how) {
      // What follows is not for who hears it, but for the browser, which is not done with the session yet.
      setTimeout(() => void this.takes(made));
    }
  }

  /** Takes a call by itself; nothing is heard of who is spoken to by a page. */
  private async takes(made: PhoneSession): Promise<void> {
    if (made.call.announced !== 'wanted') {
      beep();
    }
    if (made.call.announced !== 'page') {
      await this.answer(made.call.id);
    } else if (made === this.current && !made.session.isEnded()) {
      made.session.answer({ mediaConstraints: { audio: false, video: false }, ...SOUND_ALONE });
    }
  }

  private follow(session: RTCSession, who: Peer): PhoneSession {
    return new PhoneSession(session, who, { changed: this.changed, over: this.over, reaches: () => this.dialler() !== undefined });
  }

  private readonly over = (session: PhoneSession, trouble?: Trouble): void => {
    if (session === this.current) {
      this.current = this.others.find(({ call }) => rings(call)) ?? this.others[0];
    }
    this.others = this.others.filter((other) => other !== session && other !== this.current);
    this.trouble(trouble ?? (isOfTransfer(this.last) ? undefined : this.last));
  };

  /** From now on this one is spoken in; what was before waits. */
  private front(one: PhoneSession): void {
    const before = this.current;
    if (before === one) {
      return;
    }
    before?.hold(true);
    this.others = [...(before ? [before] : []), ...this.others.filter((other) => other !== one)];
    this.current = one;
    this.changed();
  }

  /** The microphone, or the reason why there is none, which is told. */
  private async listen(): Promise<MediaStream | undefined> {
    try {
      return await microphone();
    } catch (trouble) {
      this.trouble(trouble as Trouble);
      return undefined;
    }
  }

  /** Calls somebody; who is spoken with already waits meanwhile. */
  async call(number: string, name = ''): Promise<void> {
    const first = this.current;
    const fits = () => first === this.current && this.all().length < MOST && (!first || first.call.talking);
    if (!this.dialler() || !fits()) {
      return;
    }
    this.trouble(undefined);
    const stream = await this.listen();
    const dialler = this.dialler();
    if (!stream || !dialler || !fits()) {
      release(stream);
      return;
    }
    try {
      const session = dialler.call(dialled(number), { mediaStream: stream, ...SOUND_ALONE });
      const made = this.follow(session, { incoming: false, number, name });
      made.speaks(stream);
      this.front(made);
    } catch {
      release(stream);
      this.trouble('number');
    }
  }

  /** Takes a call that rings: the first one unless one is named. What was spoken in waits, or ends where that is wished; what is only dialled ends. */
  async answer(id?: number, ending = false): Promise<void> {
    const one = this.find(id);
    if (!one || !rings(one.call)) {
      return;
    }
    const stream = await this.listen();
    if (!stream || !this.all().includes(one) || !rings(one.call)) {
      release(stream);
      return;
    }
    const { current } = this;
    if (current && one !== current && (ending || !(current.call.talking || rings(current.call)))) {
      current.hangUp();
    }
    this.front(one);
    one.speaks(stream);
    one.session.answer({ mediaStream: stream, ...SOUND_ALONE });
  }

  /** Ends a call, or declines it while it rings: the first one unless one is named. */
  hangUp(id?: number): void {
    this.find(id)?.hangUp();
  }

  hangUpAll(): void {
    this.all().forEach((session) => session.hangUp());
  }

  hold(on: boolean): void {
    this.current?.hold(on);
  }

  mute(on: boolean): void {
    this.current?.mute(on);
  }

  /** Sends a tone, as a keypad does (RFC 4733). */
  press(tone: string): void {
    this.current?.session.sendDTMF(tone, { transportType: 'RFC2833' as never });
  }

  /** Speaks with one who waits, and has the other one wait. */
  swap(id: number): void {
    const one = this.find(id);
    if (one?.call.talking && this.current?.call.talking) {
      this.front(one);
      one.hold(false);
    }
  }

  private readonly notTransferred = (status?: number): void => this.trouble(transferTrouble(status));

  /** Hands the other one over to a number, and is out of the call. */
  transfer(number: string): void {
    const { current } = this;
    this.trouble(undefined);
    current?.refer(number, { done: () => current.hangUp(), failed: this.notTransferred });
  }

  /** Puts who is spoken with and one who waits together, and is out of both calls. */
  join(id: number): void {
    const { current } = this;
    const other = this.find(id);
    if (current?.call.talking && other?.call.talking && other !== current) {
      current.refer(other.call.number, {
        replaces: other,
        done: () => {
          current.hangUp();
          other.hangUp();
        },
        failed: this.notTransferred,
      });
    }
  }

  /** Asks whether the server still knows of the calls. */
  check(): void {
    this.all().forEach((session) => session.check());
  }

  /** Uses the devices that are chosen now, also in calls that go on. */
  async devicesChanged(): Promise<void> {
    await this.hearBy(() => true);
  }

  /** A device came or went: those that lost theirs go on with another. */
  async plugged(): Promise<void> {
    await this.hearBy((session) => session.isMisplaced());
  }

  private async hearBy(wanted: (session: PhoneSession) => boolean): Promise<void> {
    for (const session of this.all()) {
      session.speak();
      const stream = session.call.talking && wanted(session) ? await this.listen() : undefined;
      if (stream) {
        await session.replace(stream);
      }
    }
  }
}
