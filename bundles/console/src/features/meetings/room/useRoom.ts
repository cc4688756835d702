import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useLiveClient } from '@/ui/server/useLive';
import { Room, type RoomState } from './Room';
import type { Devices } from './useDevices';

export interface RoomControls {
  room: Room;
  state: RoomState;
  audioOn: boolean;
  videoOn: boolean;
  toggleAudio: () => void;
  toggleVideo: () => void;
  leave: () => void;
}

/** Binds a stay in a meeting to the page: the devices feed it, leaving the page leaves the meeting. */
export function useRoom(portal: string, meeting: string, devices: Devices, joined: boolean): RoomControls {
  const live = useLiveClient();
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
    room.join(
      { ...(audio ? { audio } : {}), ...(video ? { camera: video } : {}) },
      { audio: !audio, video: !video },
    );
    return () => room.leave();
    // The tracks of the moment of joining; later ones are put one by one.
  }, [room, joined]);

  const change = useCallback(
    async (kind: 'audio' | 'video', on: boolean) => {
      const track = await (kind === 'audio' ? setAudio(on) : setVideo(on));
      await room.put(kind === 'audio' ? 'audio' : 'camera', track);
      const now = { audio: !devices.audio, video: !devices.video, [kind]: !track };
      room.mute(now);
    },
    [room, setAudio, setVideo, devices.audio, devices.video],
  );

  const { muted } = state;
  useEffect(() => {
    if (muted.audio) {
      void change('audio', false);
    }
    // Only when the host decides anew, not when the person switches on again.
  }, [muted]);
  useEffect(() => {
    if (muted.video) {
      void change('video', false);
    }
  }, [muted]);

  const over = state.phase !== 'joining' && state.phase !== 'in' && state.phase !== 'lost';
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
    toggleAudio: () => void change('audio', !audio),
    toggleVideo: () => void change('video', !video),
    leave: () => {
      room.leave();
      stop();
    },
  };
}
