import { expect, type Page } from '@playwright/test';

export interface Heard {
  frames: number;
  energy: number;
}

/** Keeps every peer connection and socket of a page where the test can reach it. */
export async function watchPeers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const peers: RTCPeerConnection[] = [];
    const Original = window.RTCPeerConnection;
    window.RTCPeerConnection = class extends Original {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        peers.push(this);
      }
    };
    const sockets: WebSocket[] = [];
    const Socket = window.WebSocket;
    window.WebSocket = class extends Socket {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(url, protocols);
        sockets.push(this);
      }
    };
    Object.assign(window, { peers, sockets });
  });
}

/** Ends the live connection as a network would. */
export function loseConnection(page: Page): Promise<void> {
  return page.evaluate(() => (window as unknown as { sockets: WebSocket[] }).sockets.at(-1)?.close());
}

/** How many peer connections the page has made so far. */
export function peersOf(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { peers: unknown[] }).peers.length);
}

/** Frames decoded and sound energy played so far. */
export function heard(page: Page): Promise<Heard> {
  return page.evaluate(async () => {
    const sum = { frames: 0, energy: 0 };
    for (const peer of (window as unknown as { peers: RTCPeerConnection[] }).peers) {
      if (peer.connectionState !== 'closed') {
        (await peer.getStats()).forEach((stat) => {
          if (stat.type === 'inbound-rtp') {
            sum.frames += stat.framesDecoded ?? 0;
            sum.energy += stat.totalAudioEnergy ?? 0;
          }
        });
      }
    }
    return sum;
  });
}

/** Pictures and sound arrive, and go on arriving. */
export async function expectsToSeeAndHear(page: Page): Promise<void> {
  await expect.poll(async () => (await heard(page)).frames).toBeGreaterThan(10);
  await expect.poll(async () => (await heard(page)).energy).toBeGreaterThan(0);
  const before = await heard(page);
  await expect.poll(async () => (await heard(page)).frames).toBeGreaterThan(before.frames + 10);
  await expect.poll(async () => (await heard(page)).energy).toBeGreaterThan(before.energy);
}
