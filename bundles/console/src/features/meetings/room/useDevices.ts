import { useCallback, useEffect, useRef, useState } from 'react';
import { Backdrop, type BlurState } from './blur/Backdrop';

export type DeviceProblem = 'refused' | 'missing' | 'busy' | 'insecure';

export type DeviceKind = 'audio' | 'video' | 'speaker';

export interface Devices {
  audio: MediaStreamTrack | undefined;
  video: MediaStreamTrack | undefined;
  problem: { audio?: DeviceProblem; video?: DeviceProblem };
  asking: boolean;
  /** Goes on without what was not found yet; each can be switched on later. */
  giveUp: () => void;
  /** What there is to choose from; without names until the browser was allowed to use one. */
  all: MediaDeviceInfo[];
  /** The id of the chosen device of a kind; empty for the browser's own choice. */
  chosen: Record<DeviceKind, string>;
  choose: (kind: DeviceKind, id: string) => void;
  setAudio: (on: boolean) => Promise<MediaStreamTrack | undefined>;
  setVideo: (on: boolean) => Promise<MediaStreamTrack | undefined>;
  /** The background of the camera's picture, and whether it can be blurred. */
  blur: { state: BlurState; possible: boolean };
  setBlur: (on: boolean) => void;
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

const KEPT = 'patchbay-devices';
const BLURRED = 'patchbay-blur';
const NONE: Record<DeviceKind, string> = { audio: '', video: '', speaker: '' };

function kept(): Record<DeviceKind, string> {
  try {
    return { ...NONE, ...(JSON.parse(localStorage.getItem(KEPT) ?? '{}') as object) };
  } catch {
    return NONE;
  }
}

function keep(name: string, choice: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify(choice));
  } catch {
    // Storage is closed to this page: the choice holds until it is left.
  }
}

function keptBlur(): boolean {
  try {
    return localStorage.getItem(BLURRED) === 'true';
  } catch {
    return false;
  }
}

async function ask(kind: 'audio' | 'video', id: string): Promise<MediaStreamTrack> {
  // Ideal, not exact: a device that was unplugged since gives way to another.
  const wanted = { ...WANTED[kind], ...(id ? { deviceId: { ideal: id } } : {}) };
  const stream = await navigator.mediaDevices.getUserMedia({ [kind]: wanted });
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
  const [all, setAll] = useState<MediaDeviceInfo[]>([]);
  const [chosen, setChosen] = useState(kept);
  const wanted = useRef(chosen);
  wanted.current = chosen;

  const [blur, setBlurState] = useState<BlurState>('off');
  const blurred = useRef<boolean>(undefined);
  blurred.current ??= keptBlur();
  const failed = useRef(() => {});
  const made = useRef<Backdrop>(undefined);
  made.current ??= new Backdrop({ state: setBlurState, failed: () => failed.current() });
  const backdrop = made.current;

  const show = useCallback((kind: 'audio' | 'video', track: MediaStreamTrack | undefined) => {
    const next = { ...held.current };
    delete next[kind];
    held.current = track ? { ...next, [kind]: track } : next;
    setTracks(held.current);
  }, []);

  const end = useCallback(() => {
    for (const track of Object.values(held.current)) {
      track.stop();
    }
    backdrop.end();
  }, [backdrop]);

  const set = useCallback(async (kind: 'audio' | 'video', on: boolean, first = false): Promise<MediaStreamTrack | undefined> => {
    const unwanted = () => first && givenUp.current;
    if (unwanted()) {
      return undefined;
    }
    held.current[kind]?.stop();
    if (kind === 'video') {
      backdrop.end();
    }
    let track: MediaStreamTrack | undefined;
    let trouble: DeviceProblem | undefined;
    if (on && !navigator.mediaDevices) {
      trouble = 'insecure';
    } else if (on) {
      try {
        track = await ask(kind, wanted.current[kind]);
      } catch (error) {
        trouble = problemOf(error);
      }
    }
    if (unwanted()) {
      track?.stop();
      return undefined;
    }
    if (kind === 'video' && track) {
      const camera = track;
      track = await backdrop.take(camera, blurred.current === true);
      // Another camera was taken meanwhile: that one is shown.
      if (backdrop.camera && backdrop.camera !== camera) {
        return undefined;
      }
    }
    show(kind, track);
    setProblem(({ [kind]: _, ...rest }) => (trouble ? { ...rest, [kind]: trouble } : rest));
    return track;
  }, [backdrop, show]);

  const stop = useCallback(() => {
    end();
    held.current = {};
    setTracks({});
  }, [end]);

  const wantBlur = useCallback((on: boolean) => {
    blurred.current = on;
    keep(BLURRED, on);
  }, []);

  failed.current = () => {
    wantBlur(false);
    show('video', undefined);
  };

  const setBlur = useCallback(
    (on: boolean) => {
      wantBlur(on);
      void backdrop.blur(on).then((track) => track && show('video', track));
    },
    [backdrop, show, wantBlur],
  );

  useEffect(() => {
    if (begin) {
      // One after the other: two questions at once are one too many.
      void set('audio', true, true)
        .then(() => set('video', true, true))
        .finally(() => setAsking(false));
    }
    return end;
  }, [begin, set, end]);

  // The names are there once a device was allowed, and what is there changes with every plug.
  useEffect(() => {
    const media = navigator.mediaDevices as MediaDevices | undefined;
    if (!media?.enumerateDevices) {
      return undefined;
    }
    const look = () => void media.enumerateDevices().then(setAll, () => setAll([]));
    look();
    media.addEventListener?.('devicechange', look);
    return () => media.removeEventListener?.('devicechange', look);
  }, [tracks]);

  // What was unplugged gives way to what is left.
  useEffect(() => {
    const ended = (kind: 'audio' | 'video') => () => void set(kind, true);
    const [audio, video] = [ended('audio'), ended('video')];
    const { camera } = backdrop;
    tracks.audio?.addEventListener('ended', audio);
    camera?.addEventListener('ended', video);
    return () => {
      tracks.audio?.removeEventListener('ended', audio);
      camera?.removeEventListener('ended', video);
    };
  }, [tracks, set, backdrop]);

  const choose = useCallback(
    (kind: DeviceKind, id: string) => {
      wanted.current = { ...wanted.current, [kind]: id };
      setChosen(wanted.current);
      keep(KEPT, wanted.current);
      if (kind !== 'speaker' && held.current[kind]) {
        void set(kind, true);
      }
    },
    [set],
  );

  return {
    all,
    chosen,
    choose,
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
    blur: { state: blur, possible: backdrop.possible },
    setBlur,
    stop,
  };
}
