// Builds the site into target/web, unless nothing changed since the last time; Maven calls it.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { compressAll } from './compress.mjs';
import { filesIn, hashOf } from './sources.mjs';

const CONFIGURATION = [
  '.npmrc',
  'index.html',
  'package-lock.json',
  'package.json',
  'postcss.config.mjs',
  'tsconfig.json',
  'vite.config.ts',
];
const STAMP = 'target/web.sha256';

const run = (command, ...args) => execFileSync(command, args, { stdio: 'inherit' });
const stamped = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** Installs what the lock file names, once for each state of it. */
export function install() {
  const wanted = hashOf(['package-lock.json', '.npmrc']);
  const stamp = 'node_modules/.patchbay';
  if (stamped(stamp) !== wanted) {
    run('npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error');
    writeFileSync(stamp, wanted);
  }
}

function build() {
  const now = hashOf([...CONFIGURATION, ...filesIn('build'), ...filesIn('public'), ...filesIn('src')]);
  if (stamped(STAMP) === now && existsSync('target/web/index.html')) {
    return;
  }
  rmSync(STAMP, { force: true });
  // Old files with a hash in their name would pile up in the jar.
  rmSync('target/classes/webroot', { recursive: true, force: true });
  install();
  run('node', 'node_modules/typescript/bin/tsc', '--noEmit');
  run('node', 'node_modules/vite/bin/vite.js', 'build', '--logLevel=warn');
  compressAll('target/web');
  mkdirSync('target', { recursive: true });
  writeFileSync(STAMP, now);
}

if (process.argv[1]?.endsWith('site.mjs')) {
  build();
}
