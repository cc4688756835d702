import type { Ways } from './facts';

export type Way = keyof Ways;

/** What was found, and at which ports of which hosts each way ends. */
export interface Examination {
  ways: Ways;
  ports: Record<Way, string[]>;
}

/** What was found before a meeting; undefined where it cannot be told. */
export interface Foresight {
  ways: Partial<Record<Way, boolean | undefined>>;
  ports: Examination['ports'];
}

const PATIENCE = 5_000;
/** The browser's own code for a server that it did not reach; those of servers are below (RFC 8489, section 14.8). */
const UNREACHED = 700;

/** Which way a TURN server's URL is (RFC 7065). */
export function wayOf(url: string): Way | undefined {
  if (url.startsWith('turns:')) {
    return 'turnTls';
  }
  return url.startsWith('turn:') ? (/transport=tcp/.test(url) ? 'turnTcp' : 'turnUdp') : undefined;
}

/** The host and port of a TURN server's URL. */
export function portOf(url: string): string {
  const address = url.replace(/^turns?:/, '').replace(/\?.*/, '');
  return /:\d+$/.test(address) ? address : `${address}:${url.startsWith('turns:') ? 5349 : 3478}`;
}

/** Where an offer says that the media server listens. */
export function portsOf(sdp: string): string[] {
  const found = [...sdp.matchAll(/^a=candidate:\S+ 1 udp \d+ (\S+) (\d+) typ (?:host|srflx)/gim)];
  return [...new Set(found.map(([, host, port]) => (host!.includes(':') ? `[${host}]:${port}` : `${host}:${port}`)))];
}

type Stat = { id: string; type: string; [field: string]: unknown };

/** Whether packets reach the media server by UDP without help. */
export function direct(stats: Iterable<Stat>): boolean {
  const all = [...stats];
  return all.some((pair) => {
    const local = all.find((stat) => stat.id === pair.localCandidateId);
    return pair.type === 'candidate-pair' && pair.state === 'succeeded' && local?.protocol === 'udp' && local.candidateType !== 'relay';
  });
}

/** Whether a TURN server gives this browser an address by this URL. */
function relays(server: RTCIceServer, url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = new RTCPeerConnection({ iceServers: [{ ...server, urls: url }], iceTransportPolicy: 'relay' });
    const done = (works: boolean) => {
      clearTimeout(timer);
      connection.close();
      resolve(works);
    };
    const timer = setTimeout(() => done(false), PATIENCE);
    connection.onicecandidate = ({ candidate }) => {
      if (candidate?.candidate.includes(' typ relay')) {
        done(true);
      } else if (!candidate) {
        done(false);
      }
    };
    connection.createDataChannel('doctor');
    connection.createOffer().then((offer) => connection.setLocalDescription(offer)).catch(() => done(false));
  });
}

/**
 * Whether a relay answers at this URL. Without credentials it refuses, which is an answer too; undefined where the browser
 * does not tell a refusal from silence.
 */
function answers(url: string): Promise<boolean | undefined> {
  return new Promise((resolve) => {
    if (!('onicecandidateerror' in RTCPeerConnection.prototype)) {
      resolve(undefined);
      return;
    }
    const connection = new RTCPeerConnection({ iceServers: [{ urls: url, username: 'nobody', credential: 'none' }], iceTransportPolicy: 'relay' });
    const done = (works: boolean) => {
      clearTimeout(timer);
      connection.close();
      resolve(works);
    };
    const timer = setTimeout(() => done(false), PATIENCE);
    connection.onicecandidateerror = ({ errorCode }) => {
      if (errorCode < UNREACHED) {
        done(true);
      }
    };
    connection.createDataChannel('doctor');
    connection.createOffer().then((offer) => connection.setLocalDescription(offer)).catch(() => done(false));
  });
}

/** Before a meeting only the relays can be tried: what is known of the direct way comes with the offer. */
export async function examineBefore(urls: string[], reaches: (url: string) => Promise<boolean | undefined> = answers): Promise<Foresight> {
  const ports: Examination['ports'] = { udp: [], turnUdp: [], turnTcp: [], turnTls: [] };
  const ways: Foresight['ways'] = {};
  await Promise.all(
    urls.map(async (url) => {
      const way = wayOf(url);
      if (way) {
        ports[way] = [...new Set([...ports[way], portOf(url)])];
        const found = await reaches(url);
        ways[way] = ways[way] === true || found;
      }
    }),
  );
  return { ways, ports };
}

/** What can be said before a meeting: a relay answers, none does, or there is none that tells. */
export function foresightOf({ ways }: Foresight): 'some' | 'blocked' | 'alone' {
  const found = Object.values(ways).filter((works) => works !== undefined);
  return found.length === 0 ? 'alone' : found.includes(true) ? 'some' : 'blocked';
}

/** Tries each way by itself. */
export async function examine(
  stats: RTCStatsReport | undefined,
  servers: RTCIceServer[],
  offer: string,
  works: (server: RTCIceServer, url: string) => Promise<boolean> = relays,
): Promise<Examination> {
  const ways: Ways = { udp: stats !== undefined && direct((stats as unknown as Map<string, Stat>).values()) };
  const ports: Examination['ports'] = { udp: portsOf(offer), turnUdp: [], turnTcp: [], turnTls: [] };
  await Promise.all(
    servers
      .flatMap((server) => [server.urls].flat().map((url) => ({ server, url })))
      .map(async ({ server, url }) => {
        const way = wayOf(url);
        if (way) {
          ports[way] = [...new Set([...ports[way], portOf(url)])];
          const found = await works(server, url);
          ways[way] = ways[way] === true || found;
        }
      }),
  );
  return { ways, ports };
}

export type Advice = 'fine' | 'relayed' | 'blocked' | 'alone';

/** What follows: all is well, a detour works, everything is blocked, or there is no detour set up. */
export function adviceOf({ udp, turnUdp, turnTcp, turnTls }: Ways): Advice {
  if (udp) {
    return 'fine';
  }
  if (turnUdp || turnTcp || turnTls) {
    return 'relayed';
  }
  return turnUdp === undefined && turnTcp === undefined && turnTls === undefined ? 'alone' : 'blocked';
}
