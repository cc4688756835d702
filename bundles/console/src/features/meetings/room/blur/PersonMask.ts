import { type CompiledModel, loadAndCompile, loadLiteRt, Tensor } from '@litertjs/core';
import runtime from '@litertjs/core/wasm/litert_wasm_compat_internal.js';
import wasm from '@litertjs/core/wasm/litert_wasm_compat_internal.wasm?url';
import model from '@mediapipe/selfie_segmentation/selfie_segmentation.tflite?url';

/** Pixels of a side, as the model was made for. */
const SIDE = 256;
/** Below the first a pixel is background, above the second a person. */
const [BACKGROUND, PERSON] = [0.3, 0.8];

/** The runtime tells the console all that it registers. */
const quiet = () => {};

/** Where in a picture there are people. */
export class PersonMask {
  private readonly small = new OffscreenCanvas(SIDE, SIDE);
  private readonly pen = this.small.getContext('2d', { willReadFrequently: true })!;
  private readonly mask = new OffscreenCanvas(SIDE, SIDE);
  private readonly alpha = new ImageData(SIDE, SIDE);
  private readonly input = new Float32Array(SIDE * SIDE * 3);

  private constructor(private readonly model: CompiledModel) {}

  /** Loads the runtime and the model from the own server, some 3 MB; once in a worker. */
  static async load(): Promise<PersonMask> {
    // The library fetches its glue by importScripts, which a worker of modules has not; the glue is bundled instead.
    Object.assign(self, {
      importScripts: () => Object.assign(self, { ModuleFactory: runtime, Module: { locateFile: () => wasm, print: quiet, printErr: quiet } }),
    });
    await loadLiteRt('/');
    const bytes = await fetch(model);
    if (!bytes.ok) {
      throw new Error(`The model is not there: ${bytes.status}`);
    }
    return new PersonMask(await loadAndCompile(new Uint8Array(await bytes.arrayBuffer()), { accelerator: 'wasm' }));
  }

  /** Opaque where a person is; the same canvas each time. */
  async of(picture: VideoFrame | ImageBitmap): Promise<OffscreenCanvas> {
    this.pen.drawImage(picture, 0, 0, SIDE, SIDE);
    const { data } = this.pen.getImageData(0, 0, SIDE, SIDE);
    for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
      this.input[to] = data[from]! / 255;
      this.input[to + 1] = data[from + 1]! / 255;
      this.input[to + 2] = data[from + 2]! / 255;
    }
    const tensor = new Tensor(this.input, [1, SIDE, SIDE, 3]);
    try {
      const [answer] = await this.model.run(tensor);
      const likely = answer!.toTypedArray();
      for (let i = 0; i < likely.length; i++) {
        const share = Math.min(1, Math.max(0, (likely[i]! - BACKGROUND) / (PERSON - BACKGROUND)));
        this.alpha.data[4 * i + 3] = 255 * share * share * (3 - 2 * share);
      }
      answer!.delete();
    } finally {
      tensor.delete();
    }
    this.mask.getContext('2d')!.putImageData(this.alpha, 0, 0);
    return this.mask;
  }
}
