// usage: node build/test.mjs [ignore failures: true or false] : runs the unit tests; Maven calls it
import { spawnSync } from 'node:child_process';
import { install } from './site.mjs';

install();
const { status } = spawnSync('node', ['node_modules/vitest/vitest.mjs', 'run'], { stdio: 'inherit' });
process.exit(process.argv[2] === 'true' && status === 1 ? 0 : (status ?? 1));
