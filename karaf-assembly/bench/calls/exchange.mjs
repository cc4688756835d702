// Patchbay as it is delivered, with its database, and the portals, extensions and devices that are measured.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { digest } from './sipp.mjs';
import { freePort, status } from '../support.mjs';

const START_MILLIS = 120_000;
const AT_ONCE = 8;
const ROOT_PASSWORD = 'the root of all portals';

/** Does it for each, some at a time; what comes back is in the order of the list. */
async function each(list, work) {
  const results = [];
  let next = 0;
  const worker = async () => {
    while (next < list.length) {
      const at = next++;
      results[at] = await work(list[at], at);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

const extension = (number) => ({ number, name: `Desk ${number}`, ringSeconds: 30, mostCalls: 20, externalCalls: false, doNotDisturb: false, forwards: {}, recording: 'NEVER', hidden: false });

export class Exchange {
  name = 'Patchbay';
  compiles = true;
  domain = 'bench.localhost';

  constructor(home, folder, port) {
    this.home = home;
    this.folder = folder;
    this.sip = port;
  }

  async start() {
    this.http = await freePort();
    const [https, media] = [await freePort(), await freePort()];
    const out = openSync(join(this.folder, 'patchbay.out'), 'a');
    this.process = spawn(join(this.home, 'bin/patchbay'), [], {
      env: {
        PATCHBAY_JVM_OPTIONS: '-Xmx1g',
        PATCHBAY_PHONE_MEDIA_LAST_PORT: '35999',
        PATCHBAY_PHONE_MEDIA_PORTS: '8000',
        PATCHBAY_PHONE_MEDIA_ADDRESSES: '127.0.0.1',
        PATCHBAY_EVENTS_COUNT: '100000000',
        ...process.env,
        PATCHBAY_DATA: join(this.folder, 'data'),
        PATCHBAY_HTTP_PORT: `${this.http}`,
        PATCHBAY_HTTPS_PORT: `${https}`,
        PATCHBAY_MEDIA_PORT: `${media}`,
        PATCHBAY_SIP_PORT: `${this.sip}`,
        PATCHBAY_SIP_TLS_PORT: '0',
        PATCHBAY_SIP_BIND: '127.0.0.1',
      },
      stdio: ['ignore', out, out],
    });
    this.ended = once(this.process, 'exit');
    const end = Date.now() + START_MILLIS;
    while ((await status(`http://127.0.0.1:${this.http}/api/v1/health`)) !== 200) {
      if (Date.now() > end || this.process.exitCode !== null) throw new Error(`Patchbay did not start: ${readFileSync(join(this.folder, 'patchbay.out'), 'utf8')}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const token = new URL(readFileSync(join(this.folder, 'data/root-setup-link'), 'utf8').trim()).hash.slice(1);
    const session = await this.ask('POST', '/links/use', { token, password: ROOT_PASSWORD });
    this.csrf = session.csrfToken;
    this.own = (await this.portal('bench')).id;
  }

  get pid() {
    return this.process.pid;
  }

  /** Asks as root. */
  ask(method, path, body) {
    return new Promise((done, failed) => {
      const host = `localhost:${this.http}`;
      const headers = { Host: host, Origin: `http://${host}`, 'Content-Type': 'application/json' };
      if (this.cookie) headers.Cookie = this.cookie;
      if (this.csrf) headers['X-CSRF-Token'] = this.csrf;
      const sent = request({ host: '127.0.0.1', port: this.http, method, path: `/api/v1${path}`, headers }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part) => (text += part));
        answer.on('end', () => {
          if (answer.statusCode >= 300) failed(new Error(`${method} ${path}: ${answer.statusCode} ${text}`));
          else {
            this.cookie ??= answer.headers['set-cookie']?.[0].split(';')[0];
            done(text ? JSON.parse(text) : {});
          }
        });
      });
      sent.on('error', failed);
      sent.end(JSON.stringify(body));
    });
  }

  async portal(name) {
    return this.ask('POST', '/portals', {
      name,
      host: `${name}.localhost`,
      language: 'en',
      zone: 'UTC',
      accent: '#336699',
      webInterface: true,
      profiles: ['low'],
      features: [],
      meetingDefaults: { video: 'low', sharing: 'low' },
    });
  }

  /** One device at an extension of its own. */
  async phone(portal, domain, number, devices = 1) {
    const made = await this.ask('POST', `/portals/${portal}/extensions`, extension(number));
    const phones = [];
    for (let i = 0; i < devices; i++) {
      const { device, password } = await this.ask('POST', `/portals/${portal}/extensions/${made.id}/devices`, { name: `Phone ${i}`, mostContacts: 10 });
      phones.push({ user: device.user, password, number, domain });
    }
    return phones;
  }

  async phones(many) {
    const made = [];
    for (let i = 0; i < many; i++) made.push(...(await this.phone(this.own, this.domain, String(1000 + i))));
    return made;
  }

  /** Other portals, each with an extension of ten devices. */
  async neighbours(many) {
    const names = Array.from({ length: many }, (_, i) => `n${i}`);
    const made = await each(names, async (name) => this.phone((await this.portal(name)).id, `${name}.localhost`, '1000', 10));
    return made.flat();
  }

  async stop() {
    this.process.kill('SIGTERM');
    await this.ended;
  }
}

/** Rows of a phone that registers with as many contacts, at addresses where nobody is unless one is given. */
export const registering = (phone, contacts, address) => [
  phone.user,
  digest(phone.user, phone.password),
  phone.domain,
  `Contact: ${Array.from({ length: contacts }, (_, i) => `<sip:${phone.user}@${address ?? `127.0.0.1:${40_000 + i}`}>`).join(', ')}`,
];
