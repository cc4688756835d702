// What the benchmarks share: free ports, an answer's status, the memory of a process and its children, verdicts.
import { readdirSync, readFileSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { once } from 'node:events';

export async function freePort() {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

export const status = (url) =>
  new Promise((resolve) => {
    const request = get(url, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    request.setTimeout(2000, () => request.destroy());
    request.on('error', () => resolve(0));
  });

function family(pid) {
  const children = new Map();
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const parent = Number(readFileSync(`/proc/${entry}/stat`, 'utf8').split(') ').pop().split(' ')[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
    } catch {
      // It has ended meanwhile.
    }
  }
  const all = [pid];
  for (const each of all) all.push(...(children.get(each) ?? []));
  return all;
}

/** Megabytes. */
export const memory = (pid) =>
  family(pid).reduce((sum, each) => {
    try {
      return sum + Number(readFileSync(`/proc/${each}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)?.[1] ?? 0) / 1024;
    } catch {
      return sum;
    }
  }, 0);

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Prints a figure beside its limit; beyond it the benchmark's exit code is 1. */
export function judge(what, figure, most, unit = '') {
  const met = figure <= most;
  console.log(`${what} ${figure.toFixed(unit === ' MB' ? 0 : 2)}${unit} (at most ${most}${unit}) ${met ? 'met' : 'MISSED'}`);
  if (!met) process.exitCode = 1;
}

const TICK_MILLIS = 10;

/** Milliseconds of processor time that a process and its children have taken; Linux counts in hundredths of a second. */
export const processorMillis = (pid) =>
  family(pid).reduce((sum, each) => {
    try {
      const [user, system] = readFileSync(`/proc/${each}/stat`, 'utf8').split(') ').pop().split(' ').slice(11, 13);
      return sum + (Number(user) + Number(system)) * TICK_MILLIS;
    } catch {
      return sum;
    }
  }, 0);

/** Milliseconds of processor time that the threads of a process have taken whose name, cut by Linux to 15 characters, is like this. */
export const threadMillis = (pid, name) =>
  readdirSync(`/proc/${pid}/task`).reduce((sum, thread) => {
    try {
      const [head, tail] = readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8').split(') ');
      const [user, system] = tail.split(' ').slice(11, 13);
      return name.test(head.slice(head.indexOf('(') + 1)) ? sum + (Number(user) + Number(system)) * TICK_MILLIS : sum;
    } catch {
      return sum; // It has ended meanwhile.
    }
  }, 0);
