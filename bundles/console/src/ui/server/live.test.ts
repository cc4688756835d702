// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveClient, type LiveHandler } from './live';

/** A socket whose other end is the test. */
class Wire {
  static all: Wire[] = [];
  readyState = 0;
  sent: unknown[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((message: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;

  constructor() {
    Wire.all.push(this);
  }

  send(text: string) {
    this.sent.push(JSON.parse(text));
  }

  close() {
    this.readyState = 3;
  }

  accept() {
    this.readyState = 1;
    this.onopen?.();
    this.say({ hello: { caller: {} } });
  }

  say(frame: unknown) {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  breaks(code = 1006) {
    this.readyState = 3;
    this.onclose?.({ code });
  }
}

const last = () => Wire.all.at(-1)!;

function handler(): LiveHandler & { heard: unknown[]; calls: string[] } {
  const heard: unknown[] = [];
  const calls: string[] = [];
  return {
    heard,
    calls,
    data: (message) => heard.push(message),
    opened: (again) => calls.push(again ? 'again' : 'opened'),
    lost: () => calls.push('lost'),
    closed: (reason) => calls.push(`closed ${reason}`),
    problem: (problem) => calls.push(`problem ${problem.code}`),
  };
}

describe('LiveClient', () => {
  let doubts: number;
  let live: LiveClient;

  beforeEach(() => {
    vi.useFakeTimers();
    Wire.all = [];
    doubts = 0;
    live = new LiveClient({
      url: 'ws://host/api/v1/live',
      csrfToken: () => 'token',
      socket: () => new Wire() as unknown as WebSocket,
      doubted: () => doubts++,
      random: () => 1,
    });
  });
  afterEach(() => vi.useRealTimers());

  it('greets with the token, then opens what was asked for', () => {
    live.open('events', 'p1', { type: 'meeting.*' }, handler());
    last().accept();

    expect(last().sent).toEqual([
      { hello: { csrfToken: 'token' } },
      { open: 1, channel: 'events', portal: 'p1', with: { type: 'meeting.*' } },
    ]);
    expect(live.state).toBe('open');
  });

  it('delivers to the channel that a message is for', () => {
    const [one, two] = [handler(), handler()];
    live.open('events', 'p1', {}, one);
    live.open('plugins', 'p1', {}, two);
    last().accept();
    last().say({ on: 2, data: { changed: 'crm' } });

    expect(one.heard).toEqual([]);
    expect(two.heard).toEqual([{ changed: 'crm' }]);
  });

  it('takes answers to a channel whose first message overtook its opening', () => {
    const channel = live.open('meeting', 'p1', { meeting: 'm' }, handler());
    last().accept();
    last().say({ on: 1, data: { joined: {} } });
    channel.send({ mute: { audio: true, video: false } });

    expect(last().sent.at(-1)).toEqual({ on: 1, data: { mute: { audio: true, video: false } } });
  });

  it('comes back after a loss, opens its channels again and says so', () => {
    const events = handler();
    live.open('events', 'p1', {}, events);
    last().accept();
    last().say({ opened: 1 });
    last().breaks();
    expect(live.state).toBe('lost');

    vi.advanceTimersByTime(500);
    expect(Wire.all).toHaveLength(2);
    last().accept();
    last().say({ opened: 1 });

    expect(events.calls).toEqual(['opened', 'lost', 'again']);
    expect(live.state).toBe('open');
  });

  it('asks again for a channel that is not there yet, as while the server starts', () => {
    const calls = handler();
    const channel = live.open('calls', 'p1', {}, calls);
    last().accept();
    const absent = { problem: { code: 'live.channel' }, on: 1 };
    for (const wait of [500, 1000, 2000]) {
      const before = last().sent.length;
      last().say(absent);
      vi.advanceTimersByTime(wait - 1);
      expect(last().sent).toHaveLength(before);
      vi.advanceTimersByTime(1);
      expect(last().sent.at(-1)).toEqual({ open: 1, channel: 'calls', portal: 'p1', with: {} });
    }
    last().say({ opened: 1 });
    expect(calls.calls).toEqual(['opened']);

    last().breaks();
    vi.advanceTimersByTime(500);
    last().accept();
    last().say(absent);
    channel.close();
    const before = last().sent.length;
    vi.advanceTimersByTime(60_000);
    expect(last().sent.slice(before).filter((frame) => 'open' in (frame as object))).toEqual([]);
  });

  it('waits longer after each failure, at most fifteen seconds', () => {
    live.open('events', 'p1', {}, handler());
    for (const wait of [500, 1000, 2000, 4000, 8000, 15_000, 15_000]) {
      const before = Wire.all.length;
      last().breaks();
      vi.advanceTimersByTime(wait - 1);
      expect(Wire.all).toHaveLength(before);
      vi.advanceTimersByTime(1);
      expect(Wire.all).toHaveLength(before + 1);
    }
  });

  it('notices a dead connection by a ping without a pong', () => {
    live.open('events', 'p1', {}, handler());
    last().accept();
    vi.advanceTimersByTime(20_000);
    expect(last().sent.at(-1)).toHaveProperty('ping');
    vi.advanceTimersByTime(8_000);
    expect(live.state).toBe('lost');
  });

  it('answers a ping', () => {
    live.open('events', 'p1', {}, handler());
    last().accept();
    last().say({ ping: 'x' });
    expect(last().sent.at(-1)).toEqual({ pong: 'x' });
  });

  it('says when a session is not taken, and goes on trying', () => {
    live.open('events', 'p1', {}, handler());
    last().readyState = 1;
    last().onopen?.();
    last().say({ problem: { code: 'unauthenticated', status: 401 } });

    expect(doubts).toBe(1);
    expect(live.state).toBe('lost');
  });

  it('doubts the session when the server ends the connection with it, or lets the page in no more', () => {
    live.open('events', 'p1', {}, handler());
    last().accept();
    last().breaks();
    expect(doubts).toBe(0);
    live.hurry();
    last().breaks();
    expect(doubts).toBe(1);
    live.hurry();
    last().accept();
    last().breaks(1008);
    expect(doubts).toBe(2);
    expect(live.state).toBe('lost');
  });

  it('forgets a channel that the server closed, and does not open it again', () => {
    const room = handler();
    live.open('meeting', 'p1', {}, room);
    live.open('events', 'p1', {}, handler());
    last().accept();
    last().say({ closed: 1, reason: 'removed' });
    last().breaks();
    vi.advanceTimersByTime(500);
    last().accept();

    expect(room.calls).toEqual(['closed removed']);
    expect(last().sent.filter((frame) => 'open' in (frame as object))).toHaveLength(1);
  });

  it('ends the connection with its last channel', () => {
    const channel = live.open('events', 'p1', {}, handler());
    last().accept();
    channel.close();
    expect(last().readyState).toBe(3);
    expect(live.state).toBe('idle');
  });
});
