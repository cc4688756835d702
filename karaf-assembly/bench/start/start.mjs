// usage: node start.mjs <patchbay home> <bare karaf home> <rounds> : prints times to the first 200, ratios and memory
import { spawn } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, loadavg } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { freePort, judge, median, memory, status } from '../support.mjs';

const [home, bare, rounds] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), 'patchbay-bench-'));
const LIMIT_MILLIS = 120_000;

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
  const env = { PATCHBAY_DATA: data, PATCHBAY_HTTP_PORT: `${http}`, PATCHBAY_HTTPS_PORT: `${https}`, PATCHBAY_MEDIA_PORT: `${media}`, PATCHBAY_SIP_PORT: '0', PATCHBAY_SIP_TLS_PORT: '0' };
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

const results = { bare: [], clean: [], again: [] };
try {
  for (let round = 0; round < Number(rounds); round++) {
    const data = join(work, `data${round}`);
    results.bare.push(await karaf(join(work, `karaf${round}`)));
    results.clean.push(await patchbay(data));
    results.again.push(await patchbay(data));
  }
  const seconds = (name) => median(results[name].map((each) => each.seconds));
  console.log(`start: bare Karaf ${seconds('bare').toFixed(1)} s, Patchbay ${seconds('clean').toFixed(1)} s, again ${seconds('again').toFixed(1)} s (median of ${rounds}, load ${loadavg()[0].toFixed(1)})`);
  judge('start: ratio to bare Karaf', seconds('clean') / seconds('bare'), 1.5);
  judge('start: restart to first start', seconds('again') / seconds('clean'), 0.66);
  console.log(`start: resident memory ${median(results.clean.map((each) => each.megabytes)).toFixed(0)} MB with the script worker, bare Karaf ${median(results.bare.map((each) => each.megabytes)).toFixed(0)} MB`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
