import type { UA } from 'jssip';
import type { RTCSession } from 'jssip/lib/RTCSession';
import type { BrowserPhone } from '@/ui/server/types';
import { type CallsState, PhoneCalls } from './PhoneCalls';

export interface PhoneState extends CallsState {
  line: 'elsewhere' | 'connecting' | 'ready' | 'lost';
}

interface Begun {
  originator: string;
  session: RTCSession;
  request: { getHeader: (name: string) => string | undefined };
}

const LOCK = 'patchbay-phone';
const RENEW_EVERY = 20 * 60_000;
const AGAIN_AFTER = 5_000;
const BACK_WITHIN = 4;

/** The phone of this page: one registration and its calls. Of all tabs of a browser one has it, and the next one takes it over when that is closed. */
export class PhoneLine {
  readonly calls: PhoneCalls;
  private state: PhoneState;
  private readonly listeners = new Set<() => void>();
  private readonly waiting = new AbortController();
  private giveBack: () => void = () => {};
  private timers: ReturnType<typeof setTimeout>[] = [];
  private ua?: UA;

  constructor(
    private readonly credentials: () => Promise<BrowserPhone>,
    /** Called when a text came, which the server has kept by then. */
    private readonly wrote: () => void,
  ) {
    const ready = () => (this.state.line === 'ready' ? this.ua : undefined);
    this.calls = new PhoneCalls(ready, (state) => this.tell(state));
    this.state = { line: 'elsewhere', others: [] };
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

  /** Waits until no other tab has the phone, and registers. */
  start(): void {
    if (!('locks' in navigator)) {
      // Without a secure origin there is no microphone either.
      this.tell({ line: 'lost', trouble: 'insecure' });
      return;
    }
    addEventListener('pagehide', this.stop);
    addEventListener('online', this.online);
    navigator.mediaDevices?.addEventListener('devicechange', this.plugged);
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
    removeEventListener('online', this.online);
    this.waiting.abort();
    this.timers.forEach(clearTimeout);
    this.calls.hangUpAll();
    navigator.mediaDevices?.removeEventListener('devicechange', this.plugged);
    this.ua?.stop();
    this.giveBack();
    this.listeners.clear();
  };

  /** In another network calls go on by another way, whether or not the connection was lost meanwhile. */
  private readonly online = (): void => {
    if (this.state.line === 'ready') {
      this.calls.check();
    }
  };

  private readonly plugged = (): void => void this.calls.plugged();

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
        const before = this.state.line;
        this.tell({ line: 'ready' });
        if (before === 'lost') {
          this.calls.check();
        }
      });
      ua.on('disconnected', () => this.tell({ line: 'lost' }));
      ua.on('registrationFailed', () => {
        this.tell({ line: 'lost' });
        this.later(() => void this.renew(ua, true), AGAIN_AFTER);
      });
      ua.on('newRTCSession', ({ originator, session, request }: Begun) => {
        if (originator === 'remote') {
          this.calls.came(session, request.getHeader('call-info'));
        }
      });
      ua.on('newMessage', () => this.wrote());
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
}
