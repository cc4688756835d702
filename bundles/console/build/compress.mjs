import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { filesIn } from './sources.mjs';

const TEXT = /\.(html|js|css|svg|json|ts|txt|webmanifest)$/;
const SMALLEST = 1024;
/** The best brotli takes minutes on the TypeScript service. */
const LARGE = 500_000;

/** Lays a .br and a .gz file beside every text of some size. */
export function compressAll(folder) {
  for (const file of filesIn(folder)) {
    if (!TEXT.test(file) || statSync(file).size < SMALLEST) {
      continue;
    }
    const plain = readFileSync(file);
    const quality = plain.length > LARGE ? 9 : 11;
    const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
    writeFileSync(`${file}.br`, brotliCompressSync(plain, { params }));
    writeFileSync(`${file}.gz`, gzipSync(plain, { level: 9 }));
  }
}
