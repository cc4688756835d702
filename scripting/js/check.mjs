// usage: node check.mjs : type-checks every example against patchbay.d.ts; Maven calls it
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(dirname(fileURLToPath(import.meta.url)));
const stamp = 'target/npm-stamp';
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
if (!existsSync('node_modules/typescript') || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    run('npm', ['ci', '--ignore-scripts']);
    mkdirSync('target', { recursive: true });
    writeFileSync(stamp, wanted);
}
run('node', ['node_modules/typescript/bin/tsc', '--noEmit', '--project', 'tsconfig.json']);

function run(command, args) {
    const { status } = spawnSync(command, args, { stdio: 'inherit' });
    if (status !== 0) process.exit(status ?? 1);
}
