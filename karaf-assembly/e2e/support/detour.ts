import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { Page } from '@playwright/test';

/** Goes between a browser and the server with sound, as long as it is there: where it is cut, nothing comes through any more. */
export class Detour {
  private readonly sockets: Socket[] = [];
  private there = false;

  /** Sound of calls that the page begins from now on may be led over this one. To be called before the page is opened. */
  async lead(page: Page): Promise<void> {
    await page.exposeFunction('detour', (address: string, port: number) => (this.there ? this.open(address, port) : port));
    await page.addInitScript(() => {
      const plain = RTCPeerConnection.prototype.setRemoteDescription;
      RTCPeerConnection.prototype.setRemoteDescription = async function (description: RTCSessionDescriptionInit) {
        const found = /a=candidate:\S+ 1 udp \d+ (\S+) (\d+) /i.exec(description.sdp ?? '');
        const port = found && (await (window as unknown as { detour: (a: string, p: number) => Promise<number> }).detour(found[1]!, Number(found[2])));
        const sdp = found ? description.sdp?.replaceAll(` ${found[2]} `, ` ${port} `) : description.sdp;
        return Reflect.apply(plain, this, [{ type: description.type, sdp }]) as Promise<void>;
      };
    });
  }

  begin(): void {
    this.there = true;
  }

  /** From now on nothing comes through, and what is agreed on from now on goes another way. */
  cut(): void {
    this.there = false;
    this.sockets.splice(0).forEach((socket) => socket.close());
  }

  private async open(address: string, port: number): Promise<number> {
    const kind = address.includes(':') ? 'udp6' : 'udp4';
    const [here, there] = [createSocket(kind), createSocket(kind)];
    this.sockets.push(here, there);
    let browser: { address: string; port: number } | undefined;
    here.on('message', (bytes, from) => {
      browser = from;
      there.send(bytes, port, address);
    });
    there.on('message', (bytes) => browser && here.send(bytes, browser.port, browser.address));
    for (const socket of [here, there]) {
      socket.bind(0, address);
      await once(socket, 'listening');
    }
    return here.address().port;
  }
}
