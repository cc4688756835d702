import type { UA } from 'jssip';
import type { RTCSession } from 'jssip/lib/RTCSession';
import type { BrowserPhone } from '@/ui/server/types';
import { dialled, type PhoneCall, PhoneSession } from './PhoneSession';
import { microphone, release, type Trouble } from './trouble';

export type { PhoneCall } from './PhoneSession';

export interface PhoneState {
  line: 'elsewhere' | 'connecting' | 'ready' | 'lost';
  /** The one that is spoken in. */
  call?: PhoneCall | undefined;
  /** The one that waits meanwhile. */
  waiting?: PhoneCall | undefined;
  trouble?: Trouble | undefined;
}

const LOCK = 'patchbay-phone';
const RENEW_EVERY = 20 * 60_000;
const AGAIN_AFTER = 5_000;
const BACK_WITHIN = 4;
const SOUND_ALONE = { pcConfig: { iceServers: [] } };

/**
 * The phone of this page: one registration, a call, and one that waits while its end is asked for somebody else. Of all tabs of a browser one has it, and the next one takes
 * it over when that is closed.
 */
export class PhoneLine {
  private state: PhoneState = { line: 'elsewhere' };
  private readonly listeners = new Set<() => void>();
  private readonly waiting = new AbortController();
  private giveBack: () => void = () => {};
  private timers: ReturnType<typeof setTimeout>[] = [];
  private ua?: UA;
  private current: PhoneSession | undefined;
  private other: PhoneSession | undefined;

  constructor(private readonly credentials: () => Promise<BrowserPhone>) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly now = (): PhoneState => this.state;

  private tell(change: Partial<PhoneState>): void {
    this.state = { ...this.state, ...change };
    this.listeners.forEach((listener) => listener());
  }

  private readonly changed = (): void => {
    this.tell({ call: this.current?.call, waiting: this.other?.call });
  };

  /** Waits until no other tab has the phone, and registers. */
  start(): void {
    if (!('locks' in navigator)) {
      // Without a secure origin there is no microphone either.
      this.tell({ line: 'lost', trouble: 'insecure' });
      return;
    }
    addEventListener('pagehide', this.stop);
    const held = new Promise<void>((done) => {
      this.giveBack = done;
    });
    void navigator.locks
      .request(LOCK, { signal: this.waiting.signal }, () => {
        this.tell({ line: 'connecting' });
        void this.open();
        return held;
      })
      .catch(() => undefined);
  }

  readonly stop = (): void => {
    removeEventListener('pagehide', this.stop);
    this.waiting.abort();
    this.timers.forEach(clearTimeout);
    this.other?.hangUp();
    this.hangUp();
    this.ua?.stop();
    this.giveBack();
    this.listeners.clear();
  };

  private later(work: () => void, after: number): void {
    this.timers.push(setTimeout(work, after));
  }

  private async open(): Promise<void> {
    try {
      const [phone, { default: sip }] = await Promise.all([this.credentials(), import('jssip')]);
      if (this.waiting.signal.aborted) {
        return;
      }
      const address = new URL(phone.url, location.href);
      address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
      const ua = new sip.UA({
        sockets: [new sip.WebSocketInterface(address.href)],
        uri: phone.uri,
        password: phone.password,
        display_name: phone.extension.name,
        user_agent: 'Patchbay browser',
        session_timers: false,
        register_expires: 300,
        connection_recovery_min_interval: 1,
        connection_recovery_max_interval: BACK_WITHIN,
      });
      ua.on('registered', () => {
        if (this.state.line === 'lost') {
          this.current?.check();
          this.other?.check();
        }
        this.tell({ line: 'ready' });
      });
      ua.on('disconnected', () => this.tell({ line: 'lost' }));
      ua.on('registrationFailed', () => {
        this.tell({ line: 'lost' });
        this.later(() => void this.renew(ua, true), AGAIN_AFTER);
      });
      ua.on('newRTCSession', ({ originator, session }: { originator: string; session: RTCSession }) => {
        if (originator === 'remote') {
          this.rings(session);
        }
      });
      this.ua = ua;
      ua.start();
      this.keep(ua);
    } catch {
      this.tell({ line: 'lost' });
      this.later(() => void this.open(), AGAIN_AFTER);
    }
  }

  private keep(ua: UA): void {
    this.later(() => {
      void this.renew(ua, false);
      this.keep(ua);
    }, RENEW_EVERY);
  }

  private async renew(ua: UA, register: boolean): Promise<void> {
    try {
      ua.set('password', (await this.credentials()).password);
      if (register && ua.isConnected()) {
        ua.register();
      }
    } catch {
      if (register) {
        this.later(() => void this.renew(ua, true), AGAIN_AFTER);
      }
    }
  }

  private rings(session: RTCSession): void {
    if (this.current) {
      session.terminate({ status_code: 486 });
      return;
    }
    const { uri, display_name: name } = session.remote_identity;
    this.follow(session, { incoming: true, number: uri.user, name: name ?? '' });
  }

  private follow(session: RTCSession, who: { incoming: boolean; number: string; name: string }): PhoneSession {
    const made = new PhoneSession(session, who, { changed: this.changed, over: this.over });
    this.current = made;
    this.tell({ call: made.call, waiting: this.other?.call, trouble: undefined });
    return made;
  }

  private readonly over = (session: PhoneSession, trouble?: Trouble): void => {
    if (session === this.current) {
      this.current = this.other;
      this.other = undefined;
    } else if (session === this.other) {
      this.other = undefined;
    }
    this.tell({ call: this.current?.call, waiting: this.other?.call, ...(trouble ? { trouble } : {}) });
  };

  /** The microphone, or the reason why there is none, which is told. */
  private async listen(): Promise<MediaStream | undefined> {
    try {
      return await microphone();
    } catch (trouble) {
      this.tell({ trouble: trouble as Trouble });
      return undefined;
    }
  }

  /** Calls somebody; who is spoken with already waits meanwhile. */
  async call(number: string, name = ''): Promise<void> {
    const { ua, current: first } = this;
    if (!ua || this.other || (first && !first.call.talking) || this.state.line !== 'ready') {
      return;
    }
    this.tell({ trouble: undefined });
    const stream = await this.listen();
    if (!stream) {
      return;
    }
    if (first !== this.current || this.other) {
      release(stream);
      return;
    }
    first?.hold(true);
    try {
      const session = ua.call(dialled(number), { mediaStream: stream, ...SOUND_ALONE });
      this.other = first;
      this.follow(session, { incoming: false, number, name }).speaks(stream);
    } catch {
      release(stream);
      this.tell({ trouble: 'number' });
    }
  }

  async answer(): Promise<void> {
    const { current } = this;
    const stream = current && (await this.listen());
    if (stream && current === this.current) {
      current.speaks(stream);
      current.session.answer({ mediaStream: stream, ...SOUND_ALONE });
    } else {
      release(stream);
    }
  }

  /** Ends the call, or declines it while it rings. */
  hangUp(): void {
    this.current?.hangUp();
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

  /** Speaks with who waits, and has the other one wait. */
  swap(): void {
    const { current, other } = this;
    if (current?.call.talking && other) {
      current.hold(true);
      other.hold(false);
      this.current = other;
      this.other = current;
      this.changed();
    }
  }

  private readonly notTransferred = (): void => this.tell({ trouble: 'transfer' });

  /** Hands the other one over to a number, and is out of the call. */
  transfer(number: string): void {
    const { current } = this;
    current?.refer(number, { done: () => current.hangUp(), failed: this.notTransferred });
  }

  /** Puts the two that this phone talks with together, and is out of both calls. */
  join(): void {
    const { current, other } = this;
    if (current && other) {
      // Only a call that this side began can be named to the server so that it finds it.
      const [told, named] = current.call.incoming ? [current, other] : [other, current];
      told.refer(named.call.number, {
        replaces: named,
        done: () => {
          told.hangUp();
          named.hangUp();
        },
        failed: this.notTransferred,
      });
    }
  }

  /** Uses the devices that are chosen now, also in calls that go on. */
  async devicesChanged(): Promise<void> {
    for (const session of [this.current, this.other]) {
      session?.speak();
      const stream = session?.call.talking ? await this.listen() : undefined;
      if (stream) {
        await session!.replace(stream);
      }
    }
  }

  /** Says once more what went wrong, or nothing. */
  trouble(trouble: Trouble | undefined): void {
    this.tell({ trouble });
  }
}
