import type { LiveChannel, LiveHandler } from '@/ui/server/live';
import type { Participant, ProblemJson } from '@/ui/server/types';
import { type LocalTracks, Peer, type PeerEvents } from './Peer';
import type { ClientMessage, Constraints, Muted, Placed, ServerMessage, SourceKind } from './protocol';

export type Phase = 'joining' | 'in' | 'lost' | 'removed' | 'ended' | 'failed' | 'left';

/** Everything the page shows of a meeting. Replaced, never changed. */
export interface RoomState {
  phase: Phase;
  me: string | undefined;
  title: string | undefined;
  participants: Participant[];
  mapping: Record<string, Placed | null>;
  streams: Record<string, MediaStream>;
  speaker: string | undefined;
  /** What the host has switched off. */
  muted: Muted;
  problem: ProblemJson | undefined;
}

export interface RoomLink {
  /** Opens the live channel `meeting`. */
  open(handler: LiveHandler): LiveChannel;
  peer?: (events: PeerEvents, iceServers: RTCIceServer[]) => Peer;
}

const START: RoomState = {
  phase: 'joining',
  me: undefined,
  title: undefined,
  participants: [],
  mapping: {},
  streams: {},
  speaker: undefined,
  muted: { audio: false, video: false },
  problem: undefined,
};

const OVER: Phase[] = ['removed', 'ended', 'failed', 'left'];
const REJOINS = 5;

/** A stay in a meeting: what the server says becomes state, what the person does becomes messages. */
export class Room {
  private readonly link: RoomLink;
  private readonly listeners = new Set<() => void>();
  private present = START;
  private channel: LiveChannel | undefined;
  private peer: Peer | undefined;
  private tracks: LocalTracks = {};
  private own: Muted = { audio: false, video: false };
  private constraints: Constraints | undefined;
  private iceServers: RTCIceServer[] = [];
  /** Of the camera at most. */
  private height: number | undefined;
  private rejoins = 0;

  constructor(link: RoomLink) {
    this.link = link;
  }

  get state(): RoomState {
    return this.present;
  }

  onState = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Joins with these tracks; a muted kind has none. */
  join(tracks: LocalTracks, own: Muted): void {
    this.tracks = tracks;
    this.own = own;
    this.become(START);
    this.open();
  }

  leave(): void {
    this.finish('left');
  }

  /** Says whether the own microphone and camera are off. */
  mute(own: Muted): void {
    this.own = own;
    this.post({ mute: own });
  }

  async put(kind: SourceKind, track: MediaStreamTrack | undefined): Promise<void> {
    if (track) {
      this.tracks = { ...this.tracks, [kind]: track };
    } else {
      this.tracks = Object.fromEntries(Object.entries(this.tracks).filter(([name]) => name !== kind));
    }
    await this.peer?.put(kind, track);
  }

  muteParticipant(participant: string, muted: Muted): void {
    this.post({ muteParticipant: { participant, ...muted } });
  }

  removeParticipant(participant: string): void {
    this.post({ removeParticipant: { participant } });
  }

  /** Which people are on the screen, and how large. */
  show(constraints: Constraints): void {
    if (JSON.stringify(constraints) !== JSON.stringify(this.constraints)) {
      this.constraints = constraints;
      this.post({ constraints });
    }
  }

  private open(): void {
    this.channel = this.link.open({
      data: (message) => this.receive(message as ServerMessage),
      lost: () => this.lose(),
      closed: (reason) => this.finish(reason === 'removed' ? 'removed' : 'ended'),
      problem: (problem) => this.refuse(problem),
    });
  }

  private receive(message: ServerMessage): void {
    if (message.joined) {
      const { participant, meeting } = message.joined;
      this.height = meeting.sending?.height;
      this.become({ ...this.present, phase: 'in', me: participant, title: meeting.title, problem: undefined });
      this.post({ mute: this.own });
      if (this.constraints) {
        this.post({ constraints: this.constraints });
      }
    } else if (message.ice) {
      this.iceServers = message.ice;
    } else if (message.offer) {
      this.negotiate(message.offer);
    } else if (message.roster) {
      this.become({ ...this.present, participants: message.roster.participants });
    } else if (message.mapping) {
      this.become({ ...this.present, mapping: message.mapping });
    } else if (message.wanted) {
      this.peer?.want(message.wanted);
    } else if (message.speaker) {
      this.become({ ...this.present, speaker: message.speaker.participant ?? undefined });
    } else if (message.muted) {
      this.become({ ...this.present, muted: message.muted });
    } else if (message.removed) {
      this.finish('removed');
    } else if (message.ended) {
      this.finish('ended');
    } else if (message.problem) {
      this.refuse(message.problem);
    }
  }

  private negotiate(offer: { sdp: string; send: Record<string, SourceKind> }): void {
    this.peer?.close();
    const events: PeerEvents = {
      answer: (sdp) => this.post({ answer: { sdp } }),
      sources: (sources) => this.post({ sources }),
      streams: (streams) => this.become({ ...this.present, streams }),
      broken: () => this.rejoin(),
    };
    const peer = this.link.peer?.(events, this.iceServers) ?? new Peer(events, this.iceServers);
    this.peer = peer;
    if (this.height) {
      peer.atMost(this.height);
    }
    this.become({ ...this.present, mapping: {}, streams: {} });
    peer.answer(offer.sdp, offer.send, this.tracks).catch((error: unknown) => {
      if (this.peer === peer) {
        this.refuse({ type: '', title: '', status: -1, code: 'meeting.media', detail: String(error) });
        this.finish('failed');
      }
    });
  }

  /** The media path broke while the channel lives: leave and come in again for a fresh offer. */
  private rejoin(): void {
    this.channel?.close();
    this.lose();
    if (this.rejoins++ < REJOINS) {
      this.open();
    } else {
      this.finish('failed');
    }
  }

  private lose(): void {
    if (OVER.includes(this.present.phase)) {
      return;
    }
    this.peer?.close();
    this.peer = undefined;
    this.become({ ...this.present, phase: this.present.me ? 'lost' : 'joining', mapping: {}, streams: {}, speaker: undefined });
  }

  private refuse(problem: ProblemJson): void {
    this.become({ ...this.present, problem });
    if (!this.present.me) {
      this.finish('failed');
    }
  }

  private finish(phase: Phase): void {
    if (OVER.includes(this.present.phase)) {
      return;
    }
    this.peer?.close();
    this.peer = undefined;
    this.channel?.close();
    this.channel = undefined;
    this.become({ ...this.present, phase, streams: {}, mapping: {} });
  }

  private post(message: ClientMessage): void {
    this.channel?.send(message);
  }

  private become(state: RoomState): void {
    this.present = state;
    for (const listener of this.listeners) {
      listener();
    }
  }
}
