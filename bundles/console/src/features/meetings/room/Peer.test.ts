// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { layersFor, Peer, type PeerEvents } from './Peer';
import type { SentSource } from './protocol';

const track = (id: string) => ({ id }) as MediaStreamTrack;

function transceiver(mid: string) {
  return {
    mid,
    direction: 'recvonly',
    sender: {
      track: null as MediaStreamTrack | null,
      parameters: { encodings: [{}] as RTCRtpEncodingParameters[] },
      getParameters() {
        return structuredClone(this.parameters);
      },
      async setParameters(next: { encodings: RTCRtpEncodingParameters[] }) {
        this.parameters = next;
      },
      async replaceTrack(next: MediaStreamTrack | null) {
        this.track = next;
      },
    },
    receiver: { track: track(`in-${mid}`) },
  };
}

/** As much of a browser's connection as the peer touches. */
class Connection extends EventTarget {
  transceivers = ['0', '1', '2', 'a0', 'v0'].map(transceiver);
  stats: object[] = [];
  connectionState = 'new';
  iceGatheringState = 'complete';
  localDescription: { sdp: string } | null = null;
  answerSdp = 'answer';
  onconnectionstatechange: (() => void) | null = null;
  closed = false;
  getTransceivers = () => this.transceivers;
  setRemoteDescription = async () => {};
  createAnswer = async () => ({ type: 'answer', sdp: 'answer' });
  setLocalDescription = async () => {
    this.localDescription = { sdp: this.answerSdp };
  };
  getStats = async () => new Map(this.stats.map((stat, i) => [String(i), stat]));
  close() {
    this.closed = true;
  }
}

const SEND = { '0': 'audio', '1': 'camera', '2': 'screen' } as const;
const outbound = (mid: string, ssrc: number, rtxSsrc?: number) => ({ type: 'outbound-rtp', mid, ssrc, rtxSsrc });

describe('Peer', () => {
  let connection: Connection;
  let said: { answers: string[]; sources: SentSource[][]; streams: string[]; broken: number };
  let peer: Peer;

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal(
      'MediaStream',
      class {
        constructor(readonly tracks: MediaStreamTrack[]) {}
      },
    );
    connection = new Connection();
    said = { answers: [], sources: [], streams: [], broken: 0 };
    const events: PeerEvents = {
      answer: (sdp) => said.answers.push(sdp),
      sources: (sources) => said.sources.push(sources),
      streams: (streams) => said.streams.push(...Object.keys(streams)),
      broken: () => said.broken++,
    };
    peer = new Peer(events, [], connection as unknown as RTCPeerConnection);
  });
  afterEach(() => {
    peer.close();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('sends on the lines that are its own and receives on the pool', async () => {
    await peer.answer('offer', SEND, { audio: track('mic'), camera: track('cam') });
    expect(connection.transceivers.map((one) => [one.mid, one.direction, one.sender.track?.id])).toEqual([
      ['0', 'sendonly', 'mic'],
      ['1', 'sendonly', 'cam'],
      ['2', 'sendonly', undefined],
      ['a0', 'recvonly', undefined],
      ['v0', 'recvonly', undefined],
    ]);
    expect(said.streams).toEqual(['a0', 'v0']);
    expect(said.answers).toEqual(['answer']);
  });

  it('looks for the numbers of its sources until they are there, and tells them once', async () => {
    await peer.answer('offer', SEND, { audio: track('mic'), camera: track('cam') });
    await vi.advanceTimersByTimeAsync(600);
    expect(said.sources).toEqual([]);

    connection.stats = [outbound('0', 11), outbound('1', 22, 23), { type: 'inbound-rtp', mid: 'a0', ssrc: 9 }];
    await vi.advanceTimersByTimeAsync(2_000);
    expect(said.sources).toEqual([
      [
        { mid: '0', kind: 'audio', ssrc: 11 },
        { mid: '1', kind: 'camera', ssrc: 22, rtxSsrc: 23 },
      ],
    ]);
  });

  it('tells the layers of a camera, smallest first, when all of them are known', async () => {
    connection.transceivers[1]!.sender.parameters.encodings = [{ rid: 'l' }, { rid: 'm' }, { rid: 'h' }];
    await peer.answer('offer', SEND, { camera: track('cam') });
    const layer = (rid: string, ssrc: number) => ({ ...outbound('1', ssrc, ssrc + 1), rid });
    connection.stats = [layer('h', 30), layer('l', 10), layer('m', 20)];
    await vi.advanceTimersByTimeAsync(2_000);
    const layers = [10, 20, 30].map((ssrc) => ({ ssrc, rtxSsrc: ssrc + 1 }));
    expect(said.sources).toEqual([[{ mid: '1', kind: 'camera', ssrc: 10, rtxSsrc: 11, layers }]]);
  });

  it('takes from the description with which SSRC a layer is sent again, where the figures do not say', async () => {
    connection.transceivers[1]!.sender.parameters.encodings = [{ rid: 'l' }, { rid: 'm' }];
    connection.answerSdp = 'a=ssrc-group:FID 10 11\r\na=ssrc:10 cname:fox\r\na=ssrc-group:FID 20 21\r\n';
    await peer.answer('offer', SEND, { camera: track('cam') });
    connection.stats = [
      { ...outbound('1', 10), rid: 'l' },
      { ...outbound('1', 20), rid: 'm' },
    ];
    await vi.advanceTimersByTimeAsync(2_000);
    const layers = [10, 20].map((ssrc) => ({ ssrc, rtxSsrc: ssrc + 1 }));
    expect(said.sources).toEqual([[{ mid: '1', kind: 'camera', ssrc: 10, rtxSsrc: 11, layers }]]);
  });

  it('stops the layers that nobody wants, and sends them again', async () => {
    const { sender } = connection.transceivers[1]!;
    sender.parameters.encodings = [{ rid: 'l' }, { rid: 'm' }, { rid: 'h' }];
    await peer.answer('offer', SEND, { camera: track('cam') });
    const active = async (camera: number) => {
      peer.want({ camera });
      await vi.advanceTimersByTimeAsync(10);
      return sender.parameters.encodings.map((encoding) => encoding.active ?? true);
    };
    expect(await active(180)).toEqual([true, false, false]);
    expect(await active(0)).toEqual([false, false, false]);
    expect(await active(1080)).toEqual([true, true, true]);
    expect(layersFor(180, 540, 3)).toBe(2);
  });

  it('leaves the sound of a screen as it is', async () => {
    const { sender } = connection.transceivers[2]!;
    peer.want({ 'screen-audio': 0 });
    await peer.answer('offer', { '2': 'screen-audio' }, { 'screen-audio': track('tone') });
    await vi.advanceTimersByTimeAsync(10);
    expect(sender.parameters.encodings).toEqual([{}]);
  });

  it('sends a camera no larger than the profile says', async () => {
    const { sender } = connection.transceivers[1]!;
    sender.parameters.encodings = [{ rid: 'l' }, { rid: 'm' }, { rid: 'h' }];
    peer.atMost(540);
    await peer.answer('offer', SEND, { camera: { ...track('cam'), getSettings: () => ({ height: 1080 }) } as MediaStreamTrack });
    await vi.advanceTimersByTimeAsync(10);
    expect(sender.parameters.encodings.map((encoding) => encoding.scaleResolutionDownBy)).toEqual([8, 4, 2]);
    expect(sender.parameters.encodings.every((encoding) => encoding.active)).toBe(true);
  });

  it('tells again when a track is added later', async () => {
    connection.stats = [outbound('0', 11)];
    await peer.answer('offer', SEND, { audio: track('mic') });
    await vi.advanceTimersByTimeAsync(100);
    connection.stats.push(outbound('1', 22));
    await peer.put('camera', track('cam'));
    await vi.advanceTimersByTimeAsync(300);

    expect(connection.transceivers[1]!.sender.track?.id).toBe('cam');
    expect(said.sources.map((sources) => sources.map((source) => source.ssrc))).toEqual([[11], [11, 22]]);
  });

  it('takes a track off its line', async () => {
    await peer.answer('offer', SEND, { camera: track('cam') });
    await peer.put('camera', undefined);
    expect(connection.transceivers[1]!.sender.track).toBeNull();
  });

  it('sends the answer though gathering candidates takes long', async () => {
    connection.iceGatheringState = 'gathering';
    const answered = peer.answer('offer', SEND, {});
    await vi.advanceTimersByTimeAsync(699);
    expect(said.answers).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await answered;
    expect(said.answers).toEqual(['answer']);
  });

  it('says that the path broke, unless it was closed', () => {
    connection.connectionState = 'failed';
    connection.onconnectionstatechange?.();
    expect(said.broken).toBe(1);
    peer.close();
    connection.onconnectionstatechange?.();
    expect(said.broken).toBe(1);
    expect(connection.closed).toBe(true);
  });
});
