// A worker: its timers and streams go on while the tab is in the background. The server lets scripts named .wasm compile
// WebAssembly, and no other.
import { type FromPainter, FRAMES_PER_SECOND, type ToPainter } from './messages';
import { Painter } from './Painter';
import { PersonMask } from './PersonMask';

const page = self as unknown as { postMessage(message: FromPainter, moved?: Transferable[]): void; onmessage: (event: MessageEvent<ToPainter>) => void };
const BEAT = 1000 / FRAMES_PER_SECOND;
/** Timestamps of frames are microseconds; a camera's beat is never quite even. */
const APART = 900 * BEAT;

const painter = new Painter();
let people: PersonMask | undefined;

const fail = (error: unknown) => page.postMessage({ failed: String(error) });

PersonMask.load().then((loaded) => {
  people = loaded;
  page.postMessage({ ready: true });
}, fail);

async function paint(frame: VideoFrame | ImageBitmap): Promise<void> {
  painter.paint(frame, await people?.of(frame));
}

async function pump(from: ReadableStream<VideoFrame>, to: WritableStream<VideoFrame>): Promise<void> {
  const reader = from.getReader();
  const writer = to.getWriter();
  let before = -Infinity;
  for (;;) {
    const { value: frame, done } = await reader.read();
    if (done) {
      await writer.close();
      return;
    }
    try {
      const { timestamp } = frame;
      if (timestamp - before >= APART) {
        before = timestamp;
        await paint(frame);
        await writer.write(new VideoFrame(painter.canvas, { timestamp, alpha: 'discard' }));
      }
    } finally {
      frame.close();
    }
  }
}

let asked = false;

function beat(): void {
  setInterval(() => {
    if (!asked) {
      asked = true;
      page.postMessage({ beat: true });
    }
  }, BEAT);
}

async function answer(frame: ImageBitmap | undefined): Promise<void> {
  try {
    if (frame) {
      await paint(frame);
      const picture = painter.canvas.transferToImageBitmap();
      page.postMessage({ picture }, [picture]);
    }
  } finally {
    frame?.close();
    asked = false;
  }
}

page.onmessage = ({ data }) => {
  if ('streams' in data) {
    pump(data.streams.from, data.streams.to).catch(fail);
  } else if ('beat' in data) {
    beat();
  } else {
    answer(data.frame).catch(fail);
  }
};
