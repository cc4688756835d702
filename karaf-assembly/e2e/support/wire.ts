import { request } from 'node:http';
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** What came back. */
export interface Reply {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
  text: string;
  json: any;
}

/** Somebody who talks to one portal's host without a browser: no rule of a browser hides a mistake of the server. */
export class Wire {
  cookie = '';
  token = '';

  /** @param origin such as http://acme.localhost:8080; the name need not resolve */
  constructor(readonly origin: string) {}

  get host(): string {
    return new URL(this.origin).host;
  }

  private get port(): number {
    return Number(new URL(this.origin).port);
  }

  /** Sends as a page of the host does; headers given as empty are left out. */
  call(method: string, path: string, body?: string | Buffer, more: Record<string, string> = {}): Promise<Reply> {
    const headers: Record<string, string> = {
      Host: this.host,
      Origin: this.origin,
      Cookie: this.cookie,
      'X-CSRF-Token': this.token,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(body)) }),
      ...more,
    };
    for (const name of Object.keys(headers)) {
      if (!headers[name]) {
        delete headers[name];
      }
    }
    return new Promise((done, failed) => {
      const sent = request({ host: '127.0.0.1', port: this.port, method, path, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8');
          let json: unknown;
          try {
            json = JSON.parse(text);
          } catch {
            json = undefined;
          }
          done({ status: answer.statusCode ?? 0, headers: answer.headers, text, json });
        });
      });
      sent.on('error', failed);
      sent.end(body);
    });
  }

  /** Keeps the session that an answer gives. */
  keep(reply: Reply): this {
    const set = reply.headers['set-cookie'];
    this.cookie = (Array.isArray(set) ? set[0] : set)?.split(';')[0] ?? '';
    this.token = reply.json?.csrfToken ?? '';
    if (!this.cookie || !this.token) {
      throw new Error(`No session in ${reply.status} ${reply.text}`);
    }
    return this;
  }

  async signIn(login: string, password: string): Promise<this> {
    return this.keep(await this.call('POST', '/api/v1/session', JSON.stringify({ login, password })));
  }

  /** Opens the live channel; the answer's status if it is refused. */
  async live(more: Record<string, string> = {}): Promise<LiveWire | number> {
    const socket = connect(this.port, '127.0.0.1');
    const headers: Record<string, string> = {
      Host: this.host,
      Origin: this.origin,
      Cookie: this.cookie,
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
      ...more,
    };
    const lines = Object.entries(headers).filter(([, value]) => value);
    socket.write(`GET /api/v1/live HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`);
    const wire = new LiveWire(socket);
    const status = await wire.answered;
    if (status !== 101) {
      socket.destroy();
      return status;
    }
    return wire;
  }
}

/** A WebSocket as RFC 6455 has it, as far as short texts need it. */
export class LiveWire {
  readonly answered: Promise<number>;
  readonly closed: Promise<number>;
  private buffer = Buffer.alloc(0);
  private upgraded = false;
  private readonly heard: any[] = [];
  private readonly waiting: ((message: any) => void)[] = [];
  private answer: (status: number) => void = () => {};
  private close: (status: number) => void = () => {};

  constructor(private readonly socket: Socket) {
    this.answered = new Promise((done) => (this.answer = done));
    this.closed = new Promise((done) => (this.close = done));
    socket.on('data', (part: Buffer) => {
      this.buffer = Buffer.concat([this.buffer, part]);
      this.read();
    });
    socket.on('error', () => this.close(0));
    socket.on('close', () => this.close(0));
  }

  async hello(token: string): Promise<any> {
    return this.ask({ hello: { csrfToken: token } });
  }

  /** Says something and gives the next thing heard. */
  ask(message: unknown): Promise<any> {
    this.say(typeof message === 'string' ? message : JSON.stringify(message));
    return this.next();
  }

  say(text: string): void {
    const payload = Buffer.from(text);
    const mask = randomBytes(4);
    const head =
      payload.length < 126
        ? Buffer.from([0x81, 0x80 | payload.length])
        : Buffer.from([0x81, 0x80 | 126, payload.length >> 8, payload.length & 0xff]);
    this.socket.write(Buffer.concat([head, mask, payload.map((byte, i) => byte ^ (mask[i & 3] ?? 0))]));
  }

  next(): Promise<any> {
    const ready = this.heard.shift();
    return ready === undefined ? new Promise((done) => this.waiting.push(done)) : Promise.resolve(ready);
  }

  end(): void {
    this.socket.destroy();
  }

  private read(): void {
    if (!this.upgraded) {
      const end = this.buffer.indexOf('\r\n\r\n');
      if (end < 0) {
        return;
      }
      const status = Number(this.buffer.toString('latin1', 9, 12));
      this.upgraded = status === 101;
      this.buffer = this.buffer.subarray(end + 4);
      this.answer(status);
    }
    while (this.upgraded && this.readFrame()) {
      // one more
    }
  }

  private readFrame(): boolean {
    if (this.buffer.length < 2) {
      return false;
    }
    const kind = (this.buffer[0] ?? 0) & 0x0f;
    let length = (this.buffer[1] ?? 0) & 0x7f;
    let start = 2;
    if (length === 126) {
      if (this.buffer.length < 4) {
        return false;
      }
      length = this.buffer.readUInt16BE(2);
      start = 4;
    } else if (length === 127) {
      throw new Error('A live message of more than 64 KiB');
    }
    if (this.buffer.length < start + length) {
      return false;
    }
    const payload = this.buffer.subarray(start, start + length);
    this.buffer = this.buffer.subarray(start + length);
    if (kind === 1) {
      const message = JSON.parse(payload.toString('utf8'));
      const waiter = this.waiting.shift();
      waiter ? waiter(message) : this.heard.push(message);
    } else if (kind === 8) {
      this.close(length >= 2 ? payload.readUInt16BE(0) : 1005);
    }
    return true;
  }
}
