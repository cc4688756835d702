// @vitest-environment jsdom
import type { RTCSession } from 'jssip/lib/RTCSession';
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { callWaiting } from './devices';
import { type CallsState, MOST, PhoneCalls } from './PhoneCalls';
import { named } from './PhoneSession';

const WANTED = '<sip:acme.example>;answer-after=0';
const PAGE = `${WANTED};speaks=page`;

/** A call of JsSIP without a wire. */
class Session extends EventEmitter {
  over = false;
  status = 0;
  referred: { target: string; replaces?: { _to_tag: string; _from_tag: string } } | undefined;
  _request = { call_id: 'c' };
  _from_tag = 'caller';
  _to_tag = 'called';
  readonly remote_identity;

  constructor(number: string) {
    super();
    this.remote_identity = { uri: { user: number }, display_name: `Phone ${number}` };
  }

  isEnded = () => this.over;
  isEstablished = () => true;
  answer = () => this.emit('accepted');
  hold = () => this.emit('hold', { originator: 'local' });
  unhold = () => this.emit('unhold', { originator: 'local' });
  refer = (target: string, options: object) => {
    this.referred = { target, ...options };
  };

  terminate = ({ status_code: status = 0 }: { status_code?: number } = {}) => {
    this.over = true;
    this.status = status;
    this.emit('ended', {});
  };
}

let state: CallsState;
let calls: PhoneCalls;
let dialled: Session[];

function came(number: string, info?: string): Session {
  const session = new Session(number);
  calls.came(session as unknown as RTCSession, info);
  return session;
}

const numbers = () => [state.call?.number, ...state.others.map(({ number }) => number)];
const idOf = (number: string) => [state.call!, ...state.others].find((call) => call.number === number)!.id;

beforeEach(() => {
  dialled = [];
  state = { others: [] };
  calls = new PhoneCalls(
    () => ({
      call: (number) => {
        dialled.push(new Session(number));
        return dialled.at(-1) as unknown as RTCSession;
      },
    }),
    (told) => {
      state = told;
    },
  );
  vi.stubGlobal('navigator', { ...navigator, mediaDevices: { getUserMedia: async () => ({ getTracks: () => [], getAudioTracks: () => [] }) } });
});

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

it('a second call rings beside the first, and who takes it has the first one wait', async () => {
  came('101');
  await calls.answer();
  came('102');
  expect(numbers()).toEqual(['101', '102']);
  expect(state.others[0]).toMatchObject({ incoming: true, talking: false });
  await calls.answer(idOf('102'));
  expect(numbers()).toEqual(['102', '101']);
  expect(state.call).toMatchObject({ talking: true, held: false });
  expect(state.others[0]).toMatchObject({ talking: true, held: true });
  calls.swap(idOf('101'));
  expect(state.call).toMatchObject({ number: '101', held: false });
  expect(state.others[0]).toMatchObject({ number: '102', held: true });
});

it('the end of one leaves the other', async () => {
  const first = came('101');
  await calls.answer();
  const second = came('102');
  await calls.answer(idOf('102'));
  second.terminate();
  expect(numbers()).toEqual(['101']);
  expect(state.call).toMatchObject({ held: true });
  expect(first.over).toBe(false);
  calls.hangUp();
  expect(state.call).toBeUndefined();
});

it('who declines the second goes on with the first', async () => {
  came('101');
  await calls.answer();
  const second = came('102');
  calls.hangUp(idOf('102'));
  expect(second.status).toBe(603);
  expect(state.call).toMatchObject({ number: '101', held: false });
});

it('the first ends where that is wished', async () => {
  const first = came('101');
  await calls.answer();
  came('102');
  await calls.answer(idOf('102'), true);
  expect(first.over).toBe(true);
  expect(numbers()).toEqual(['102']);
});

it('what rings when the call ends is the one that is shown', async () => {
  came('101');
  await calls.answer();
  came('102');
  await calls.answer(idOf('102'));
  came('103');
  calls.hangUp();
  expect(state.call).toMatchObject({ number: '103', talking: false });
  expect(state.others.map(({ number }) => number)).toEqual(['101']);
});

it('takes a few at once and no more, and none more for who wants none', async () => {
  for (let count = 0; count < MOST; count++) {
    expect(came(`10${count}`).over).toBe(false);
  }
  expect(came('200').status).toBe(486);
  calls.hangUpAll();
  expect(state).toMatchObject({ call: undefined, others: [] });
  callWaiting(false);
  came('101');
  expect(came('102').status).toBe(486);
});

it('a page does not come into a call', async () => {
  came('101');
  await calls.answer();
  expect(came('102', PAGE).status).toBe(486);
  expect(numbers()).toEqual(['101']);
});

it('what the server was asked to have answered is taken while the same call still rings', async () => {
  const rings = came('101');
  const again = came('101', WANTED);
  const taken = new Promise((done) => again.once('accepted', done));
  await taken;
  rings.terminate();
  expect(state.call).toMatchObject({ number: '101', talking: true, announced: 'wanted' });
  expect(state.others).toEqual([]);
});

it('what the server was asked to have answered is taken in a call, which waits meanwhile', async () => {
  callWaiting(false);
  came('101');
  await calls.answer();
  const wanted = came('102', WANTED);
  await new Promise((done) => wanted.once('accepted', done));
  expect(numbers()).toEqual(['102', '101']);
  expect(state.others[0]).toMatchObject({ held: true });
});

it('who answers while they dial dials no more', async () => {
  await calls.call('105');
  came('101');
  await calls.answer(idOf('101'));
  expect(dialled[0]!.over).toBe(true);
  expect(numbers()).toEqual(['101']);
});

it('puts two callers together, and names the second to the server by the server’s own tag', async () => {
  const first = came('101');
  await calls.answer();
  const second = came('102');
  await calls.answer(idOf('102'));
  calls.join(idOf('101'));
  expect(second.referred).toMatchObject({ target: '101', replaces: { _to_tag: 'caller', _from_tag: 'called' } });
  expect(named(first as unknown as RTCSession, false)).toMatchObject({ _to_tag: 'called', _from_tag: 'caller' });
});

it('goes on with another microphone where the one is gone', async () => {
  const track = { kind: 'audio', readyState: 'live', enabled: true, stop: () => {}, getSettings: () => ({ deviceId: 'x' }) };
  const other = { ...track };
  const streams = [track, other].map((one) => ({ getTracks: () => [one], getAudioTracks: () => [one] }));
  vi.stubGlobal('navigator', { ...navigator, mediaDevices: { getUserMedia: async () => streams.shift() } });
  const session = came('101');
  const sent: unknown[] = [];
  Object.assign(session, { connection: { getSenders: () => [{ track, replaceTrack: async (now: unknown) => sent.push(now) }] } });
  await calls.answer();
  await calls.plugged();
  expect(sent).toEqual([]);
  track.readyState = 'ended';
  await calls.plugged();
  expect(sent).toEqual([other]);
});
