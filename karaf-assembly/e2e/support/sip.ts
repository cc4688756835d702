import { createHash, randomBytes } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** A SIP message as far as tests look at it. */
export interface Message {
  first: string;
  text: string;
}

const header = (message: Message, name: string) => new RegExp(`^${name}: *(.*)\r$`, 'im').exec(message.text)?.[1] ?? '';
const md5 = (text: string) => createHash('md5').update(text).digest('hex');
const some = () => randomBytes(8).toString('hex');

/** A telephone by UDP: registers, calls, answers whoever calls. It is silent in calls. */
export class SipPhone {
  private readonly heard: Message[] = [];
  private readonly waiting = new Set<() => void>();

  private constructor(
    private readonly socket: Socket,
    private readonly server: number,
    private readonly domain: string,
    private readonly user: string,
    private readonly password: string,
  ) {
    socket.on('message', (bytes) => this.take({ first: bytes.toString().split('\r\n', 1)[0] ?? '', text: bytes.toString() }));
  }

  static async at(server: number, domain: string, user: string, password: string): Promise<SipPhone> {
    const socket = createSocket('udp4').bind(0, '127.0.0.1');
    await once(socket, 'listening');
    return new SipPhone(socket, server, domain, user, password);
  }

  get port(): number {
    return (this.socket.address() as AddressInfo).port;
  }

  private get sound(): string {
    return `v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio ${this.port} RTP/AVP 8\r\n`;
  }

  private take(message: Message): void {
    if (message.first.startsWith('INVITE')) {
      this.answer(message, '180 Ringing', '');
      this.answer(message, '200 OK', this.sound);
    } else if (!message.first.startsWith('SIP/2.0') && !message.first.startsWith('ACK')) {
      this.answer(message, '200 OK', '');
    }
    this.heard.push(message);
    this.waiting.forEach((look) => look());
  }

  private answer(request: Message, status: string, body: string): void {
    const vias = request.text.split('\r\n').filter((line) => line.startsWith('Via:'));
    const same = ['From', 'Call-ID', 'CSeq'].map((name) => `${name}: ${header(request, name)}`);
    const to = header(request, 'To');
    this.send([`SIP/2.0 ${status}`, ...vias, ...same, `To: ${to.includes('tag=') ? to : `${to};tag=${this.user}`}`, this.contact], body);
  }

  private get contact(): string {
    return `Contact: <sip:${this.user}@127.0.0.1:${this.port}>`;
  }

  private send(lines: string[], body: string): void {
    const kind = body ? ['Content-Type: application/sdp'] : [];
    this.socket.send([...lines, ...kind, `Content-Length: ${body.length}`, '', body].join('\r\n'), this.server, '127.0.0.1');
  }

  /** The first message, of those that came or come, that fits. */
  async hears(fits: RegExp, patience = 30_000): Promise<Message> {
    const end = Date.now() + patience;
    for (;;) {
      const found = this.heard.find((message) => fits.test(message.text));
      if (found) {
        return found;
      }
      if (Date.now() > end) {
        throw new Error(`${this.user} did not hear ${fits}, but ${this.heard.map((message) => message.first)}`);
      }
      await new Promise<void>((done) => {
        const timer = setTimeout(done, Math.max(1, end - Date.now()));
        const look = () => {
          this.waiting.delete(look);
          clearTimeout(timer);
          done();
        };
        this.waiting.add(look);
      });
    }
  }

  private async ask(method: string, uri: string, to: string, body: string): Promise<Message> {
    const call = some();
    const send = (number: number, more: string[]) =>
      this.send(
        [
          `${method} ${uri} SIP/2.0`,
          `Via: SIP/2.0/UDP 127.0.0.1:${this.port};rport;branch=z9hG4bK${some()}`,
          'Max-Forwards: 70',
          `From: <sip:${this.user}@${this.domain}>;tag=${call}`,
          `To: <${to}>`,
          `Call-ID: ${call}`,
          `CSeq: ${number} ${method}`,
          this.contact,
          ...more,
        ],
        body,
      );
    send(1, []);
    const challenge = await this.hears(new RegExp(`^SIP/2.0 401[^]*Call-ID: *${call}`));
    const asked = header(challenge, 'WWW-Authenticate');
    const of = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(asked)?.[1] ?? '';
    const own = some();
    const secret = md5(`${this.user}:${of('realm')}:${this.password}`);
    const response = md5(`${secret}:${of('nonce')}:00000001:${own}:auth:${md5(`${method}:${uri}`)}`);
    const fields = `username="${this.user}", realm="${of('realm')}", nonce="${of('nonce')}", uri="${uri}", response="${response}", qop=auth, nc=00000001, cnonce="${own}", algorithm=MD5`;
    send(2, [`Authorization: Digest ${fields}`, ...(method === 'REGISTER' ? ['Expires: 600'] : [])]);
    return this.hears(new RegExp(`^SIP/2.0 [2-6](?!01 Un)[^]*Call-ID: *${call}`));
  }

  /** Registers for ten minutes; the answer. */
  register(): Promise<Message> {
    return this.ask('REGISTER', `sip:${this.domain}`, `sip:${this.user}@${this.domain}`, '');
  }

  /** Calls; the final answer. */
  async call(number: string): Promise<Message> {
    const uri = `sip:${number}@${this.domain}`;
    const answer = await this.ask('INVITE', uri, uri, this.sound);
    this.acknowledge(answer, uri, 2);
    return answer;
  }

  /** Brings a call from outside, as a carrier does, who is known by the address alone; the final answer. */
  async bring(number: string, from: string): Promise<Message> {
    const call = some();
    const uri = `sip:${number}@${this.domain}`;
    this.send(
      [
        `INVITE ${uri} SIP/2.0`,
        `Via: SIP/2.0/UDP 127.0.0.1:${this.port};rport;branch=z9hG4bK${some()}`,
        'Max-Forwards: 70',
        `From: <sip:${from}@127.0.0.1>;tag=${call}`,
        `To: <${uri}>`,
        `Call-ID: ${call}`,
        'CSeq: 1 INVITE',
        this.contact,
      ],
      this.sound,
    );
    const answer = await this.hears(new RegExp(`^SIP/2.0 [2-6][^]*Call-ID: *${call}`), 60_000);
    this.acknowledge(answer, uri, 1);
    return answer;
  }

  private acknowledge(answer: Message, uri: string, number: number): void {
    const target = /<([^>]+)>/.exec(header(answer, 'Contact'))?.[1] ?? uri;
    this.send(
      [
        `ACK ${target} SIP/2.0`,
        `Via: SIP/2.0/UDP 127.0.0.1:${this.port};rport;branch=z9hG4bK${some()}`,
        'Max-Forwards: 70',
        ...['From', 'To', 'Call-ID'].map((name) => `${name}: ${header(answer, name)}`),
        `CSeq: ${number} ACK`,
      ],
      '',
    );
  }

  /** Forgets what it heard. */
  forget(): void {
    this.heard.length = 0;
  }

  close(): void {
    this.socket.close();
  }
}
