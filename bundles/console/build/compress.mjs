import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { filesIn } from './sources.mjs';

const TEXT = /\.(html|js|css|svg|json|ts|txt|webmanifest)$/;
const SMALLEST = 1024;
/** The best brotli takes minutes on the TypeScript service. */
const LARGE = 500_000;

/** Browsers that have WebAssembly take brotli where they have a camera, which is by HTTPS alone. */
const BROTLI_ALONE = /\.wasm$/;

/** Lays a .br and a .gz file beside every text of some size, and a .br file beside WebAssembly. */
export function compressAll(folder) {
  for (const file of filesIn(folder)) {
    if (!(TEXT.test(file) || BROTLI_ALONE.test(file)) || statSync(file).size < SMALLEST) {
      continue;
    }
    const plain = readFileSync(file);
    const quality = plain.length > LARGE ? 9 : 11;
    const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
    writeFileSync(`${file}.br`, brotliCompressSync(plain, { params }));
    if (BROTLI_ALONE.test(file)) {
      continue;
    }
    writeFileSync(`${file}.gz`, gzipSync(plain, { level: 9 }));
  }
}
