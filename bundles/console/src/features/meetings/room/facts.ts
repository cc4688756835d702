import type { ServerMessage } from './protocol';

export type Lobby = 'OFF' | 'GUESTS' | 'EVERYBODY';
export type Screens = 'HOSTS' | 'MEMBERS' | 'EVERYBODY';
export const REACTIONS = ['THUMB', 'CLAP', 'HEART', 'LAUGH', 'SURPRISE', 'PARTY'] as const;
export type Reaction = (typeof REACTIONS)[number];

/** How the room is. Hands in order of raising; who waits is told to hosts alone. */
export interface Facts {
  locked: boolean;
  lobby: Lobby;
  screens: Screens;
  hands: string[];
  sharers: string[];
  allowed: string[];
  /** The breakout rooms, names by id. */
  halls: Record<string, string>;
  /** Who is in which of them; everybody else is in the main room. */
  places: Record<string, string>;
  waiting: { id: string; name: string; guest: boolean; removed: boolean }[];
}

export interface ChatLine {
  id: string;
  at: string;
  participant?: string;
  name: string;
  text: string;
  /** Written by who reads it, be it before a reconnection. */
  own: boolean;
  file?: { id: string; name: string; size: number };
}

export interface Poll {
  id: string;
  question: string;
  options: string[];
  multiple: boolean;
  open: boolean;
  votes: number[];
  mine: number[];
}

export interface Spoken {
  participant: string;
  text: string;
  finished: boolean;
}

export interface Shown {
  id: number;
  participant: string;
  reaction: Reaction;
}

/** Which ways to the media servers work; a way that is not set up is not there. */
export interface Ways {
  udp: boolean;
  turnUdp?: boolean;
  turnTcp?: boolean;
  turnTls?: boolean;
}

/** What is going on besides pictures and sound. Replaced, never changed. */
export interface Life {
  facts: Facts;
  chat: ChatLine[];
  polls: Poll[];
  reactions: Shown[];
  /** What was said last, the newest at the end; each of a participant once while it is not finished. */
  captions: Spoken[];
}

/** Everything this browser may ask for; the server refuses what the person may not do. */
export type Act =
  | { do: 'share'; on: boolean; sound: boolean }
  | { do: 'stop-share' | 'admit' | 'refuse' | 'remove-one'; participant: string }
  | { do: 'allow-share' | 'host'; participant: string; on: boolean }
  | { do: 'chat'; text: string }
  | { do: 'react'; reaction: Reaction }
  | { do: 'hand'; participant?: string; raised: boolean }
  | { do: 'rename'; participant?: string; name: string }
  | { do: 'enter' | 'admit-all' | 'mute-all' | 'finish' | 'close-breakouts' }
  | { do: 'lock'; on: boolean }
  | { do: 'rules'; lobby: Lobby; screens: Screens }
  | { do: 'mute-one'; participant: string; audio: boolean; video: boolean }
  | { do: 'open-poll'; question: string; options: string[]; multiple: boolean }
  | { do: 'vote'; poll: string; options: number[] }
  | { do: 'close-poll'; poll: string }
  | ({ do: 'checked' } & Ways)
  | { do: 'open-breakouts'; rooms: string[]; people: Record<string, number> }
  | { do: 'move'; participant?: string; hall: string };

export const NO_LIFE: Life = {
  facts: { locked: false, lobby: 'OFF', screens: 'EVERYBODY', hands: [], sharers: [], allowed: [], halls: {}, places: {}, waiting: [] },
  chat: [],
  polls: [],
  reactions: [],
  captions: [],
};

const MOST_LINES = 500;
const MOST_REACTIONS = 12;
const MOST_CAPTIONS = 3;
let shown = 0;

/** What a message changes; the same object when it changes nothing. */
export function lived(life: Life, message: ServerMessage): Life {
  if (message.room) {
    return { ...life, facts: message.room };
  }
  if (message.chat?.all) {
    return { ...life, chat: message.chat.all };
  }
  if (message.chat?.add) {
    return { ...life, chat: [...life.chat, ...message.chat.add].slice(-MOST_LINES) };
  }
  if (message.polls) {
    return { ...life, polls: message.polls };
  }
  if (message.reaction) {
    return { ...life, reactions: [...life.reactions, { id: ++shown, ...message.reaction }].slice(-MOST_REACTIONS) };
  }
  if (message.caption) {
    const { caption } = message;
    const others = life.captions.filter((one) => one.finished || one.participant !== caption.participant);
    return { ...life, captions: [...others, caption].slice(-MOST_CAPTIONS) };
  }
  return life;
}

/** A sign has been looked at long enough. */
export function faded(life: Life, id: number): Life {
  return { ...life, reactions: life.reactions.filter((one) => one.id !== id) };
}
