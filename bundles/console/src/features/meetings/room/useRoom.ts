import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { sessionQuery } from '@/ui/server/session';
import type { Session } from '@/ui/server/types';
import { useLiveClient } from '@/ui/server/useLive';
import { Room, type RoomState } from './Room';
import { OVER } from './roomState';
import type { Devices } from './useDevices';

const FIRST_REPORT = 8_000;
const REPORT_EVERY = 30_000;

export interface RoomControls {
  room: Room;
  state: RoomState;
  audioOn: boolean;
  videoOn: boolean;
  toggleAudio: () => void;
  toggleVideo: () => void;
  leave: () => void;
  /** Whether going to another page would end a stay: asked at that moment. */
  asks: () => boolean;
}

/** Whether somebody is there still; whom the server has signed out is not kept here. */
function signedIn(queries: QueryClient): boolean {
  const session = queries.getQueryData<Session>(sessionQuery.queryKey);
  return session?.person !== undefined || session?.guest !== undefined;
}

/** Binds a stay in a meeting to the page: the devices feed it, leaving the page leaves the meeting. */
export function useRoom(portal: string, meeting: string, devices: Devices, joined: boolean): RoomControls {
  const live = useLiveClient();
  const queries = useQueryClient();
  const room = useMemo(
    () => new Room({ open: (handler) => live.open('meeting', portal, { meeting }, handler) }),
    [live, portal, meeting],
  );
  const state = useSyncExternalStore(room.onState, () => room.state);
  const { audio, video, setAudio, setVideo, stop } = devices;

  useEffect(() => {
    if (!joined) {
      return undefined;
    }
    room.join({}, { audio: true, video: true });
    return () => room.leave();
  }, [room, joined]);

  // The devices may come, go and change at any time, also while one is going in.
  useEffect(() => {
    if (joined) {
      void room.put('audio', audio);
    }
  }, [room, joined, audio]);
  useEffect(() => {
    if (joined) {
      void room.put('camera', video);
    }
  }, [room, joined, video]);
  useEffect(() => {
    if (joined) {
      room.mute({ audio: !audio, video: !video });
    }
  }, [room, joined, audio, video]);

  // The first report soon, so that short meetings have one too; then every half minute.
  const inside = joined && state.phase === 'in';
  useEffect(() => {
    if (!inside) {
      return undefined;
    }
    let before: RTCStatsReport | undefined;
    const report = () => void room.report(before).then((now) => (before = now), () => {});
    const first = setTimeout(report, FIRST_REPORT);
    const every = setInterval(report, REPORT_EVERY);
    return () => {
      clearTimeout(first);
      clearInterval(every);
    };
  }, [room, inside]);

  // Each word of the host counts once; afterwards the person may switch on again.
  const { muted } = state;
  useEffect(() => {
    if (muted.audio) {
      void setAudio(false);
    }
    if (muted.video) {
      void setVideo(false);
    }
  }, [muted, setAudio, setVideo]);

  const over = OVER.includes(state.phase);
  useEffect(() => {
    if (joined && over) {
      stop();
    }
  }, [joined, over, stop]);

  return {
    room,
    state,
    audioOn: audio !== undefined,
    videoOn: video !== undefined,
    toggleAudio: () => void setAudio(!audio),
    toggleVideo: () => void setVideo(!video),
    leave: () => {
      room.leave();
      stop();
    },
    asks: () => joined && !OVER.includes(room.state.phase) && signedIn(queries),
  };
}
