import type { Participant } from '@/ui/server/types';
import type { RoomState } from './Room';

/** Somebody on the stage: a face, or a screen that is shared. */
export interface Face {
  key: string;
  participant: Participant;
  screen: boolean;
  stream: MediaStream | undefined;
  speaking: boolean;
}

/** Whether somebody is in the same hall as oneself: the main room, or one of the breakout rooms. */
export function isHere(state: RoomState, participant: string): boolean {
  const { places } = state.life.facts;
  return (places[participant] ?? '') === (places[state.me ?? ''] ?? '');
}

export const isHost = (state: RoomState): boolean => state.participants.some((one) => one.id === state.me && one.host);

/** Whether the rules of the room, or a host, let somebody share a screen. */
export function mayShare(state: RoomState, id = state.me): boolean {
  const { screens, allowed } = state.life.facts;
  const participant = state.participants.find((one) => one.id === id);
  return (
    participant !== undefined &&
    (participant.host || screens === 'EVERYBODY' || (screens === 'MEMBERS' && participant.person !== undefined) || allowed.includes(participant.id))
  );
}

/** Everybody but oneself, with the video that arrives for them; shared screens first, be it that they are still to come. */
export function facesOf(state: RoomState): Face[] {
  const others = state.participants.filter((participant) => participant.id !== state.me && isHere(state, participant.id));
  const streamOf = (id: string, source: 'camera' | 'screen') => {
    const mid = Object.keys(state.mapping).find((one) => {
      const placed = state.mapping[one];
      return placed?.participant === id && placed.source === source;
    });
    return mid === undefined ? undefined : state.streams[mid];
  };
  const screens = others
    .map((participant) => ({ participant, stream: streamOf(participant.id, 'screen') }))
    .filter(({ participant, stream }) => stream !== undefined || state.life.facts.sharers.includes(participant.id))
    .map(({ participant, stream }) => ({ key: screenOf(participant.id), participant, screen: true, stream, speaking: false }));
  const faces = others.map((participant) => ({
    key: participant.id,
    participant,
    screen: false,
    stream: participant.videoMuted ? undefined : streamOf(participant.id, 'camera'),
    speaking: state.speaker === participant.id && !participant.audioMuted,
  }));
  return [...screens, ...faces];
}

/** The key of the screen that somebody shares. */
export const screenOf = (participant: string): string => `${participant}-screen`;

/** The sounds that arrive, by mid. */
export function soundsOf(state: RoomState): [string, MediaStream][] {
  return Object.entries(state.mapping)
    .filter(([, placed]) => placed?.source === 'audio' || placed?.source === 'screen-audio')
    .map(([mid]) => [mid, state.streams[mid]] as [string, MediaStream | undefined])
    .filter((entry): entry is [string, MediaStream] => entry[1] !== undefined);
}
