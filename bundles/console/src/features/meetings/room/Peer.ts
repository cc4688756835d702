import type { SentSource, SourceKind } from './protocol';

export interface PeerEvents {
  answer(sdp: string): void;
  sources(sources: SentSource[]): void;
  /** The streams that arrive, by receive mid. */
  streams(streams: Record<string, MediaStream>): void;
  /** Packets flow. */
  connected?(): void;
  /** The connection broke and will not come back by itself. */
  broken(): void;
}

/** What is sent: at most one track of each kind. */
export type LocalTracks = Partial<Record<SourceKind, MediaStreamTrack>>;

const GATHER_AT_MOST = 700;
const LOOK_AGAIN = 200;
const LOOKS = 50;
const UNKNOWN_HEIGHT = 720;
/** The layers of a camera as the server names them, smallest first. */
const LAYERS = ['l', 'm', 'h'];

/**
 * One peer connection for one offer. The server offers a fixed pool of m-lines once; tracks come and go on them without
 * a new offer.
 */
export class Peer {
  private readonly connection: RTCPeerConnection;
  private readonly events: PeerEvents;
  private send: Record<string, SourceKind> = {};
  private tracks: LocalTracks = {};
  private wanted: Partial<Record<SourceKind, number>> = {};
  private most = Infinity;
  private limiting: Promise<void> = Promise.resolve();
  private told = '';
  private look: ReturnType<typeof setTimeout> | undefined;
  private closed = false;

  constructor(
    events: PeerEvents,
    iceServers: RTCIceServer[] = [],
    connection = new RTCPeerConnection({ bundlePolicy: 'max-bundle', rtcpMuxPolicy: 'require', iceServers }),
  ) {
    this.events = events;
    this.connection = connection;
    connection.onconnectionstatechange = () => {
      if (connection.connectionState === 'failed' && !this.closed) {
        events.broken();
      } else if (connection.connectionState === 'connected') {
        events.connected?.();
      }
    };
  }

  /** Answers the server's offer with what is to be sent now. */
  async answer(sdp: string, send: Record<string, SourceKind>, tracks: LocalTracks): Promise<void> {
    this.send = send;
    this.tracks = tracks;
    await this.connection.setRemoteDescription({ type: 'offer', sdp });
    for (const transceiver of this.connection.getTransceivers()) {
      const kind = send[transceiver.mid ?? ''];
      if (kind) {
        transceiver.direction = 'sendonly';
        await transceiver.sender.replaceTrack(this.tracks[kind] ?? null);
      }
    }
    await this.connection.setLocalDescription(await this.connection.createAnswer());
    this.limitSoon();
    this.events.streams(this.received());
    await this.gathered();
    if (!this.closed) {
      this.events.answer(this.connection.localDescription!.sdp);
      this.tellSources();
    }
  }

  /** Puts a track on its m-line, or takes it off. */
  async put(kind: SourceKind, track: MediaStreamTrack | undefined): Promise<void> {
    if (track) {
      this.tracks = { ...this.tracks, [kind]: track };
    } else {
      this.tracks = Object.fromEntries(Object.entries(this.tracks).filter(([name]) => name !== kind));
    }
    const transceiver = this.connection.getTransceivers().find((one) => this.send[one.mid ?? ''] === kind);
    await transceiver?.sender.replaceTrack(track ?? null);
    this.limitSoon();
    this.tellSources();
  }

  /** Figures of the connection. */
  stats(): Promise<RTCStatsReport> {
    return this.connection.getStats();
  }

  /** Sends no layer that is larger than anybody wants, and none of what nobody sees. */
  want(heights: Partial<Record<SourceKind, number>>): void {
    this.wanted = { ...this.wanted, ...heights };
    this.limitSoon();
  }

  /** Sends the camera in at most so many lines, as the meeting's profile says. */
  atMost(height: number): void {
    this.most = height;
    this.limitSoon();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.look);
    this.connection.close();
  }

  /** One after another; a browser that refuses sends all it has, and the server takes what it wants. */
  private limitSoon(): void {
    this.limiting = this.limiting.then(() => this.limit()).catch(() => {});
  }

  private async limit(): Promise<void> {
    for (const transceiver of this.connection.getTransceivers()) {
      const kind = this.send[transceiver.mid ?? ''];
      if (kind !== 'camera' && kind !== 'screen') {
        continue;
      }
      const parameters = transceiver.sender.getParameters();
      const camera = this.tracks[kind]?.getSettings?.().height ?? UNKNOWN_HEIGHT;
      const scale = kind === 'camera' ? Math.max(1, camera / this.most) : 1;
      const count = parameters.encodings.length;
      const layers = layersFor(this.wanted[kind] ?? Infinity, camera / scale, count);
      const before = JSON.stringify(parameters.encodings);
      parameters.encodings.forEach((encoding, i) => {
        encoding.active = i < layers;
        if (kind === 'camera') {
          encoding.scaleResolutionDownBy = scale * 2 ** (count - 1 - i);
        }
      });
      if (count > 0 && JSON.stringify(parameters.encodings) !== before) {
        await transceiver.sender.setParameters(parameters);
      }
    }
  }

  private received(): Record<string, MediaStream> {
    return Object.fromEntries(
      this.connection
        .getTransceivers()
        .filter((transceiver) => transceiver.mid !== null && !this.send[transceiver.mid])
        .map((transceiver) => [transceiver.mid!, new MediaStream([transceiver.receiver.track])]),
    );
  }

  /** Candidates go with the answer; one that takes long is found by the server's own checks. */
  private gathered(): Promise<void> {
    return new Promise((resolve) => {
      if (this.connection.iceGatheringState === 'complete') {
        resolve();
        return;
      }
      const enough = setTimeout(resolve, GATHER_AT_MOST);
      this.connection.addEventListener('icegatheringstatechange', () => {
        if (this.connection.iceGatheringState === 'complete') {
          clearTimeout(enough);
          resolve();
        }
      });
    });
  }

  /** The browser names an SSRC some time after the track was put: it is looked for until it is there. */
  private tellSources(looks = LOOKS): void {
    clearTimeout(this.look);
    void this.sources().then((sources) => {
      if (this.closed) {
        return;
      }
      const found = new Map(sources.map((source) => [source.kind, source.layers?.length ?? 1]));
      const missing = (Object.keys(this.tracks) as SourceKind[]).some((kind) => (found.get(kind) ?? 0) < this.encodings(kind));
      const text = JSON.stringify(sources);
      if (sources.length > 0 && text !== this.told) {
        this.told = text;
        this.events.sources(sources);
      }
      if (missing && looks > 0) {
        this.look = setTimeout(() => this.tellSources(looks - 1), LOOK_AGAIN);
      }
    });
  }

  /** In how many layers a kind is sent, as was agreed. */
  private encodings(kind: SourceKind): number {
    const transceiver = this.connection.getTransceivers().find((one) => this.send[one.mid ?? ''] === kind);
    return Math.max(1, transceiver?.sender.getParameters().encodings.length ?? 1);
  }

  private async sources(): Promise<SentSource[]> {
    const found: Record<string, Outbound[]> = {};
    const stats = await this.connection.getStats();
    const again = retransmissions(this.connection.localDescription?.sdp ?? '');
    stats.forEach((stat: Outbound) => {
      const kind = stat.type === 'outbound-rtp' ? this.send[stat.mid ?? ''] : undefined;
      if (kind && this.tracks[kind] && stat.mid && typeof stat.ssrc === 'number') {
        const one = { ...stat, rtxSsrc: stat.rtxSsrc ?? again.get(stat.ssrc) };
        found[stat.mid] = [...(found[stat.mid] ?? []), one].sort((a, b) => rank(a) - rank(b));
      }
    });
    return Object.entries(found)
      .map(([mid, [first, ...more]]) => ({
        mid,
        kind: this.send[mid]!,
        ssrc: first!.ssrc,
        ...(first!.rtxSsrc ? { rtxSsrc: first!.rtxSsrc } : {}),
        ...layers([first!, ...more]),
      }))
      .sort((a, b) => a.mid.localeCompare(b.mid));
  }
}

type Outbound = RTCOutboundRtpStreamStats & { mid?: string; rid?: string; rtxSsrc?: number };

/** How many layers, each twice as high as the one before, it takes for a picture of about that height. */
export function layersFor(height: number, full: number, count: number): number {
  if (height === 0) {
    return 0;
  }
  const enough = Array.from({ length: count }, (_, i) => full / 2 ** (count - 1 - i)).findIndex((lines) => lines >= height * 0.85);
  return enough < 0 ? count : enough + 1;
}

/** The SSRC with which each is sent again, as the description groups them (RFC 5576): Firefox has it nowhere else. */
function retransmissions(sdp: string): Map<number, number> {
  return new Map([...sdp.matchAll(/^a=ssrc-group:FID (\d+) (\d+)/gm)].map(([, first, again]) => [Number(first), Number(again)]));
}

/** What is told of a source in several layers; one without retransmissions is of no use to the server. */
function layers(stats: Outbound[]): Pick<SentSource, 'layers'> {
  const all = stats.flatMap(({ ssrc, rtxSsrc }) => (rtxSsrc ? [{ ssrc, rtxSsrc }] : []));
  return all.length > 1 ? { layers: all } : {};
}

/** The smallest layer first. */
const rank = (stat: Outbound) => LAYERS.indexOf(stat.rid ?? '');
