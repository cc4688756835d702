import { useCallback, useEffect, useRef, useState } from 'react';

export type DeviceProblem = 'refused' | 'missing' | 'busy' | 'insecure';

export interface Devices {
  audio: MediaStreamTrack | undefined;
  video: MediaStreamTrack | undefined;
  problem: { audio?: DeviceProblem; video?: DeviceProblem };
  asking: boolean;
  /** Goes on without what was not found yet; each can be switched on later. */
  giveUp: () => void;
  setAudio: (on: boolean) => Promise<MediaStreamTrack | undefined>;
  setVideo: (on: boolean) => Promise<MediaStreamTrack | undefined>;
  stop: () => void;
}

const WANTED = {
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } },
};

function problemOf(error: unknown): DeviceProblem {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') {
    return 'refused';
  }
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'missing' : 'busy';
}

async function ask(kind: 'audio' | 'video'): Promise<MediaStreamTrack> {
  const stream = await navigator.mediaDevices.getUserMedia({ [kind]: WANTED[kind] });
  return stream.getTracks()[0]!;
}

/** The own microphone and camera. Off means off: the track is stopped and the light goes out. */
export function useDevices(begin: boolean): Devices {
  const [tracks, setTracks] = useState<{ audio?: MediaStreamTrack; video?: MediaStreamTrack }>({});
  const [problem, setProblem] = useState<Devices['problem']>({});
  const [asking, setAsking] = useState(begin);
  const held = useRef(tracks);
  held.current = tracks;
  const givenUp = useRef(false);

  const set = useCallback(async (kind: 'audio' | 'video', on: boolean, first = false): Promise<MediaStreamTrack | undefined> => {
    const unwanted = () => first && givenUp.current;
    if (unwanted()) {
      return undefined;
    }
    held.current[kind]?.stop();
    let track: MediaStreamTrack | undefined;
    let trouble: DeviceProblem | undefined;
    if (on && !navigator.mediaDevices) {
      trouble = 'insecure';
    } else if (on) {
      try {
        track = await ask(kind);
      } catch (error) {
        trouble = problemOf(error);
      }
    }
    if (unwanted()) {
      track?.stop();
      return undefined;
    }
    const next = { ...held.current };
    delete next[kind];
    held.current = track ? { ...next, [kind]: track } : next;
    setTracks(held.current);
    setProblem(({ [kind]: _, ...rest }) => (trouble ? { ...rest, [kind]: trouble } : rest));
    return track;
  }, []);

  const stop = useCallback(() => {
    for (const track of Object.values(held.current)) {
      track.stop();
    }
    held.current = {};
    setTracks({});
  }, []);

  useEffect(() => {
    if (begin) {
      // One after the other: two questions at once are one too many.
      void set('audio', true, true)
        .then(() => set('video', true, true))
        .finally(() => setAsking(false));
    }
    return () => {
      for (const track of Object.values(held.current)) {
        track.stop();
      }
    };
  }, [begin, set]);

  return {
    audio: tracks.audio,
    video: tracks.video,
    problem,
    asking,
    giveUp: useCallback(() => {
      givenUp.current = true;
      setAsking(false);
    }, []),
    setAudio: useCallback((on) => set('audio', on), [set]),
    setVideo: useCallback((on) => set('video', on), [set]),
    stop,
  };
}
