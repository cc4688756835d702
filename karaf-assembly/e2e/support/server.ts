import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Wire } from './wire';

function given(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set; start the tests by karaf-assembly/e2e/run`);
  }
  return value;
}

const DATAGRAMS = Object.values(networkInterfaces()).flat().some((address) => address?.family === 'IPv6') ? 'udp6' : 'udp4';

/** On every address: the media server takes its port on each of them. */
async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port);
  const datagrams = createSocket(DATAGRAMS).bind(port);
  try {
    await Promise.all([once(server, 'listening'), once(datagrams, 'listening')]);
    return true;
  } catch {
    return false;
  } finally {
    await Promise.allSettled([new Promise((done) => server.close(done)), new Promise<void>((done) => datagrams.close(done))]);
  }
}

/**
 * Ports that are free for TCP and UDP, and still are a moment later: they are above those that the server takes for calls and
 * below those that a system gives to sockets without a port of their own, of which browsers have many.
 */
export async function freePorts(count: number): Promise<number[]> {
  const found = new Set<number>();
  while (found.size < count) {
    const port = randomInt(24_000, 32_000);
    if (await isFree(port)) {
      found.add(port);
    }
  }
  return [...found];
}

/** A server of a test's own, which may be killed, with one portal and its administrator. */
export class OwnServer {
  readonly portal: string;
  readonly port: number;
  /** The portal's id, once it is settled. */
  id = '';
  private process?: ChildProcess;

  private constructor(
    private readonly folder: string,
    readonly root: string,
    private readonly settings: Record<string, string>,
  ) {
    this.portal = root.replace('localhost', 'acme.localhost');
    this.port = Number(new URL(root).port);
  }

  /** Starts one with a fresh data folder. */
  static async fresh(name: string, settings: Record<string, string>): Promise<OwnServer> {
    const folder = join(given('E2E_DATA'), '..', name);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const [http, https] = await freePorts(2);
    const ports = { PATCHBAY_HTTP_PORT: String(http), PATCHBAY_HTTPS_PORT: String(https) };
    const server = new OwnServer(folder, `http://localhost:${http}`, { ...ports, PATCHBAY_SIP_PORT: '0', PATCHBAY_SIP_TLS_PORT: '0', ...settings });
    await server.start();
    return server;
  }

  /** Starts it, again with the same data, and returns when it is ready. */
  async start(): Promise<void> {
    const said = join(this.folder, 'server.out');
    rmSync(said, { force: true });
    const out = openSync(said, 'a');
    const environment = { ...process.env, PATCHBAY_DATA: join(this.folder, 'data'), ...this.settings };
    this.process = spawn(join(given('E2E_HOME'), 'bin/patchbay'), { env: environment, stdio: ['ignore', out, out], detached: true });
    while (!existsSync(said) || !readFileSync(said, 'utf8').includes('Ctrl-C stops it')) {
      if (this.process.exitCode !== null) {
        throw new Error(`The server did not start: ${readFileSync(said, 'utf8')}`);
      }
      await new Promise((done) => setTimeout(done, 200));
    }
  }

  /** Ends it as kill -9 does, with its script worker. */
  async kill(): Promise<void> {
    const running = this.process;
    if (running?.pid && running.exitCode === null && running.signalCode === null) {
      const gone = once(running, 'exit');
      process.kill(-running.pid, 'SIGKILL');
      await gone;
    }
  }

  /** Makes the portal and its administrator, and answers the administrator. */
  async settle(login: string, password: string, features: string[] = []): Promise<Wire> {
    const setup = readFileSync(join(this.folder, 'data/root-setup-link'), 'utf8');
    const root = new Wire(this.root);
    root.keep(await root.call('POST', '/api/v1/links/use', JSON.stringify({ token: /#([\w-]+)/.exec(setup)?.[1], password: 'the root of all portals' })));
    const draft = {
      name: 'Acme',
      host: new URL(this.portal).hostname,
      language: 'en',
      zone: 'UTC',
      accent: '#336699',
      webInterface: true,
      profiles: ['low', 'standard'],
      features,
      meetingDefaults: { video: 'low', sharing: 'low' },
    };
    const portal = (await root.call('POST', '/api/v1/portals', JSON.stringify(draft))).json.id as string;
    this.id = portal;
    const person = { login, name: 'Ada Lovelace', email: 'ada@acme.example', roles: ['system-owner'], enabled: true };
    await root.call('POST', `/api/v1/portals/${portal}/people`, JSON.stringify(person));
    const mails = (await root.call('GET', `/api/v1/portals/${portal}/mails`)).json.items;
    const body = (await root.call('GET', `/api/v1/portals/${portal}/mails/${mails[0].id}/body`)).json.text as string;
    const ada = new Wire(this.portal);
    return ada.keep(await ada.call('POST', '/api/v1/links/use', JSON.stringify({ token: /welcome#([\w-]+)/.exec(body)?.[1], password })));
  }
}

/** The network between browsers and a media server, which loses and delays as it is told. */
export class LossyNetwork {
  private constructor(
    private readonly process: ChildProcess,
    private readonly lines: AsyncIterator<string>,
  ) {}

  static async between(port: number, server: number, seed: number): Promise<LossyNetwork> {
    const program = ['-cp', given('E2E_JARS'), 'org.patchbay.testing.media.LossyUdpGate'];
    const process = spawn('java', [...program, String(port), String(server), String(seed)], { stdio: ['pipe', 'pipe', 'inherit'] });
    const network = new LossyNetwork(process, createInterface({ input: process.stdout! })[Symbol.asyncIterator]());
    await network.lines.next();
    return network;
  }

  lose(share: number): Promise<unknown> {
    return this.tell(`lose ${share}`);
  }

  delay(milliseconds: number): Promise<unknown> {
    return this.tell(`delay ${milliseconds}`);
  }

  private tell(line: string): Promise<unknown> {
    this.process.stdin!.write(`${line}\n`);
    return this.lines.next();
  }

  close(): void {
    this.process.stdin!.end();
  }
}

/** Whether something listens there. */
function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => done(true));
    socket.on('error', () => done(false));
    socket.on('connect', () => socket.destroy());
  });
}

/** The way of browsers to a server's pages, which can be silent: nothing arrives, and nothing is closed, as in a tunnel. */
export class SilentWay {
  private readonly sockets = new Set<Socket>();
  private silent = false;

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async to(port: number): Promise<SilentWay> {
    const server = createServer({ allowHalfOpen: true });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const way = new SilentWay(server, (server.address() as { port: number }).port);
    server.on('connection', (near) => {
      const far = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
      way.keep(near, far);
      way.keep(far, near);
    });
    return way;
  }

  private keep(socket: Socket, other: Socket): void {
    this.sockets.add(socket);
    socket.on('data', (part) => {
      if (!other.write(part)) {
        socket.pause();
        other.once('drain', () => this.silent || socket.resume());
      }
    });
    socket.on('end', () => other.end());
    socket.on('error', () => other.destroy());
    socket.on('close', () => {
      this.sockets.delete(socket);
      other.destroy();
    });
    if (this.silent) {
      socket.pause();
    }
  }

  silence(silent: boolean): void {
    this.silent = silent;
    this.sockets.forEach((socket) => (silent ? socket.pause() : socket.resume()));
  }

  close(): void {
    this.server.close();
    this.sockets.forEach((socket) => socket.destroy());
  }
}

/** Debian's coturn on loopback, as docs/operating.md sets it up, without TLS. */
export class TurnServer {
  private constructor(private readonly process: ChildProcess) {}

  static async on(port: number, secret: string): Promise<TurnServer> {
    const options = {
      'listening-ip': '127.0.0.1',
      'relay-ip': '127.0.0.1',
      'listening-port': String(port),
      'static-auth-secret': secret,
      realm: 'acme.example',
      'log-file': join(given('E2E_DATA'), '..', 'turnserver.log'),
      pidfile: join(given('E2E_DATA'), '..', 'turnserver.pid'),
      userdb: join(given('E2E_DATA'), '..', 'turnserver.db'),
    };
    const flags = ['-n', '--use-auth-secret', '--allow-loopback-peers', '--no-tls', '--no-dtls', '--no-cli', '--simple-log'];
    const named = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
    const process = spawn('turnserver', [...flags, ...named], { stdio: 'ignore' });
    while (!(await answers(port))) {
      if (process.exitCode !== null) {
        throw new Error('coturn did not start; its log is in target/');
      }
      await new Promise((done) => setTimeout(done, 100));
    }
    return new TurnServer(process);
  }

  close(): void {
    this.process.kill('SIGTERM');
  }
}
