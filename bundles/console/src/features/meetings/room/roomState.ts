import type { Participant, ProblemJson } from '@/ui/server/types';
import { type Life, NO_LIFE } from './facts';
import type { Muted, Placed } from './protocol';

export type Phase = 'joining' | 'waiting' | 'in' | 'lost' | 'removed' | 'ended' | 'failed' | 'left';

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
  /** Whether a host removed them before, so that one has to let them in again. */
  removedBefore: boolean;
  /** Why somebody was taken out. */
  reason: string | undefined;
  life: Life;
  /** Whether this browser shares a screen. */
  sharing: boolean;
  /** Whether there is no way to the media server although it was looked for long enough. */
  silent: boolean;
}

export const START: RoomState = {
  phase: 'joining',
  me: undefined,
  title: undefined,
  participants: [],
  mapping: {},
  streams: {},
  speaker: undefined,
  muted: { audio: false, video: false },
  problem: undefined,
  removedBefore: false,
  reason: undefined,
  life: NO_LIFE,
  sharing: false,
  silent: false,
};

export const OVER: Phase[] = ['removed', 'ended', 'failed', 'left'];
