import { expect, test } from '@playwright/test';
import { freePorts, OwnServer } from '../support/server';
import { SipPhone } from '../support/sip';
import type { Wire } from '../support/wire';

/** Telephones whose server dies, on a server of their own. */
test.describe.configure({ mode: 'serial' });

let server: OwnServer;
let ada: Wire;
let phones: SipPhone[];

const api = (path: string) => `/api/v1/portals/${server.id}${path}`;

async function made(path: string, draft: object): Promise<any> {
  const reply = await ada.call('POST', api(path), JSON.stringify(draft));
  expect(reply.status, reply.text).toBe(201);
  return reply.json;
}

async function phone(port: number, number: string): Promise<SipPhone> {
  const draft = { number, name: `Desk ${number}`, ringSeconds: 20, mostCalls: 2, forwards: {}, recording: 'NEVER' };
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
});

test('after kill -9 phones are reached without registering again, and the call that was is recorded as ended', async () => {
  test.setTimeout(240_000);
  phones = [];
  const [sip, media] = (await freePorts(2)) as [number, number];
  server = await OwnServer.fresh('telephone-faults', { PATCHBAY_SIP_PORT: String(sip), PATCHBAY_SIP_BIND: '127.0.0.1', PATCHBAY_MEDIA_PORT: String(media) });
  ada = await server.settle('ada', 'a cable for every socket');
  const anna = await phone(sip, '100');
  const bob = await phone(sip, '101');
  expect((await anna.call('101')).first).toContain('200');
  await expect.poll(async () => (await ada.call('GET', api('/calls'))).json.items.map((call: any) => call.state)).toEqual(['TALKING']);
  // What was registered is written down within a second, what happens in calls within a tenth of one.
  await new Promise((done) => setTimeout(done, 1_000));

  await server.kill();
  bob.forget();
  await server.start();

  await expect
    .poll(async () => (await ada.call('GET', api('/call-records'))).json.items?.map((call: any) => [call.called, call.result]), { timeout: 60_000 })
    .toEqual([['101', 'RESTART']]);
  anna.forget();
  expect((await anna.call('101')).first).toContain('200');
  await bob.hears(/^INVITE /);
});
