import type { UA } from 'jssip';
import type { RTCSession } from 'jssip/lib/RTCSession';
import type { BrowserPhone } from '@/ui/server/types';
import { microphone, release, type Trouble, troubleOf } from './trouble';

/** The call that goes on. */
export interface PhoneCall {
  incoming: boolean;
  name: string;
  number: string;
  talking: boolean;
  /** Whether the other phone rings and nothing is heard from there yet. */
  rings: boolean;
  held: boolean;
  muted: boolean;
  since: number;
}

export interface PhoneState {
  line: 'elsewhere' | 'connecting' | 'ready' | 'lost';
  call?: PhoneCall | undefined;
  trouble?: Trouble | undefined;
}

const LOCK = 'patchbay-phone';
const RENEW_EVERY = 20 * 60_000;
const AGAIN_AFTER = 5_000;
const SOUND_ALONE = { pcConfig: { iceServers: [] } };

/**
 * The phone of this page: one registration and one call at a time. Of all tabs of a browser one has it, and the next one takes
 * it over when that is closed.
 */
export class PhoneLine {
  private state: PhoneState = { line: 'elsewhere' };
  private readonly listeners = new Set<() => void>();
  private readonly waiting = new AbortController();
  private readonly sound = new Audio();
  private giveBack: () => void = () => {};
  private timers: ReturnType<typeof setTimeout>[] = [];
  private ua?: UA;
  private session: RTCSession | undefined;
  private stream: MediaStream | undefined;

  constructor(private readonly credentials: () => Promise<BrowserPhone>) {
    this.sound.autoplay = true;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly now = (): PhoneState => this.state;

  private tell(change: Partial<PhoneState>): void {
    this.state = { ...this.state, ...change };
    this.listeners.forEach((listener) => listener());
  }

  private tellCall(change: Partial<PhoneCall>): void {
    if (this.state.call) {
      this.tell({ call: { ...this.state.call, ...change } });
    }
  }

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
      });
      ua.on('registered', () => this.tell({ line: 'ready' }));
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
    if (this.session) {
      session.terminate({ status_code: 486 });
      return;
    }
    this.follow(session, true, session.remote_identity.uri.user, session.remote_identity.display_name);
  }

  private follow(session: RTCSession, incoming: boolean, number: string, name = ''): void {
    this.session = session;
    const call = { incoming, name, number, talking: false, rings: false, held: false, muted: false, since: Date.now() };
    this.tell({ call, trouble: undefined });
    const plays = (peer: RTCPeerConnection) =>
      peer.addEventListener('track', ({ track, streams }) => {
        this.sound.srcObject = streams[0] ?? new MediaStream([track]);
        void this.sound.play().catch(() => undefined);
      });
    if (session.connection) {
      plays(session.connection);
    } else {
      session.on('peerconnection', ({ peerconnection }) => plays(peerconnection));
    }
    session.on('progress', (event: { response?: { body?: string | null } }) => {
      this.tellCall({ rings: !incoming && !event.response?.body });
    });
    session.on('accepted', () => this.tellCall({ talking: true, rings: false, since: Date.now() }));
    session.on('hold', ({ originator }) => originator === 'local' && this.tellCall({ held: true }));
    session.on('unhold', ({ originator }) => originator === 'local' && this.tellCall({ held: false }));
    session.on('muted', () => this.tellCall({ muted: true }));
    session.on('unmuted', () => this.tellCall({ muted: false }));
    session.on('ended', () => this.over());
    session.on('failed', ({ originator, cause }) =>
      this.over(incoming || originator === 'local' ? undefined : troubleOf(cause)),
    );
  }

  private over(trouble?: Trouble): void {
    this.session = undefined;
    release(this.stream);
    this.stream = undefined;
    this.sound.srcObject = null;
    this.tell({ call: undefined, ...(trouble ? { trouble } : {}) });
  }

  /** The microphone, or the reason why there is none, which is told. */
  private async listen(): Promise<MediaStream | undefined> {
    try {
      return await microphone();
    } catch (trouble) {
      this.tell({ trouble: trouble as Trouble });
      return undefined;
    }
  }

  async call(number: string, name = ''): Promise<void> {
    const { ua } = this;
    if (!ua || this.session || this.state.line !== 'ready') {
      return;
    }
    this.tell({ trouble: undefined });
    const stream = await this.listen();
    if (!stream) {
      return;
    }
    if (this.session) {
      release(stream);
      return;
    }
    this.stream = stream;
    try {
      const plain = number.replace(/[\s()/.-]/g, '');
      this.follow(ua.call(plain, { mediaStream: stream, ...SOUND_ALONE }), false, number, name);
    } catch {
      this.over('number');
    }
  }

  async answer(): Promise<void> {
    const { session } = this;
    const stream = session && (await this.listen());
    if (stream && session === this.session) {
      this.stream = stream;
      session.answer({ mediaStream: stream, ...SOUND_ALONE });
    } else {
      release(stream);
    }
  }

  /** Ends the call, or declines it while it rings. */
  hangUp(): void {
    const { session } = this;
    if (session && !session.isEnded()) {
      const declines = this.state.call?.incoming && !this.state.call.talking;
      session.terminate(declines ? { status_code: 603 } : {});
    }
  }

  hold(on: boolean): void {
    if (on) {
      this.session?.hold();
    } else {
      this.session?.unhold();
    }
  }

  mute(on: boolean): void {
    if (on) {
      this.session?.mute({ audio: true });
    } else {
      this.session?.unmute({ audio: true });
    }
  }

  /** Sends a tone, as a keypad does (RFC 4733). */
  press(tone: string): void {
    this.session?.sendDTMF(tone, { transportType: 'RFC2833' as never });
  }

  /** Hands the other one over to a number, and is out of the call. */
  transfer(number: string): void {
    const { session } = this;
    try {
      session?.refer(number.replace(/[\s()/.-]/g, ''), {
        eventHandlers: {
          requestFailed: () => this.tell({ trouble: 'transfer' }),
          failed: () => this.tell({ trouble: 'transfer' }),
          accepted: () => session === this.session && this.hangUp(),
        },
      });
    } catch {
      this.tell({ trouble: 'transfer' });
    }
  }
}
