// usage: node plugin.mjs <patchbay home> <plugin jar> <rounds> : prints how long a dropped jar takes until it serves
import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { once } from 'node:events';
import { freePort, judge, median, status } from '../support.mjs';

const [home, jar, rounds] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), 'patchbay-bench-'));
const data = join(work, 'data');
const [http, https, media] = [await freePort(), await freePort(), await freePort()];
const base = `http://localhost:${http}`;
const STEP_MILLIS = 10;
const LIMIT_MILLIS = 180_000;

async function until(what, done) {
  const began = process.hrtime.bigint();
  const elapsed = () => Number(process.hrtime.bigint() - began) / 1e6;
  while (!(await done())) {
    if (elapsed() > LIMIT_MILLIS) throw new Error(`${what} took more than ${LIMIT_MILLIS / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, STEP_MILLIS));
  }
  return elapsed() / 1000;
}

async function signIn() {
  const token = new URL(readFileSync(join(data, 'root-setup-link'), 'utf8').trim()).hash.slice(1);
  const answer = await fetch(`${base}/api/v1/links/use`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: base },
    body: JSON.stringify({ token, password: 'the root of all portals' }),
  });
  if (!answer.ok) throw new Error(`setting root's password: ${answer.status} ${await answer.text()}`);
  return answer.headers.get('set-cookie').split(';')[0];
}

const child = spawn(join(home, 'bin/patchbay'), [], {
  env: { ...process.env, PATCHBAY_DATA: data, PATCHBAY_HTTP_PORT: `${http}`, PATCHBAY_HTTPS_PORT: `${https}`, PATCHBAY_MEDIA_PORT: `${media}`, PATCHBAY_SIP_PORT: '0', PATCHBAY_SIP_TLS_PORT: '0' },
  stdio: 'ignore',
});
const ended = once(child, 'exit');
try {
  await until('the start', async () => (await status(`http://127.0.0.1:${http}/api/v1/health`)) === 200);
  const Cookie = await signIn();
  const { id } = await (await fetch(`${base}/api/v1/portal`)).json();
  const serves = async () => {
    const plugins = await (await fetch(`${base}/api/v1/portals/${id}/plugins`, { headers: { Cookie } })).json();
    return plugins.items.some(({ name, state }) => name === 'crm-hubspot' && state === 'ACTIVE');
  };
  const dropped = join(data, 'deploy', basename(jar));
  const came = [];
  const went = [];
  for (let round = 0; round < Number(rounds); round++) {
    copyFileSync(jar, dropped);
    came.push(await until('the plugin', serves));
    rmSync(dropped);
    went.push(await until('its removal', async () => !(await serves())));
  }
  console.log(`plugin: gone ${median(went).toFixed(2)} s after its removal (median of ${rounds}, load ${loadavg()[0].toFixed(1)})`);
  judge('plugin: serves after', median(came), 3, ' s');
} finally {
  child.kill('SIGTERM');
  await ended;
  rmSync(work, { recursive: true, force: true });
}
