// @vitest-environment jsdom
import type { RTCSession } from 'jssip/lib/RTCSession';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AGAIN_AFTER, GIVES_UP_AFTER, PASSES_WITHIN, SoundPath } from './SoundPath';

type Handlers = Record<string, (answer?: object) => void>;

let peer: EventTarget & { iceConnectionState: string; signalingState: string; setLocalDescription: () => Promise<void>; setRemoteDescription: (what: { sdp: string }) => Promise<void> };
let asked: { method: string; body: string; eventHandlers: Handlers }[];
let told: (string | boolean)[];
let reachable: boolean;
let ended: boolean;
let toJsSip: string[];
let path: SoundPath;

/** ICE is in another state, as a browser tells. */
function ice(state: string): void {
  peer.iceConnectionState = state;
  peer.dispatchEvent(new Event('iceconnectionstatechange'));
}

const passes = (millis: number) => vi.advanceTimersByTimeAsync(millis);
const last = () => asked.at(-1)!.eventHandlers;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  told = [];
  toJsSip = [];
  reachable = true;
  ended = false;
  let offers = 0;
  peer = Object.assign(new EventTarget(), {
    iceConnectionState: 'connected',
    signalingState: 'stable',
    setLocalDescription: async () => {
      peer.signalingState = 'stable';
    },
    setRemoteDescription: async ({ sdp }: { sdp: string }) => {
      peer.signalingState = 'stable';
      told.push(sdp);
    },
  });
  peer.addEventListener('iceconnectionstatechange', () => toJsSip.push(peer.iceConnectionState));
  const session = {
    contact: '<sip:here>',
    isEstablished: () => !ended,
    isEnded: () => ended,
    isReadyToReOffer: () => true,
    _createLocalDescription: async (_type: string, { iceRestart }: RTCOfferOptions) => {
      peer.signalingState = 'have-local-offer';
      return `offer ${(offers += 1)} ${iceRestart}`;
    },
    _mangleOffer: (sdp: string) => `${sdp} held`,
    sendRequest: (method: string, options: { body: string; eventHandlers: Handlers }) => asked.push({ method, ...options }),
  };
  path = new SoundPath(session as unknown as RTCSession, {
    reaches: () => reachable,
    away: (on) => told.push(on),
    settled: () => told.push('settled'),
    lost: () => told.push('lost'),
  });
  path.watch(peer as unknown as RTCPeerConnection);
});

afterEach(() => {
  path.stop();
  vi.useRealTimers();
});

it('where ICE failed the call does not end, but restarts it at once', async () => {
  ice('failed');
  await passes(0);
  expect(toJsSip).toEqual([]);
  expect(asked).toMatchObject([{ method: 'UPDATE', body: 'offer 1 true held' }]);
  last().onSuccessResponse!({ body: 'answer' });
  await passes(0);
  expect(told).toEqual([true, 'answer', 'settled']);
  ice('connected');
  expect(told.at(-1)).toBe(false);
  await passes(GIVES_UP_AFTER);
  expect(asked).toHaveLength(1);
});

it('what comes back by itself is let', async () => {
  ice('disconnected');
  await passes(PASSES_WITHIN - 1);
  ice('connected');
  await passes(GIVES_UP_AFTER);
  expect(asked).toEqual([]);
  expect(told).toEqual([false]);
});

it('what does not come back in time is looked for', async () => {
  ice('disconnected');
  await passes(PASSES_WITHIN);
  expect(asked).toHaveLength(1);
});

it('tries again when the connection breaks beside, as soon as there is one', async () => {
  ice('failed');
  await passes(0);
  reachable = false;
  last().onTransportError!();
  await passes(AGAIN_AFTER);
  expect(asked).toHaveLength(1);
  expect(peer.signalingState).toBe('stable');
  reachable = true;
  void path.search();
  await passes(0);
  expect(asked.at(-1)).toMatchObject({ body: 'offer 2 true held' });
});

it('a call that no sound comes back to is given up', async () => {
  ice('failed');
  for (let gone = 0; gone <= GIVES_UP_AFTER; gone += AGAIN_AFTER) {
    await passes(AGAIN_AFTER);
    asked.forEach(({ eventHandlers }) => eventHandlers.onErrorResponse!());
  }
  expect(told.filter((one) => one === 'lost')).toHaveLength(1);
});

it('a call that the server does not know any more is over', async () => {
  void path.search();
  await passes(0);
  last().onDialogError!();
  expect(told).toContain('lost');
});

it('does not ask once the server has offered something itself', async () => {
  const search = path.search();
  peer.signalingState = 'have-remote-offer';
  await search;
  expect(asked).toEqual([]);
});

it('before the call is taken JsSIP decides', () => {
  ended = true;
  ice('failed');
  expect(toJsSip).toEqual(['failed']);
});
