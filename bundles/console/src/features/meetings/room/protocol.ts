import type { Meeting, Participant, ProblemJson } from '@/ui/server/types';

import type { Quality } from './quality';
import type { Act, ChatLine, Facts, Poll, Reaction, Recorded, Spoken } from './facts';

export type SourceKind = 'audio' | 'camera' | 'screen' | 'screen-audio';

/** Whose source arrives on a receive m-line. */
export interface Placed {
  participant: string;
  source: SourceKind;
}

export interface Muted {
  audio: boolean;
  video: boolean;
}

/** What this browser sends on one of its m-lines. */
export interface SentSource {
  mid: string;
  kind: SourceKind;
  ssrc: number;
  rtxSsrc?: number;
  /** All layers of a camera that is sent in several, smallest first. */
  layers?: { ssrc: number; rtxSsrc: number }[];
}

/** Every message of the server on the live channel `meeting`: one field at a time. */
export interface ServerMessage {
  /** Comes first: how to reach the media server where there is no direct way. */
  ice?: RTCIceServer[];
  joined?: { participant: string; meeting: Pick<Meeting, 'id' | 'title'> & { sending?: { height: number } } };
  offer?: { sdp: string; send: Record<string, SourceKind> };
  roster?: { participants: Participant[] };
  /** The whole of it; what is not in it carries nothing. */
  mapping?: Record<string, Placed | null>;
  /** How large anybody wants a picture of mine, in lines; 0 when nobody sees it. */
  wanted?: Partial<Record<SourceKind, number>>;
  speaker?: { participant?: string | null };
  muted?: Muted;
  /** Before the door: a host has to let this browser in. */
  waiting?: Pick<Meeting, 'id' | 'title'> & { removed: boolean };
  /** The door is open. */
  admitted?: object;
  room?: Facts;
  chat?: { all?: ChatLine[]; add?: ChatLine[] };
  polls?: Poll[];
  reaction?: { participant: string; reaction: Reaction };
  /** What somebody says, written down; there where the server has somebody to do it. */
  caption?: Spoken;
  recording?: Recorded;
  /** A host stopped the own share. */
  shareStopped?: object;
  removed?: { reason?: string };
  ended?: object;
  problem?: ProblemJson;
}

/** A picture on the screen, and how many lines of it are worth sending. */
export interface Shown {
  participant: string;
  source: 'camera' | 'screen';
  maxHeight: number;
}

/** Pictures of those who are not visible are not sent. */
export interface Constraints {
  visible: string[];
  /** Of every source that is not named below. */
  maxHeight: number;
  /** The most pictures at a time. */
  lastN?: number;
  /** What comes first when the connection does not carry everything. */
  onStage?: Shown[];
  perSource?: Shown[];
}

/** Every message of this browser. */
export type ClientMessage =
  | { answer: { sdp: string } }
  | { sources: SentSource[] }
  | { mute: Muted }
  | { muteParticipant: Muted & { participant: string } }
  | { removeParticipant: { participant: string } }
  | { constraints: Constraints }
  | { quality: Quality }
  | { act: Act };
