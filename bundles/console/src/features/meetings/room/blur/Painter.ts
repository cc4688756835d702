/** Lines of a picture in which nobody is recognized any more. */
const COARSE = 18;

type Picture = VideoFrame | ImageBitmap;

function sizeOf(picture: Picture): { width: number; height: number } {
  return 'displayWidth' in picture ? { width: picture.displayWidth, height: picture.displayHeight } : picture;
}

/** Paints a picture with its background blurred, or all of it. Needs no WebGL and no canvas filter: Safari lacks the latter. */
export class Painter {
  readonly canvas = new OffscreenCanvas(2, 2);
  private readonly pen = penOf(this.canvas);
  private readonly steps: OffscreenCanvas[] = [];

  /** Where the mask is opaque the picture stays sharp; without one it is blurred whole. */
  paint(picture: Picture, mask?: OffscreenCanvas): void {
    const { width, height } = sizeOf(picture);
    if (this.canvas.width !== width || this.canvas.height !== height) {
      [this.canvas.width, this.canvas.height] = [width, height];
    }
    const { pen } = this;
    if (mask) {
      pen.globalCompositeOperation = 'copy';
      pen.drawImage(mask, 0, 0, width, height);
      pen.globalCompositeOperation = 'source-in';
      pen.drawImage(picture, 0, 0, width, height);
    }
    pen.globalCompositeOperation = mask ? 'destination-over' : 'copy';
    pen.drawImage(this.blurred(picture, width, height), 0, 0, width, height);
  }

  /** Halved until it is coarse, then doubled smoothly. */
  private blurred(picture: Picture, width: number, height: number): OffscreenCanvas {
    const halvings = Math.max(2, Math.ceil(Math.log2(Math.min(width, height) / COARSE)));
    let last: Picture | OffscreenCanvas = picture;
    for (let i = 1; i <= halvings; i++) {
      last = this.step(last, i - 1, width / 2 ** i, height / 2 ** i);
    }
    for (let i = halvings - 1; i >= 2; i--) {
      last = this.step(last, 2 * halvings - i, width / 2 ** i, height / 2 ** i);
    }
    return last as OffscreenCanvas;
  }

  private step(from: Picture | OffscreenCanvas, at: number, width: number, height: number): OffscreenCanvas {
    const canvas = (this.steps[at] ??= new OffscreenCanvas(2, 2));
    const [wide, high] = [Math.max(1, Math.round(width)), Math.max(1, Math.round(height))];
    if (canvas.width !== wide || canvas.height !== high) {
      [canvas.width, canvas.height] = [wide, high];
    }
    const pen = penOf(canvas);
    pen.globalCompositeOperation = 'copy';
    pen.drawImage(from, 0, 0, wide, high);
    return canvas;
  }
}

function penOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const pen = canvas.getContext('2d');
  if (!pen) {
    throw new Error('No canvas to paint on');
  }
  pen.imageSmoothingEnabled = true;
  return pen;
}
