/** To the painter: the ends of two streams of frames, or a beat and then each frame that it asks for. */
export type ToPainter =
  | { streams: { from: ReadableStream<VideoFrame>; to: WritableStream<VideoFrame> } }
  | { beat: true }
  | { frame: ImageBitmap | undefined };

/** From the painter: it knows people from now on, it cannot, it wants a frame, here is one. */
export type FromPainter = { ready: true } | { failed: string } | { beat: true } | { picture: ImageBitmap };

export const FRAMES_PER_SECOND = 24;
