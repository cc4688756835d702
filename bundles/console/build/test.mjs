// usage: node build/test.mjs [ignore failures: true or false] : runs the unit tests; Maven calls it
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { install } from './site.mjs';

/** As vite.config.ts has it. */
const REPORT = 'target/junit/vitest.xml';

install();
rmSync(REPORT, { force: true });
const { status } = spawnSync('node', ['node_modules/vitest/vitest.mjs', 'run'], { stdio: 'inherit' });
// A failed test is counted from the report; only a run that could not even report fails in any case.
const counted = process.argv[2] === 'true' && status === 1 && existsSync(REPORT);
process.exit(counted ? 0 : (status ?? 1));
