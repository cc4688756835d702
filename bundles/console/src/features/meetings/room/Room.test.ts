// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { LiveHandler } from '@/ui/server/live';
import type { Participant } from '@/ui/server/types';
import { facesOf, soundsOf } from './people';
import type { LocalTracks, Peer, PeerEvents } from './Peer';
import type { ServerMessage } from './protocol';
import { Room } from './Room';

const person = (id: string, more: Partial<Participant> = {}): Participant => ({
  id,
  name: id,
  host: false,
  audioMuted: false,
  videoMuted: false,
  phone: false,
  joined: '2026-01-01T00:00:00Z',
  ...more,
});

const stream = (id: string) => ({ id }) as MediaStream;

/** A peer that remembers. */
class Recorded {
  answered: { sdp: string; tracks: LocalTracks }[] = [];
  put: unknown[] = [];
  closed = false;
  constructor(readonly events: PeerEvents) {}
  peer(): Peer {
    return {
      answer: async (sdp: string, _send: unknown, tracks: LocalTracks) => void this.answered.push({ sdp, tracks }),
      put: async (...args: unknown[]) => void this.put.push(args),
      close: () => {
        this.closed = true;
      },
    } as unknown as Peer;
  }
}

describe('Room', () => {
  let server: LiveHandler;
  let sent: unknown[];
  let opened: number;
  let peers: Recorded[];
  let room: Room;
  const say = (message: ServerMessage) => server.data(message);
  const join = () => {
    room.join({}, { audio: false, video: true });
    say({ joined: { participant: 'me', meeting: { id: 'm', title: 'Stand-up' } } });
    say({ offer: { sdp: 'offer-1', send: { '0': 'audio', '1': 'camera', '2': 'screen' } } });
  };

  beforeEach(() => {
    sent = [];
    opened = 0;
    peers = [];
    room = new Room({
      open: (handler) => {
        opened++;
        server = handler;
        return { send: (message) => sent.push(message), close: () => {} };
      },
      peer: (events) => {
        const recorded = new Recorded(events);
        peers.push(recorded);
        return recorded.peer();
      },
    });
  });

  it('joins, says what is muted and answers the offer', () => {
    join();
    expect(room.state.phase).toBe('in');
    expect(room.state.title).toBe('Stand-up');
    expect(sent).toEqual([{ mute: { audio: false, video: true } }]);
    expect(peers[0]!.answered[0]!.sdp).toBe('offer-1');
    peers[0]!.events.answer('answer-1');
    peers[0]!.events.sources([{ mid: '0', kind: 'audio', ssrc: 7 }]);
    expect(sent.slice(1)).toEqual([{ answer: { sdp: 'answer-1' } }, { sources: [{ mid: '0', kind: 'audio', ssrc: 7 }] }]);
  });

  it('puts faces and sounds where the mapping says, and takes the mapping as a whole', () => {
    join();
    say({ roster: { participants: [person('me'), person('ann'), person('ben', { videoMuted: true })] } });
    peers[0]!.events.streams({ a0: stream('a0'), v0: stream('v0'), v1: stream('v1') });
    say({
      mapping: {
        a0: { participant: 'ann', source: 'audio' },
        v0: { participant: 'ann', source: 'camera' },
        v1: { participant: 'ben', source: 'camera' },
      },
    });
    expect(facesOf(room.state).map((face) => [face.participant.id, face.stream?.id])).toEqual([
      ['ann', 'v0'],
      ['ben', undefined],
    ]);
    expect(soundsOf(room.state).map(([mid]) => mid)).toEqual(['a0']);

    say({ mapping: { v0: { participant: 'ann', source: 'screen' } } });
    expect(facesOf(room.state).map((face) => [face.key, face.stream?.id])).toEqual([
      ['ann-screen', 'v0'],
      ['ann', undefined],
      ['ben', undefined],
    ]);
    expect(soundsOf(room.state)).toEqual([]);
  });

  it('begins anew with a fresh peer after a lost connection', () => {
    join();
    server.lost?.();
    expect(room.state.phase).toBe('lost');
    expect(peers[0]!.closed).toBe(true);
    say({ joined: { participant: 'me2', meeting: { id: 'm', title: 'Stand-up' } } });
    say({ offer: { sdp: 'offer-2', send: {} } });
    expect(room.state).toMatchObject({ phase: 'in', me: 'me2' });
    expect(peers).toHaveLength(2);
  });

  it('comes back to a server that is not ready at once, and gives up where it is refused', () => {
    vi.useFakeTimers();
    join();
    server.lost?.();
    server.problem?.({ type: '', title: '', status: 503, code: 'meeting.unreachable' });
    expect(room.state.phase).toBe('lost');
    vi.advanceTimersByTime(2_000);
    expect(opened).toBe(2);
    server.problem?.({ type: '', title: '', status: 404, code: 'live.channel' });
    expect(room.state.phase).toBe('lost');
    vi.advanceTimersByTime(2_000);
    expect(opened).toBe(3);
    say({ joined: { participant: 'me2', meeting: { id: 'm', title: 'Stand-up' } } });
    expect(room.state.phase).toBe('in');

    server.lost?.();
    server.problem?.({ type: '', title: '', status: 409, code: 'meeting.ended' });
    expect(room.state.phase).toBe('ended');
    vi.useRealTimers();
  });

  it('says that it is silent when no way is found, until one is', () => {
    vi.useFakeTimers();
    join();
    vi.advanceTimersByTime(12_000);
    expect(room.state.silent).toBe(true);
    peers[0]!.events.connected?.();
    expect(room.state.silent).toBe(false);

    say({ offer: { sdp: 'offer-2', send: {} } });
    server.lost?.();
    vi.advanceTimersByTime(12_000);
    expect(room.state.silent).toBe(false);
    vi.useRealTimers();
  });

  it('says that it is silent in time, however often the server offers anew and the page comes in again', () => {
    vi.useFakeTimers();
    join();
    for (let second = 0; second < 12; second += 4) {
      vi.advanceTimersByTime(4_000);
      if (second === 0) {
        say({ offer: { sdp: 'offer-2', send: {} } });
      } else if (second === 4) {
        peers.at(-1)!.events.broken();
        say({ joined: { participant: 'me', meeting: { id: 'm', title: 'Stand-up' } } });
        say({ offer: { sdp: 'offer-3', send: {} } });
      }
    }
    expect(room.state.silent).toBe(true);
    peers.at(-1)!.events.broken();
    say({ joined: { participant: 'me', meeting: { id: 'm', title: 'Stand-up' } } });
    say({ offer: { sdp: 'offer-4', send: {} } });
    expect(room.state).toMatchObject({ phase: 'in', silent: true });
    peers.at(-1)!.events.connected?.();
    vi.advanceTimersByTime(60_000);
    expect(room.state.silent).toBe(false);
    vi.useRealTimers();
  });

  it('answers a second offer on the same channel with another peer', () => {
    join();
    say({ offer: { sdp: 'offer-2', send: {} } });
    expect(peers[0]!.closed).toBe(true);
    expect(peers[1]!.answered[0]!.sdp).toBe('offer-2');
  });

  it('comes in again when the media path breaks, and gives up in the end', () => {
    join();
    for (let attempt = 0; attempt < 6; attempt++) {
      peers.at(-1)!.events.broken();
      if (attempt < 5) {
        say({ joined: { participant: 'me', meeting: { id: 'm', title: '' } } });
        say({ offer: { sdp: 'again', send: {} } });
      }
    }
    expect(opened).toBe(6);
    expect(room.state.phase).toBe('failed');
  });

  it('asks for what is shown once, and again after coming back', () => {
    join();
    const wanted = { visible: ['ann'], maxHeight: 360 };
    room.show(wanted);
    room.show({ ...wanted });
    expect(sent.filter((message) => 'constraints' in (message as object))).toHaveLength(1);
    server.lost?.();
    say({ joined: { participant: 'me', meeting: { id: 'm', title: '' } } });
    expect(sent.filter((message) => 'constraints' in (message as object))).toHaveLength(2);
  });

  it.each([
    [{ removed: { reason: 'host' } }, 'removed'],
    [{ ended: {} }, 'ended'],
  ] as [ServerMessage, string][])('is over after %j', (message, phase) => {
    join();
    say(message);
    expect(room.state.phase).toBe(phase);
    expect(peers[0]!.closed).toBe(true);
  });

  it('fails with the reason when the server refuses the channel', () => {
    room.join({}, { audio: true, video: true });
    server.problem?.({ type: '', title: '', status: 429, code: 'meeting.full', params: { limit: '50' } });
    expect(room.state).toMatchObject({ phase: 'failed', problem: { code: 'meeting.full' } });
  });

  it('stays in when a single command is refused', () => {
    join();
    server.problem?.({ type: '', title: '', status: 403, code: 'forbidden' });
    expect(room.state.phase).toBe('in');
  });

  it('says what the host switched off', () => {
    join();
    say({ muted: { audio: true, video: false } });
    expect(room.state.muted).toEqual({ audio: true, video: false });
  });

  it('waits before the door, and enters when it opens', () => {
    room.join({}, { audio: true, video: true });
    say({ waiting: { id: 'm', title: 'Stand-up', removed: false } });
    expect(room.state).toMatchObject({ phase: 'waiting', title: 'Stand-up' });
    server.lost?.();
    expect(room.state.phase).toBe('waiting');
    say({ admitted: {} });
    expect(sent.at(-1)).toEqual({ act: { do: 'enter' } });
    say({ joined: { participant: 'me', meeting: { id: 'm', title: 'Stand-up' } } });
    expect(room.state.phase).toBe('in');
  });

  it('tells who was not let in apart from who was removed', () => {
    room.join({}, { audio: true, video: true });
    say({ waiting: { id: 'm', title: 'Stand-up', removed: false } });
    say({ removed: { reason: 'refused' } });
    expect(room.state).toMatchObject({ phase: 'removed', reason: 'refused' });
  });

  it('shares a screen with its sound, again after coming back, until a host stops it', async () => {
    join();
    const track = () => Object.assign(new EventTarget(), { stopped: false, stop() { this.stopped = true; } });
    const [screen, sound] = [track(), track()];
    await room.share(screen as unknown as MediaStreamTrack, sound as unknown as MediaStreamTrack);
    expect(sent.at(-1)).toEqual({ act: { do: 'share', on: true, sound: true } });
    expect(peers[0]!.put).toEqual([['screen', screen], ['screen-audio', sound]]);

    server.lost?.();
    say({ joined: { participant: 'me', meeting: { id: 'm', title: '' } } });
    expect(sent.filter((message) => 'act' in (message as object))).toHaveLength(2);

    say({ shareStopped: {} });
    await Promise.resolve();
    expect(room.state.sharing).toBe(false);
    expect(screen.stopped).toBe(true);
  });

  it('shares no longer when the server does not allow it', async () => {
    join();
    const screen = Object.assign(new EventTarget(), { stopped: false, stop() { this.stopped = true; } });
    await room.share(screen as unknown as MediaStreamTrack, undefined);
    server.problem?.({ type: '', title: '', status: 403, code: 'meeting.no-share' });
    expect(room.state).toMatchObject({ phase: 'in', sharing: false });
    expect(screen.stopped).toBe(true);
  });

  it('tries the door again while there is no place, and goes when the meeting is over', () => {
    vi.useFakeTimers();
    room.join({}, { audio: true, video: true });
    say({ waiting: { id: 'm', title: 'Stand-up', removed: false } });
    say({ admitted: {} });
    server.problem?.({ type: '', title: '', status: 429, code: 'portal.full', params: { limit: '5' } });
    expect(room.state).toMatchObject({ phase: 'waiting', problem: { code: 'portal.full' } });
    const enters = () => sent.filter((message) => JSON.stringify(message) === '{"act":{"do":"enter"}}').length;
    expect(enters()).toBe(1);
    vi.advanceTimersByTime(10_000);
    expect(enters()).toBe(2);
    server.problem?.({ type: '', title: '', status: 409, code: 'meeting.ended' });
    expect(room.state.phase).toBe('ended');
    vi.useRealTimers();
  });

  it('ends the share when the browser ends it', async () => {
    join();
    const screen = Object.assign(new EventTarget(), { stop: () => {} });
    await room.share(screen as unknown as MediaStreamTrack, undefined);
    screen.dispatchEvent(new Event('ended'));
    expect(sent.at(-1)).toEqual({ act: { do: 'share', on: false, sound: false } });
  });

  it('leaves for good', () => {
    join();
    room.leave();
    server.lost?.();
    expect(room.state.phase).toBe('left');
  });
});
