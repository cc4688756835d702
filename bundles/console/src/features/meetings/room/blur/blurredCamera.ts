import { type FromPainter, FRAMES_PER_SECOND, type ToPainter } from './messages';

export interface BlurredCamera {
  track: MediaStreamTrack;
  /** Ends the track and frees all that made it; the camera goes on. */
  stop(): void;
}

export interface BlurEvents {
  /** People are told from the background; until now all was blurred. */
  ready(): void;
  failed(): void;
}

interface FrameStreams {
  MediaStreamTrackProcessor?: new (of: { track: MediaStreamTrack; maxBufferSize?: number }) => { readable: ReadableStream<VideoFrame> };
  MediaStreamTrackGenerator?: new (of: { kind: 'video' }) => MediaStreamTrack & { writable: WritableStream<VideoFrame> };
}

const streams = () => globalThis as FrameStreams;

/** Whether this browser has what it takes; whether the machine is up to it shows when it is tried. */
export function canBlur(): boolean {
  return (
    typeof Worker === 'function' &&
    typeof WebAssembly === 'object' &&
    typeof OffscreenCanvas === 'function' &&
    typeof createImageBitmap === 'function' &&
    (streams().MediaStreamTrackGenerator !== undefined || typeof HTMLCanvasElement.prototype.captureStream === 'function')
  );
}

/**
 * A camera with its background blurred, in a worker. No frame of the camera goes on as it is: the camera is dark to all
 * others until this is stopped.
 */
export function blurredCamera(camera: MediaStreamTrack, events: BlurEvents): BlurredCamera {
  const source = camera.clone();
  camera.enabled = false;
  const painter = new Worker(new URL('./blur.wasm.ts', import.meta.url), { type: 'module' });
  const tell = (message: ToPainter, moved: Transferable[] = []) => painter.postMessage(message, moved);
  const { MediaStreamTrackProcessor: Processor, MediaStreamTrackGenerator: Generator } = streams();
  const way = Processor && Generator ? throughStreams(source, new Processor({ track: source, maxBufferSize: 1 }), new Generator({ kind: 'video' }), tell) : throughCanvas(source, tell);
  painter.onmessage = ({ data }: MessageEvent<FromPainter>) => {
    if ('ready' in data) {
      events.ready();
    } else if ('failed' in data) {
      events.failed();
    } else {
      way.said(data);
    }
  };
  painter.onerror = () => events.failed();
  const { track } = way;
  const size = camera.getSettings();
  // Others ask a track for its size before its first picture is painted.
  track.getSettings = () => ({ ...size });
  return {
    track,
    stop: () => {
      painter.terminate();
      way.end();
      track.stop();
      source.stop();
      camera.enabled = true;
    },
  };
}

interface Way {
  track: MediaStreamTrack;
  said(message: { beat: true } | { picture: ImageBitmap }): void;
  end(): void;
}

type Tell = (message: ToPainter, moved?: Transferable[]) => void;

/** Frames go from the camera to the worker and from there to the track; the page never has them. */
function throughStreams(
  _source: MediaStreamTrack,
  processor: { readable: ReadableStream<VideoFrame> },
  generator: MediaStreamTrack & { writable: WritableStream<VideoFrame> },
  tell: Tell,
): Way {
  const [from, to] = [processor.readable, generator.writable];
  tell({ streams: { from, to } }, [from, to]);
  return { track: generator, said: () => {}, end: () => {} };
}

/** For Firefox and Safari: the worker beats the time, the page hands frames over and shows them on a canvas. */
function throughCanvas(source: MediaStreamTrack, tell: Tell): Way {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([source]);
  video.play().catch(() => {});
  const canvas = document.createElement('canvas');
  const { width = 640, height = 480 } = source.getSettings();
  [canvas.width, canvas.height] = [width, height];
  const pen = canvas.getContext('2d')!;
  const [track] = canvas.captureStream(FRAMES_PER_SECOND).getVideoTracks();
  tell({ beat: true });
  return {
    track: track!,
    said: (message) => {
      if ('beat' in message) {
        const there = video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;
        void (there ? createImageBitmap(video) : Promise.resolve(undefined))
          .catch(() => undefined)
          .then((frame) => tell({ frame }, frame ? [frame] : []));
      } else {
        const { picture } = message;
        if (canvas.width !== picture.width || canvas.height !== picture.height) {
          [canvas.width, canvas.height] = [picture.width, picture.height];
        }
        pen.drawImage(picture, 0, 0);
        picture.close();
      }
    },
    end: () => {
      video.srcObject = null;
    },
  };
}
