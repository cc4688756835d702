import type { ProblemJson } from './types';

/** What somebody who opened a channel hears. */
export interface LiveHandler {
  data(message: unknown): void;
  /** The channel is open; `again` after a lost connection, when messages may have been missed. */
  opened?(again: boolean): void;
  problem?(problem: ProblemJson): void;
  /** The server closed the channel and it will not come back. */
  closed?(reason: string): void;
  /** The connection is gone; it will be opened again. */
  lost?(): void;
}

export interface LiveChannel {
  send(message: unknown): void;
  close(): void;
}

export type LiveState = 'idle' | 'connecting' | 'open' | 'lost';

interface Subscription {
  channel: string;
  portal: string;
  with: unknown;
  handler: LiveHandler;
  opened: boolean;
  before: boolean;
  /** Runs while its channel is waited for. */
  wait?: ReturnType<typeof setTimeout> | undefined;
  waits: number;
}

interface Frame {
  hello?: unknown;
  opened?: number;
  on?: number;
  data?: unknown;
  closed?: number;
  reason?: string;
  problem?: ProblemJson;
  ping?: string;
  pong?: string;
}

export interface LiveOptions {
  url: string;
  csrfToken: () => string | undefined;
  socket?: (url: string) => WebSocket;
  /** The server may not take this session any more: it does not let the page in, or has ended the connection. */
  doubted?: () => void;
  random?: () => number;
}

const FIRST_DELAY = 500;
const LONGEST_DELAY = 15_000;
const PING_EVERY = 20_000;
const PONG_WITHIN = 8_000;
/** What the channel belongs to is not there yet, as while a server starts. */
const ABSENT = 'live.channel';
/** The connection broke the rules, or its session has ended (RFC 6455, section 7.4.1). */
const POLICY = 1008;

/** One WebSocket for the page; any number of channels; comes back by itself after a loss. */
export class LiveClient {
  private readonly options: LiveOptions;
  private readonly subscriptions = new Map<number, Subscription>();
  private readonly listeners = new Set<() => void>();
  private socket: WebSocket | undefined;
  private present: LiveState = 'idle';
  private greeted = false;
  private attempts = 0;
  private counter = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private heartbeat: ReturnType<typeof setInterval> | undefined;
  private silence: ReturnType<typeof setTimeout> | undefined;

  constructor(options: LiveOptions) {
    this.options = options;
  }

  get state(): LiveState {
    return this.present;
  }

  /** Hears changes of the state; for `useSyncExternalStore`. */
  onState = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  open(channel: string, portal: string, args: unknown, handler: LiveHandler): LiveChannel {
    const id = ++this.counter;
    this.subscriptions.set(id, { channel, portal, with: args, handler, opened: false, before: false, waits: 0 });
    if (this.greeted) {
      this.subscribe(id);
    } else {
      this.connect();
    }
    return {
      send: (message) => {
        if (this.subscriptions.get(id)?.opened) {
          this.post({ on: id, data: message });
        }
      },
      close: () => {
        clearTimeout(this.subscriptions.get(id)?.wait);
        if (this.subscriptions.delete(id) && this.greeted) {
          this.post({ close: id });
        }
        if (this.subscriptions.size === 0) {
          this.stop();
        }
      },
    };
  }

  /** Tries again at once: the network is back, or the person asked for it. */
  hurry = (): void => {
    if (this.present === 'lost' && this.subscriptions.size > 0) {
      this.attempts = 0;
      clearTimeout(this.retry);
      this.connect();
    }
  };

  stop(): void {
    clearTimeout(this.retry);
    this.drop();
    this.become('idle');
  }

  private connect(): void {
    if (this.socket) {
      return;
    }
    clearTimeout(this.retry);
    this.become(this.attempts === 0 ? 'connecting' : 'lost');
    const socket = (this.options.socket ?? ((url) => new WebSocket(url)))(this.options.url);
    this.socket = socket;
    socket.onopen = () => this.post({ hello: { csrfToken: this.options.csrfToken() } });
    socket.onmessage = (message) => this.receive(String(message.data));
    socket.onclose = ({ code }) => {
      if (this.socket === socket) {
        if (!this.greeted || code === POLICY) {
          this.options.doubted?.();
        }
        this.lose();
      }
    };
  }

  private receive(text: string): void {
    const frame = JSON.parse(text) as Frame;
    clearTimeout(this.silence);
    if (frame.ping !== undefined) {
      this.post({ pong: frame.ping });
    } else if (frame.hello !== undefined) {
      this.greet();
    } else if (frame.problem && frame.on === undefined) {
      this.options.doubted?.();
      this.lose();
    } else {
      this.deliver(frame);
    }
  }

  private greet(): void {
    this.greeted = true;
    this.attempts = 0;
    this.become('open');
    this.heartbeat = setInterval(() => this.ping(), PING_EVERY);
    for (const id of this.subscriptions.keys()) {
      this.subscribe(id);
    }
  }

  private deliver(frame: Frame): void {
    const id = frame.on ?? frame.opened ?? frame.closed;
    const subscription = id === undefined ? undefined : this.subscriptions.get(id);
    if (!subscription || id === undefined) {
      return;
    }
    if (frame.opened !== undefined) {
      subscription.opened = true;
      subscription.handler.opened?.(subscription.before);
      subscription.before = true;
      subscription.waits = 0;
    } else if (frame.closed !== undefined) {
      this.subscriptions.delete(id);
      subscription.handler.closed?.(frame.reason ?? '');
    } else if (frame.problem?.code === ABSENT && !subscription.opened) {
      const wait = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** subscription.waits++);
      subscription.wait = setTimeout(() => this.subscribe(id), wait);
    } else if (frame.problem) {
      subscription.handler.problem?.(frame.problem);
    } else {
      // Data may overtake the word that the channel is open.
      subscription.opened = true;
      subscription.handler.data(frame.data);
    }
  }

  private subscribe(id: number): void {
    const subscription = this.subscriptions.get(id);
    if (subscription) {
      this.post({ open: id, channel: subscription.channel, portal: subscription.portal, with: subscription.with ?? {} });
    }
  }

  private ping(): void {
    this.post({ ping: String(Date.now()) });
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.lose(), PONG_WITHIN);
  }

  private lose(): void {
    this.drop();
    for (const subscription of this.subscriptions.values()) {
      clearTimeout(subscription.wait);
      subscription.opened = false;
      subscription.handler.lost?.();
    }
    if (this.subscriptions.size === 0) {
      this.become('idle');
      return;
    }
    this.become('lost');
    const wait = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** this.attempts++);
    this.retry = setTimeout(() => this.connect(), wait * (0.5 + (this.options.random ?? Math.random)() / 2));
  }

  private drop(): void {
    clearInterval(this.heartbeat);
    clearTimeout(this.silence);
    this.greeted = false;
    const socket = this.socket;
    this.socket = undefined;
    if (socket) {
      socket.onclose = null;
      socket.onmessage = null;
      socket.close();
    }
  }

  private post(frame: unknown): void {
    if (this.socket?.readyState === 1) {
      this.socket.send(JSON.stringify(frame));
    }
  }

  private become(state: LiveState): void {
    if (state !== this.present) {
      this.present = state;
      for (const listener of this.listeners) {
        listener();
      }
    }
  }
}
