// Runs of sipp: what went wrong in one, and how many messages were sent again.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';

const here = import.meta.dirname;
const PATIENCE_MILLIS = 20_000;
let runs = 0;

/** What sipp counted, of the last line of its statistics. */
function counted(file) {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const names = lines[0].split(';');
  const last = lines.at(-1).split(';');
  const of = (name) => Number(last[names.indexOf(name)]);
  return { done: of('SuccessfulCall(C)'), failed: of('FailedCall(C)'), again: of('Retransmissions(C)') };
}

/** Phones that one process of sipp plays. */
export class Sipp {
  constructor(folder, scenario, server, port, more) {
    this.file = join(folder, `${scenario}-${++runs}.csv`);
    this.process = spawn(
      'sipp',
      [
        `127.0.0.1:${server}`, '-sf', join(here, `${scenario}.xml`), '-i', '127.0.0.1', '-p', String(port), '-nostdin', '-nd',
        '-buff_size', '8388608', '-trace_stat', '-stf', this.file, '-fd', '1', '-l', '30000', '-recv_timeout', String(PATIENCE_MILLIS), ...more,
      ],
      { stdio: 'ignore', cwd: folder },
    );
    this.ended = once(this.process, 'exit');
  }

  /** Waits for the last call, and counts. */
  async end() {
    await this.ended;
    return counted(this.file);
  }

  /** Ends phones that wait to be called, when their calls are over. */
  async stop() {
    this.process.kill('SIGUSR1');
    return this.end();
  }
}

/** A file of rows as sipp takes it. */
export function rows(folder, name, list) {
  const file = join(folder, name);
  writeFileSync(file, `SEQUENTIAL\n${list.map((row) => `${row.join(';')};`).join('\n')}\n`);
  return file;
}

export const digest = (user, password) => `[authentication username=${user} password=${password}]`;
