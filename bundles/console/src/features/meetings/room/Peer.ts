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

/**
 * One peer connection for one offer. The server offers a fixed pool of m-lines once; tracks come and go on them without
 * a new offer.
 */
export class Peer {
  private readonly connection: RTCPeerConnection;
  private readonly events: PeerEvents;
  private send: Record<string, SourceKind> = {};
  private tracks: LocalTracks = {};
  private told = '';
  private look: ReturnType<typeof setTimeout> | undefined;
  private closed = false;

  constructor(events: PeerEvents, connection = new RTCPeerConnection({ bundlePolicy: 'max-bundle', rtcpMuxPolicy: 'require' })) {
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
    this.tellSources();
  }

  /** Figures of the connection. */
  stats(): Promise<RTCStatsReport> {
    return this.connection.getStats();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.look);
    this.connection.close();
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
      const text = JSON.stringify(sources);
      if (sources.length > 0 && text !== this.told) {
        this.told = text;
        this.events.sources(sources);
      }
      const found = new Set(sources.map((source) => source.kind));
      const missing = (Object.keys(this.tracks) as SourceKind[]).some((kind) => !found.has(kind));
      if (missing && looks > 0) {
        this.look = setTimeout(() => this.tellSources(looks - 1), LOOK_AGAIN);
      }
    });
  }

  private async sources(): Promise<SentSource[]> {
    const sources: SentSource[] = [];
    const stats = await this.connection.getStats();
    stats.forEach((stat: RTCOutboundRtpStreamStats & { mid?: string; rtxSsrc?: number }) => {
      const kind = stat.type === 'outbound-rtp' ? this.send[stat.mid ?? ''] : undefined;
      if (kind && this.tracks[kind] && stat.mid && typeof stat.ssrc === 'number') {
        sources.push({ mid: stat.mid, kind, ssrc: stat.ssrc, ...(stat.rtxSsrc ? { rtxSsrc: stat.rtxSsrc } : {}) });
      }
    });
    return sources.sort((a, b) => a.mid.localeCompare(b.mid));
  }
}
