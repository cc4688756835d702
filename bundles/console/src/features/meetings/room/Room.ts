import type { LiveChannel, LiveHandler } from '@/ui/server/live';
import type { ProblemJson } from '@/ui/server/types';
import { type Examination, examine } from './doctor';
import { type Act, faded, lived } from './facts';
import { type LocalTracks, Peer, type PeerEvents } from './Peer';
import type { ClientMessage, Constraints, Muted, ServerMessage, SourceKind } from './protocol';
import { figures, qualityOf } from './quality';
import { OVER, type Phase, type RoomState, START } from './roomState';
import { Silence } from './Silence';

export type { Phase, RoomState } from './roomState';

export interface RoomLink {
  /** Opens the live channel `meeting`. */
  open(handler: LiveHandler): LiveChannel;
  peer?: (events: PeerEvents, iceServers: RTCIceServer[]) => Peer;
}

const REJOINS = 5;
const REACTION_SECONDS = 5;
const RETURNS = 30;
const RETURN_AFTER = 2_000;
const SILENT_AFTER = 12_000;
const ENTER_AFTER = 10_000;
/** The seat of before is not free yet; the server has not started all of it. */
const NOT_YET = ['participant.taken', 'live.channel'];
const NO_SHARE = ['meeting.no-share', 'meeting.pace'];

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
  private offered = '';
  private returns = 0;
  private readonly silence = new Silence(SILENT_AFTER, (silent) => this.become({ ...this.present, silent }));
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

  /** Does something in the room besides media. */
  act(act: Act): void {
    this.post({ act });
  }

  /** Shares a screen, and its sound where the browser gives it; its end is noticed. */
  async share(screen: MediaStreamTrack, sound: MediaStreamTrack | undefined): Promise<void> {
    screen.addEventListener('ended', () => this.tracks.screen === screen && void this.stopShare());
    this.act({ do: 'share', on: true, sound: sound !== undefined });
    this.become({ ...this.present, sharing: true });
    await this.put('screen', screen);
    await this.put('screen-audio', sound);
  }

  async stopShare(): Promise<void> {
    if (this.present.sharing) {
      this.act({ do: 'share', on: false, sound: false });
      await this.dropShare();
    }
  }

  private async dropShare(): Promise<void> {
    if (!this.present.sharing) {
      return;
    }
    this.become({ ...this.present, sharing: false });
    for (const kind of ['screen', 'screen-audio'] as const) {
      this.tracks[kind]?.stop();
      await this.put(kind, undefined);
    }
  }

  /** Examines the ways to the media servers, and tells the server, which counts by network. */
  async examine(): Promise<Examination> {
    const examination = await examine(await this.stats(), this.iceServers, this.offered);
    this.act({ do: 'checked', ...examination.ways });
    return examination;
  }

  /** Tells the server how the connection is; what was told is compared with the figures of the report before. */
  async report(before?: RTCStatsReport): Promise<RTCStatsReport | undefined> {
    const now = await this.stats();
    const quality = now && qualityOf(figures(now).values(), before && figures(before));
    if (quality && Object.keys(quality).length > 0) {
      this.post({ quality });
    }
    return now;
  }

  /** Figures of the connection. */
  async stats(): Promise<RTCStatsReport | undefined> {
    return this.peer?.stats();
  }

  muteParticipant(participant: string, muted: Muted): void {
    this.act({ do: 'mute-one', participant, ...muted });
  }

  removeParticipant(participant: string): void {
    this.act({ do: 'remove-one', participant });
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
      lost: () => {
        this.silence.end();
        this.lose();
      },
      closed: (reason) => this.finish(reason === 'removed' ? 'removed' : 'ended'),
      problem: (problem) => this.refuse(problem),
    });
  }

  private receive(message: ServerMessage): void {
    if (message.joined) {
      const { participant, meeting } = message.joined;
      this.returns = 0;
      this.height = meeting.sending?.height;
      this.become({ ...this.present, phase: 'in', me: participant, title: meeting.title, problem: undefined });
      this.post({ mute: this.own });
      if (this.tracks.screen) {
        this.act({ do: 'share', on: true, sound: this.tracks['screen-audio'] !== undefined });
      }
      if (this.constraints) {
        this.post({ constraints: this.constraints });
      }
    } else if (message.ice) {
      this.iceServers = message.ice;
    } else if (message.offer) {
      this.offered = message.offer.sdp;
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
    } else if (message.waiting) {
      this.become({ ...this.present, phase: 'waiting', title: message.waiting.title, removedBefore: message.waiting.removed, me: undefined });
    } else if (message.admitted) {
      this.act({ do: 'enter' });
    } else if (message.shareStopped) {
      void this.dropShare();
    } else if (message.removed) {
      this.become({ ...this.present, reason: message.removed.reason });
      this.finish('removed');
    } else if (message.ended) {
      this.finish('ended');
    } else if (message.problem) {
      this.refuse(message.problem);
    } else {
      this.live(message);
    }
  }

  private live(message: ServerMessage): void {
    const life = lived(this.present.life, message);
    this.become({ ...this.present, life });
    if (message.reaction) {
      const { id } = life.reactions.at(-1)!;
      setTimeout(() => this.become({ ...this.present, life: faded(this.present.life, id) }), REACTION_SECONDS * 1000);
    }
  }

  private negotiate(offer: { sdp: string; send: Record<string, SourceKind> }): void {
    const again = this.peer !== undefined;
    this.peer?.close();
    const events: PeerEvents = {
      answer: (sdp) => this.post({ answer: { sdp } }),
      sources: (sources) => this.post({ sources }),
      streams: (streams) => this.become({ ...this.present, streams }),
      broken: () => this.rejoin(),
      connected: () => {
        this.silence.end();
        this.rejoins = 0;
      },
    };
    // Whoever is offered again and again, and never connected, waits no longer for that.
    this.silence.begin();
    const peer = this.link.peer?.(events, this.iceServers) ?? new Peer(events, this.iceServers);
    this.peer = peer;
    if (this.height) {
      peer.atMost(this.height);
    }
    this.become({ ...this.present, mapping: {}, streams: {} });
    if (again && this.constraints) {
      // The bridge, or the hall, is another one, and knows nothing of what is on the screen here.
      this.post({ constraints: this.constraints });
    }
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
    const phase = this.present.me ? 'lost' : this.present.phase === 'waiting' ? 'waiting' : 'joining';
    this.become({ ...this.present, phase, mapping: {}, streams: {}, speaker: undefined });
  }

  private refuse(problem: ProblemJson): void {
    if (this.present.phase === 'lost') {
      this.comeBack(problem);
      return;
    }
    this.become({ ...this.present, problem });
    if (this.present.phase === 'waiting' && problem.status === 429) {
      this.enterLater();
    } else if (!this.present.me) {
      this.finish(problem.code === 'meeting.ended' ? 'ended' : 'failed');
    } else if (NO_SHARE.includes(problem.code ?? '') && !this.present.life.facts.sharers.includes(this.present.me)) {
      // The server forwards nothing of it: the page does not say otherwise.
      void this.dropShare();
    }
  }

  /** Admitted, but there is no place: one may become free. */
  private enterLater(): void {
    setTimeout(() => {
      if (this.present.phase === 'waiting') {
        this.act({ do: 'enter' });
      }
    }, ENTER_AFTER);
  }

  /** A server that has just been started may not be ready yet; whatever else it says is the end. */
  private comeBack(problem: ProblemJson): void {
    const status = problem.status ?? 0;
    if ((status >= 500 || status === 429 || NOT_YET.includes(problem.code ?? '')) && this.returns++ < RETURNS) {
      this.channel?.close();
      this.channel = undefined;
      setTimeout(() => {
        if (this.present.phase === 'lost' && !this.channel) {
          this.open();
        }
      }, RETURN_AFTER);
    } else {
      this.become({ ...this.present, problem });
      this.finish(problem.code === 'meeting.ended' ? 'ended' : 'failed');
    }
  }

  private finish(phase: Phase): void {
    if (OVER.includes(this.present.phase)) {
      return;
    }
    this.silence.end();
    this.peer?.close();
    this.peer = undefined;
    this.tracks.screen?.stop();
    this.tracks['screen-audio']?.stop();
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
