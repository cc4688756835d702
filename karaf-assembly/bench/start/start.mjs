// usage: node start.mjs <patchbay home> <bare karaf home> <rounds> : prints times to the first 200, ratios and memory
import { spawn } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir, loadavg } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';

const [home, bare, rounds] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), 'patchbay-bench-'));
const LIMIT_MILLIS = 120_000;

async function freePort() {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

const status = (url) =>
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

const memory = (pid) =>
  family(pid).reduce((sum, each) => {
    try {
      return sum + Number(readFileSync(`/proc/${each}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)?.[1] ?? 0) / 1024;
    } catch {
      return sum;
    }
  }, 0);

async function measure(command, args, env, url) {
  const began = process.hrtime.bigint();
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: 'ignore', detached: true });
  const ended = once(child, 'exit');
  const elapsed = () => Number(process.hrtime.bigint() - began) / 1e6;
  while ((await status(url)) !== 200) {
    if (child.exitCode !== null || elapsed() > LIMIT_MILLIS) {
      if (child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
      throw new Error(`${command} did not answer 200 on ${url}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const seconds = elapsed() / 1000;
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const megabytes = memory(child.pid);
  process.kill(-child.pid, 'SIGTERM');
  await ended;
  return { seconds, megabytes };
}

async function patchbay(data) {
  const [http, https, media] = [await freePort(), await freePort(), await freePort()];
  const env = { PATCHBAY_DATA: data, PATCHBAY_HTTP_PORT: `${http}`, PATCHBAY_HTTPS_PORT: `${https}`, PATCHBAY_MEDIA_PORT: `${media}` };
  return measure(join(home, 'bin/patchbay'), [], env, `http://127.0.0.1:${http}/api/v1/health`);
}

async function karaf(folder) {
  const [http, ssh, registry, server] = [await freePort(), await freePort(), await freePort(), await freePort()];
  cpSync(bare, folder, { recursive: true });
  appendFileSync(join(folder, 'etc/org.ops4j.pax.web.cfg'), `\norg.osgi.service.http.port=${http}\n`);
  appendFileSync(join(folder, 'etc/org.apache.karaf.shell.cfg'), `\nsshPort=${ssh}\n`);
  appendFileSync(join(folder, 'etc/org.apache.karaf.management.cfg'), `\nrmiRegistryPort=${registry}\nrmiServerPort=${server}\n`);
  // CXF's list of services is the first thing that answers 200 there.
  return measure(join(folder, 'bin/karaf'), ['server'], {}, `http://127.0.0.1:${http}/cxf`);
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const results = { bare: [], clean: [], again: [] };
try {
  for (let round = 0; round < Number(rounds); round++) {
    const data = join(work, `data${round}`);
    results.bare.push(await karaf(join(work, `karaf${round}`)));
    results.clean.push(await patchbay(data));
    results.again.push(await patchbay(data));
  }
  const seconds = (name) => median(results[name].map((each) => each.seconds));
  const verdict = (ratio, most) => `${ratio.toFixed(2)} (at most ${most}) ${ratio <= most ? 'met' : 'MISSED'}`;
  console.log(`start: bare Karaf ${seconds('bare').toFixed(1)} s, Patchbay ${seconds('clean').toFixed(1)} s, again ${seconds('again').toFixed(1)} s (median of ${rounds}, load ${loadavg()[0].toFixed(1)})`);
  console.log(`start: ratio to bare Karaf ${verdict(seconds('clean') / seconds('bare'), 1.5)}`);
  console.log(`start: restart to first start ${verdict(seconds('again') / seconds('clean'), 0.66)}`);
  console.log(`start: resident memory ${median(results.clean.map((each) => each.megabytes)).toFixed(0)} MB with the script worker, bare Karaf ${median(results.bare.map((each) => each.megabytes)).toFixed(0)} MB`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
