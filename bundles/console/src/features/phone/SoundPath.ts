import type { RTCSession } from 'jssip/lib/RTCSession';

/** How long sound may stay away before its way is looked for anew: most of what is lost comes back by itself. Milliseconds. */
export const PASSES_WITHIN = 4_000;
/** Between two searches. Milliseconds. */
export const AGAIN_AFTER = 5_000;
/** After so long without a way for sound the call is over; the server ends it then too. Milliseconds. */
export const GIVES_UP_AFTER = 30_000;

interface Answer {
  body?: string | null;
  status_code?: number;
}

/** What the types of JsSIP leave out of an offer within a call. */
interface Offers {
  _createLocalDescription: (type: 'offer', constraints: RTCOfferOptions) => Promise<string>;
  _mangleOffer: (sdp: string) => string;
  sendRequest: (
    method: string,
    options: {
      extraHeaders: string[];
      body: string;
      eventHandlers: Record<'onSuccessResponse' | 'onErrorResponse' | 'onDialogError', (answer: Answer) => void> &
        Record<'onTransportError' | 'onRequestTimeout', () => void>;
    },
  ) => void;
}

interface Listener {
  /** Whether the server can be asked now. */
  reaches: () => boolean;
  /** The sound is away, or back. */
  away: (on: boolean) => void;
  /** A search is over, whatever came of it. */
  settled: () => void;
  /** There is no sound any more and none comes back. */
  lost: () => void;
}

/**
 * The way of a call's sound. Where it breaks, as when the browser comes into another network, it is looked for anew by an ICE
 * restart (RFC 8445, section 9). JsSIP's own `renegotiate` ends the call when the server cannot be asked just then, which is
 * so whenever the network changes; this one tries again. UPDATE (RFC 3311) and not INVITE, for its answer needs no ACK
 * that could be lost in the same network.
 */
export class SoundPath {
  private peer: RTCPeerConnection | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private since: number | undefined;
  private searching = false;

  constructor(
    private readonly session: RTCSession,
    private readonly listener: Listener,
  ) {}

  watch(peer: RTCPeerConnection): void {
    this.peer = peer;
    // Before JsSIP, which ends the call at once where ICE failed.
    peer.addEventListener('iceconnectionstatechange', this.changed, { capture: true });
  }

  stop(): void {
    clearTimeout(this.timer);
    this.peer?.removeEventListener('iceconnectionstatechange', this.changed, { capture: true });
    this.peer = undefined;
  }

  private readonly changed = (event: Event): void => {
    const state = this.peer?.iceConnectionState;
    if (state === 'connected' || state === 'completed') {
      this.back();
    } else if ((state === 'failed' || state === 'disconnected') && this.session.isEstablished()) {
      event.stopImmediatePropagation();
      this.since ??= Date.now();
      this.later(state === 'failed' ? 0 : PASSES_WITHIN);
    }
  };

  private back(): void {
    clearTimeout(this.timer);
    if (this.since !== undefined) {
      this.since = undefined;
      this.listener.away(false);
    }
  }

  private later(after: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.again(), after);
  }

  private again(): void {
    const { since } = this;
    if (since === undefined || !this.peer) {
      return;
    }
    if (Date.now() - since >= GIVES_UP_AFTER) {
      this.listener.lost();
      return;
    }
    this.listener.away(true);
    this.later(AGAIN_AFTER);
    void this.search();
  }

  /** Looks for the way anew, as where the network may have changed; what there is stays until another is found. */
  async search(): Promise<void> {
    const { peer, session, listener } = this;
    if (!peer || this.searching || !session.isEstablished() || !listener.reaches() || !session.isReadyToReOffer()) {
      return;
    }
    this.searching = true;
    try {
      await this.restart(peer);
    } catch {
      if (peer.signalingState === 'have-local-offer') {
        await peer.setLocalDescription({ type: 'rollback' }).catch(() => undefined);
      }
    } finally {
      this.searching = false;
      listener.settled();
    }
  }

  private async restart(peer: RTCPeerConnection): Promise<void> {
    const offers = this.session as unknown as Offers;
    const offer = offers._mangleOffer(await offers._createLocalDescription('offer', { iceRestart: true }));
    // Meanwhile the server may have offered something itself, or the call may be over.
    if (this.session.isEnded() || peer.signalingState !== 'have-local-offer') {
      return;
    }
    const answer = await this.ask(offers, offer);
    if (peer.signalingState === 'have-local-offer') {
      await peer.setRemoteDescription({ type: 'answer', sdp: answer });
    }
  }

  private ask(offers: Offers, body: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const refused = () => reject(new Error('no answer'));
      offers.sendRequest('UPDATE', {
        extraHeaders: [`Contact: ${this.session.contact}`, 'Content-Type: application/sdp'],
        body,
        eventHandlers: {
          onSuccessResponse: (answer) => (answer.body ? resolve(answer.body) : refused()),
          onErrorResponse: refused,
          onTransportError: refused,
          onRequestTimeout: refused,
          onDialogError: () => {
            refused();
            this.listener.lost();
          },
        },
      });
    });
  }
}
