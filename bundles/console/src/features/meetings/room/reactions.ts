import type { Reaction } from './facts';

/** How a sign looks. */
export const SIGNS: Record<Reaction, string> = {
  THUMB: '👍',
  CLAP: '👏',
  HEART: '❤️',
  LAUGH: '😄',
  SURPRISE: '😮',
  PARTY: '🎉',
};
