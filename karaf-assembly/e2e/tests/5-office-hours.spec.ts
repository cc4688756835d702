import { expect, test } from '@playwright/test';
import { SipPhone } from '../support/sip';
import { Wire } from '../support/wire';
import { world } from '../support/world';

/** Calls from outside go by the office hours, breaks and holidays of the department whose number was called. */
test.describe.configure({ mode: 'serial' });

const some = String(Date.now() % 100_000).padStart(5, '0');
const line = `+4930${some}77`;
const customer = `+4940${some}66`;

let ada: Wire;
let portal: string;
let sales: any;
let trunk: any;
let carrier: SipPhone;
let desk: SipPhone;
let porter: SipPhone;

const api = (path: string) => `/api/v1/portals/${portal}${path}`;
const digits = { desk: `37${some}`, porter: `38${some}` };

async function made(path: string, draft: object): Promise<any> {
  const reply = await ada.call('POST', api(path), JSON.stringify(draft));
  expect(reply.status, reply.text).toBe(201);
  return reply.json;
}

async function phone(number: string): Promise<{ id: string; sip: SipPhone }> {
  const { id } = await made('/extensions', { number, name: `Phone ${number}`, ringSeconds: 20, mostCalls: 2, forwards: {}, recording: 'NEVER' });
  const { device, password } = await made(`/extensions/${id}/devices`, { name: 'Desk phone' });
  const sip = await SipPhone.at(world.sip, new URL(world.acme).hostname, device.user, password);
  expect((await sip.register()).first).toContain('200');
  return { id, sip };
}

/** Changes the department. */
async function set(change: object): Promise<void> {
  const { json } = await ada.call('GET', api(`/departments/${sales.id}`));
  const { id, portal: _portal, version, ...draft } = json;
  const reply = await ada.call('PUT', api(`/departments/${id}`), JSON.stringify({ ...draft, ...change }), { 'If-Match': `"${version}"` });
  expect(reply.status, reply.text).toBe(200);
}

interface Way {
  reason: string;
  rings: string[];
}

/** Which way a call would take at a moment. */
async function forecast(at: string): Promise<Way> {
  const reply = await ada.call('POST', api('/call-forecasts'), JSON.stringify({ from: customer, trunk: trunk.id, to: line, at }));
  expect(reply.status, reply.text).toBe(200);
  return { reason: reply.json.path.find(({ step }: any) => step === 'hours').reason, rings: reply.json.rings };
}

/** Which way a call takes now, as its record says afterwards. */
async function calls(): Promise<Way> {
  for (const one of [carrier, desk, porter]) {
    one.forget();
  }
  const goOn = async (): Promise<{ id: string }[]> => (await ada.call('GET', api('/calls'))).json.items;
  const before = new Set((await goOn()).map(({ id }) => id));
  expect((await carrier.bring(line, customer)).first).toContain('200');
  const live = (await goOn()).find(({ id }) => !before.has(id))!;
  expect((await ada.call('POST', api(`/calls/${live.id}/hang-up`))).status).toBe(204);
  await carrier.hears(/^BYE /);
  await expect.poll(async () => (await ada.call('GET', api(`/call-records/${live.id}`))).status).toBe(200);
  const record = (await ada.call('GET', api(`/call-records/${live.id}`))).json;
  return {
    reason: record.path.find(({ decision }: any) => decision.step === 'hours').decision.reason,
    rings: record.legs.map(({ number }: any) => number).filter((number: string) => Object.values(digits).includes(number)),
  };
}

test.beforeAll(async () => {
  ada = await new Wire(world.acme).signIn(world.ada.login, world.ada.password);
  portal = (await ada.call('GET', '/api/v1/portal')).json.id;
  sales = await made('/departments', {
    name: `Sales ${some}`,
    zone: 'Europe/Berlin',
    hours: [
      { day: 'MONDAY', from: '09:00', until: '18:00' },
      { day: 'SUNDAY', from: '02:30', until: '04:00' },
    ],
    breaks: [{ day: 'MONDAY', from: '12:00', until: '13:00' }],
    holidays: [
      { name: 'Stock-taking', from: '2029-11-05', until: '2029-11-05', yearly: false },
      { name: 'Labour Day', from: '2020-05-01', until: '2020-05-01', yearly: true },
    ],
  });
  const [day, night] = [await phone(digits.desk), await phone(digits.porter)];
  desk = day.sip;
  porter = night.sip;
  carrier = await SipPhone.at(world.sip, new URL(world.acme).hostname, 'carrier', '');
  trunk = await made('/trunks', {
    name: `Hours ${some}`, order: 9, on: true, host: '127.0.0.1', port: carrier.port, transport: 'UDP', user: '', registers: false, expirySeconds: 300,
    networks: ['127.0.0.1/32'], ownCallerId: false, shown: 'E164', dialled: 'E164', prefix: '',
  });
  await made('/inbound-numbers', {
    number: line,
    name: 'Sales',
    department: sales.id,
    destination: { kind: 'EXTENSION', value: day.id },
    closed: { kind: 'EXTENSION', value: night.id },
  });
});

test.afterAll(async () => {
  for (const path of ['inbound-numbers', 'trunks']) {
    const { items } = (await ada.call('GET', api(`/${path}?limit=500`))).json;
    for (const { id, version } of items.filter((one: any) => one.number === line || one.name === `Hours ${some}`)) {
      await ada.call('DELETE', api(`/${path}/${id}`), undefined, { 'If-Match': `"${version}"` });
    }
  }
  [carrier, desk, porter].forEach((one) => one.close());
});

/** Berlin is one hour ahead of UTC, and two from 25 March to 28 October 2029. */
const MOMENTS: [string, string, boolean, string][] = [
  ['the last second before the hours in winter', '2029-03-19T07:59:59Z', false, 'outside-hours'],
  ['when they begin in winter', '2029-03-19T08:00:00Z', true, 'hours'],
  ['the last second before they begin in summer', '2029-03-26T06:59:59Z', false, 'outside-hours'],
  ['when they begin in summer', '2029-03-26T07:00:00Z', true, 'hours'],
  ['in the break', '2029-03-26T10:00:00Z', false, 'break'],
  ['after the break', '2029-03-26T11:00:00Z', true, 'hours'],
  ['when they end in summer', '2029-03-26T16:00:00Z', false, 'outside-hours'],
  ['the second before clocks go forward over their beginning', '2029-03-25T00:59:59Z', false, 'outside-hours'],
  ['when clocks went forward over their beginning', '2029-03-25T01:00:00Z', true, 'hours'],
  ['in the hour that comes twice, for the first time', '2029-10-28T00:30:00Z', true, 'hours'],
  ['when clocks went back before their beginning', '2029-10-28T01:00:00Z', false, 'outside-hours'],
  ['in the hour that comes twice, for the second time', '2029-10-28T01:30:00Z', true, 'hours'],
  ['when they begin again in winter', '2029-10-29T08:00:00Z', true, 'hours'],
  ['an hour earlier, which was within them the week before', '2029-10-29T07:00:00Z', false, 'outside-hours'],
  ['on a holiday', '2029-11-05T09:00:00Z', false, 'holiday'],
  ['the week after', '2029-11-12T09:00:00Z', true, 'hours'],
  ['on a holiday of every year, as soon as it begins there', '2029-04-30T22:00:00Z', false, 'holiday'],
];

test('a call is foreseen to go by the hours of the department at that moment, in its zone [S3.22] [S3.37]', async () => {
  for (const [name, at, open, reason] of MOMENTS) {
    expect(await forecast(at), name).toEqual({ reason, rings: [open ? digits.desk : digits.porter] });
  }
});

/** The days around today, whatever the zone. */
function around(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

test('a call goes where the hours of the department lead, and its path says why [S3.22] [S3.37]', async () => {
  const weekday = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];
  const far = weekday[new Date(`${around(3)}T12:00:00Z`).getUTCDay()];
  const always = weekday.map((day) => ({ day, from: '00:00', until: '00:00' }));
  const elsewhen = [{ day: far, from: '09:00', until: '18:00' }];
  const holiday = { name: 'Company outing', from: around(-1), until: around(1), yearly: false };
  const cases: [object, boolean, string][] = [
    [{ hours: always, breaks: [], holidays: [] }, true, 'hours'],
    [{ hours: elsewhen }, false, 'outside-hours'],
    [{ hours: always, breaks: always }, false, 'break'],
    [{ breaks: [], holidays: [holiday] }, false, 'holiday'],
    [{ hours: [], holidays: [] }, true, 'always'],
  ];
  for (const [change, open, reason] of cases) {
    await set(change);
    expect(await calls(), reason).toEqual({ reason, rings: [open ? digits.desk : digits.porter] });
  }
  const shut = await ada.call('PUT', api(`/departments/${sales.id}/override`), JSON.stringify({ open: false, until: new Date(Date.now() + 3_600_000).toISOString() }));
  expect(shut.status, shut.text).toBeLessThan(300);
  expect(await calls()).toEqual({ reason: 'override', rings: [digits.porter] });
  expect((await ada.call('DELETE', api(`/departments/${sales.id}/override`))).status).toBeLessThan(300);
  expect(await calls()).toEqual({ reason: 'always', rings: [digits.desk] });
});
