import type { RTCSession } from 'jssip/lib/RTCSession';
import { chosen } from './devices';
import type { Announced } from './announced';
import { SoundPath } from './SoundPath';
import { release, type Trouble, troubleOf } from './trouble';

/** A call of this phone. */
export interface PhoneCall {
  id: number;
  incoming: boolean;
  name: string;
  number: string;
  talking: boolean;
  /** Whether the other phone rings and nothing is heard from there yet. */
  rings: boolean;
  held: boolean;
  muted: boolean;
  /** That no sound comes or goes just now, and is waited for. */
  away?: boolean | undefined;
  since: number;
  /** That it was taken by itself, and why. */
  announced?: Announced | undefined;
}

/** Who is at the other end, as the phone knows at the beginning. */
export interface Peer {
  incoming: boolean;
  number: string;
  name: string;
  announced?: Announced | undefined;
}

interface Listener {
  changed: () => void;
  /** Whether the server can be asked now. */
  reaches: () => boolean;
  over: (session: PhoneSession, trouble?: Trouble) => void;
}

/** What the types of JsSIP leave out. */
interface Asks {
  sendRequest: (method: string, options: { eventHandlers: { onDialogError: () => void } }) => void;
}

/** What the types of JsSIP leave out of which dialog a session is: the tags as in the first request (RFC 3261, section 12). */
interface Named {
  _request: { call_id: string };
  _from_tag: string;
  _to_tag: string;
}

/** How a call begins. */
export type Setup = { mediaStream: MediaStream; pcConfig: RTCConfiguration };

/** Names the dialog as the server knows it, whose own tag comes first also where it called (RFC 3891, section 3). */
export function named(session: RTCSession, incoming: boolean): RTCSession {
  const { _request, _from_tag: from, _to_tag: to } = session as unknown as Named;
  return { _request, ...(incoming ? { _from_tag: to, _to_tag: from } : { _from_tag: from, _to_tag: to }) } as unknown as RTCSession;
}

let count = 0;

/** A number as it goes out. */
export function dialled(number: string): string {
  return number.replace(/[\s()/.-]/g, '');
}

/** One call of JsSIP with its sound. */
export class PhoneSession {
  call: PhoneCall;
  private readonly sound = new Audio();
  private readonly path: SoundPath;
  private stream: MediaStream | undefined;
  private holds: boolean | undefined;
  private trouble: Trouble | undefined;

  constructor(
    readonly session: RTCSession,
    who: Peer,
    private readonly listener: Listener,
  ) {
    this.sound.autoplay = true;
    this.call = { id: count++, ...who, talking: false, rings: false, held: false, muted: false, since: Date.now() };
    this.path = new SoundPath(session, {
      reaches: listener.reaches,
      away: (away) => this.tell({ away }),
      settled: () => this.holds !== undefined && this.hold(this.holds),
      lost: () => this.lose(),
    });
    this.follow();
  }

  private tell(change: Partial<PhoneCall>): void {
    this.call = { ...this.call, ...change };
    this.listener.changed();
  }

  private follow(): void {
    const { session } = this;
    const plays = (peer: RTCPeerConnection) => {
      this.path.watch(peer);
      peer.addEventListener('track', ({ track, streams }) => {
        this.sound.srcObject = streams[0] ?? new MediaStream([track]);
        this.speak();
        void this.sound.play().catch(() => undefined);
      });
    };
    if (session.connection) {
      plays(session.connection);
    } else {
      session.on('peerconnection', ({ peerconnection }) => plays(peerconnection));
    }
    session.on('progress', (event: { response?: { body?: string | null } }) => {
      this.tell({ rings: !this.call.incoming && !event.response?.body });
    });
    session.on('accepted', () => this.tell({ talking: true, rings: false, since: Date.now() }));
    session.on('hold', ({ originator }) => originator === 'local' && this.tell({ held: true }));
    session.on('unhold', ({ originator }) => originator === 'local' && this.tell({ held: false }));
    session.on('muted', () => this.tell({ muted: true }));
    session.on('unmuted', () => this.tell({ muted: false }));
    session.on('ended', () => this.over(this.trouble));
    session.on('failed', ({ originator, cause, message }) =>
      this.over(
        this.call.incoming || originator === 'local'
          ? undefined
          : troubleOf(cause, (message as { getHeader?: (name: string) => string | undefined } | null)?.getHeader?.('reason')),
      ),
    );
  }

  private over(trouble?: Trouble): void {
    this.path.stop();
    release(this.stream);
    this.sound.srcObject = null;
    this.listener.over(this, trouble);
  }

  /** The microphone that is spoken into; let go when the call is over. */
  speaks(stream: MediaStream): void {
    this.stream = stream;
  }

  /** Speaks into another microphone from now on. */
  async replace(stream: MediaStream): Promise<void> {
    const sender = this.session.connection?.getSenders().find(({ track }) => track?.kind === 'audio');
    const [track] = stream.getAudioTracks();
    if (!sender || !track) {
      release(stream);
      return;
    }
    track.enabled = !this.call.muted;
    await sender.replaceTrack(track);
    release(this.stream);
    this.stream = stream;
  }

  /** Whether what is spoken into is gone, or not the one that the person wants. */
  isMisplaced(): boolean {
    const [track] = this.stream?.getAudioTracks() ?? [];
    const wanted = chosen('microphone');
    return track !== undefined && (track.readyState === 'ended' || (wanted !== '' && track.getSettings().deviceId !== wanted));
  }

  /** Is heard where the person wants it, or where the system has it as long as that is not there. */
  speak(): void {
    const { sound } = this;
    if ('setSinkId' in sound) {
      void sound.setSinkId(chosen('speaker')).catch(() => sound.setSinkId('').catch(() => undefined));
    }
  }

  /** Ends the call, or declines it while it rings. */
  hangUp(): void {
    if (!this.session.isEnded()) {
      this.session.terminate(this.call.incoming && !this.call.talking ? { status_code: 603 } : {});
    }
  }

  /** Has the other one wait, or no more; as soon as something else that is being offered is done. */
  hold(on: boolean): void {
    this.holds = undefined;
    if (this.call.talking && on !== this.call.held) {
      const done = on ? this.session.hold() : this.session.unhold();
      this.holds = done === false ? on : undefined;
    }
  }

  mute(on: boolean): void {
    if (on) {
      this.session.mute({ audio: true });
    } else {
      this.session.unmute({ audio: true });
    }
  }

  /** Without sound for good: ends, and says so. */
  private lose(): void {
    this.trouble = 'sound';
    this.hangUp();
  }

  /** Asks whether the server still knows of the call, and ends it where the answer is no; also shows it the way back, of the sound too. */
  check(): void {
    if (this.session.isEstablished()) {
      (this.session as unknown as Asks).sendRequest('OPTIONS', { eventHandlers: { onDialogError: () => this.hangUp() } });
      void this.path.search();
    }
  }

  /** Hands the other one over to a number, or to who is in another call of this phone (RFC 3891). */
  refer(number: string, to: { replaces?: PhoneSession; done: () => void; failed: (status?: number) => void }): void {
    try {
      this.session.refer(dialled(number), {
        ...(to.replaces ? { replaces: named(to.replaces.session, to.replaces.call.incoming) } : {}),
        eventHandlers: {
          requestFailed: ({ response }: { response?: { status_code: number } }) => to.failed(response?.status_code),
          failed: ({ status_line: line }: { status_line?: { status_code: number } }) => to.failed(Number(line?.status_code)),
          accepted: to.done,
        },
      });
    } catch {
      to.failed();
    }
  }
}
