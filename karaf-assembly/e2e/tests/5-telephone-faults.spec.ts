import { expect, test } from '@playwright/test';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePorts, OwnServer } from '../support/server';
import { SipPhone } from '../support/sip';
import type { Wire } from '../support/wire';

/** Telephones whose server dies or whose disk fills, on a server of their own whose recordings of calls are in memory. */
test.describe.configure({ mode: 'serial' });

const megabyte = 1 << 20;

let server: OwnServer;
let ada: Wire;
let phones: SipPhone[];
let disk: string;
let room: number;
let sip: number;

const api = (path: string) => `/api/v1/portals/${server.id}${path}`;

async function made(path: string, draft: object): Promise<any> {
  const reply = await ada.call('POST', api(path), JSON.stringify(draft));
  expect(reply.status, reply.text).toBe(201);
  return reply.json;
}

async function phone(port: number, number: string, recording = 'NEVER'): Promise<SipPhone> {
  const draft = { number, name: `Desk ${number}`, ringSeconds: 20, mostCalls: 2, forwards: {}, recording };
  const extension = await made('/extensions', draft);
  const { device, password } = await made(`/extensions/${extension.id}/devices`, { name: 'Desk phone' });
  const one = await SipPhone.at(port, new URL(server.portal).hostname, device.user, password);
  phones.push(one);
  expect((await one.register()).first).toContain('200');
  return one;
}

test.afterAll(async () => {
  phones.forEach((one) => one.close());
  await server?.kill();
  rmSync(disk, { recursive: true, force: true });
});

test('after kill -9 phones are reached without registering again, and the call that was is recorded as ended', async () => {
  phones = [];
  const [signalling, media] = (await freePorts(2)) as [number, number];
  sip = signalling;
  disk = mkdtempSync('/dev/shm/calls-');
  const { bavail, bsize } = statfsSync(disk);
  const free = Math.floor((bavail * bsize) / megabyte);
  // Browsers put pictures there, too; what they take and give back meanwhile must not matter.
  room = Math.min(256, Math.floor(free / 4));
  server = await OwnServer.fresh('telephone-faults', {
    PATCHBAY_SIP_PORT: String(sip),
    PATCHBAY_SIP_BIND: '127.0.0.1',
    PATCHBAY_MEDIA_PORT: String(media),
    PATCHBAY_CALLS_RECORDINGS: disk,
    PATCHBAY_CALLS_SPARE_MEGABYTES: String(free - room),
  });
  ada = await server.settle('ada', 'a cable for every socket');
  const anna = await phone(sip, '100');
  const bob = await phone(sip, '101');
  expect((await anna.call('101')).first).toContain('200');
  await expect.poll(async () => (await ada.call('GET', api('/calls'))).json.items.map((call: any) => call.state)).toEqual(['TALKING']);
  // What was registered is written down within a second, what happens in calls within a tenth of one.
  await new Promise((done) => setTimeout(done, 4_000));

  await server.kill();
  bob.forget();
  await server.start();

  await expect
    .poll(async () => (await ada.call('GET', api('/call-records'))).json.items?.map((call: any) => [call.called, call.result]))
    .toEqual([['101', 'RESTART']]);
  anna.forget();
  expect((await anna.call('101')).first).toContain('200');
  await bob.hears(/^INVITE /);
});

test('a disk that fills ends the recording and not the call, and the path says so', async () => {
  const carla = await phone(sip, '102', 'ALWAYS');
  const dora = await phone(sip, '103');
  expect((await dora.call('102')).first).toContain('200');
  await carla.hears(/^INVITE /);
  const live = async () => (await ada.call('GET', api('/calls'))).json.items.find((call: any) => call.called === '102');
  const path = async () => (await live())?.path.map(({ decision }: any) => `${decision.step} ${decision.reason}`);
  await expect.poll(async () => (await live())?.recorded).toBe(true);
  writeFileSync(join(disk, 'other'), Buffer.alloc((room + 16) * megabyte));

  await expect.poll(path).toContain('recording disk');
  expect(await live()).toMatchObject({ state: 'TALKING', recorded: false });
  const stopped = (await ada.call('GET', api('/events?type=call.recording.stopped'))).json.items;
  expect(stopped[0].data.detail).toBe('DISK');
  rmSync(join(disk, 'other'));
});
