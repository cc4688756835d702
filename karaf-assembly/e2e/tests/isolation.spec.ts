import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { meet, type Neighbours } from '../support/neighbours';
import { LiveWire, type Reply, type Wire } from '../support/wire';

/** Walks every operation of the OpenAPI file and every live channel as those who must not get through. */
interface Operation {
  method: string;
  path: string;
  right: string;
  hasBody: boolean;
  /** What kind of body it takes. */
  takes: string;
  name: string;
}

const file = new URL('../../../docs/openapi.json', import.meta.url);
const description = JSON.parse(readFileSync(file, 'utf8'));
const operations: Operation[] = Object.entries<Record<string, any>>(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    method: method.toUpperCase(),
    path,
    right: operation['x-right'],
    hasBody: Boolean(operation.requestBody),
    takes: Object.keys(operation.requestBody?.content ?? {})[0] ?? '',
    name: `${method.toUpperCase()} ${path}`,
  })),
);
const inPortals = operations.filter((operation) => operation.path.includes('{portal}'));
const guarded = operations.filter((operation) => operation.right !== 'ANYONE');
const writes = operations.filter((operation) => operation.method !== 'GET');

/** Names that belong to the server rather than to a portal. */
const shared = new Set(['plugin', 'type']);
const garbage = ['x', '%00', '..%2f..', '%F0%9F%92%A3', "'%20or%201=1--", '0'.repeat(300), '00000000-0000-7000-8000-000000000001'];

let world: Neighbours;

test.beforeAll(async () => {
  world = await meet();
});

test.afterAll(() => world.stay.end());

/** The path with acme's own things in it. */
function address(operation: Operation, portal: string, id?: string): string {
  const collection = /\{portal}\/([\w-]+)/.exec(operation.path)?.[1] ?? '';
  return (
    '/api/v1' +
    operation.path.replace(/\{(\w+)}/g, (_, name: string) => {
      if (name === 'portal') {
        return portal;
      }
      return id ?? (name === 'plugin' ? 'crm-hubspot' : name === 'type' ? 'meeting.started' : (world.things[name] ?? world.things[collection] ?? 'x'));
    })
  );
}

async function send(who: Wire, operation: Operation, path: string, more: Record<string, string> = {}): Promise<Reply> {
  const type: Record<string, string> = operation.hasBody && operation.takes !== 'application/json' ? { 'Content-Type': operation.takes } : {};
  const headers = operation.method === 'PUT' ? { 'If-Match': '"1"', ...type, ...more } : { ...type, ...more };
  return who.call(operation.method, path, operation.hasBody ? '{}' : undefined, headers);
}

/** A refusal is a problem and tells nothing about the inside. */
function expectProblem(operation: Operation, reply: Reply, ...statuses: number[]): void {
  expect.soft(statuses, `${operation.name}: ${reply.status} ${reply.text.slice(0, 200)}`).toContain(reply.status);
  expect.soft(reply.headers['content-type'], operation.name).toContain('application/problem+json');
  expect.soft(reply.json, operation.name).toMatchObject({ status: reply.status, code: expect.any(String), traceId: expect.any(String) });
  expect.soft(reply.text, operation.name).not.toMatch(/Exception|\bat org\.|\bjava\.|SQL/);
}

test('the server serves the committed description', async () => {
  const served = await world.nobody.call('GET', '/api/openapi.json');
  expect(served.text).toBe(readFileSync(file, 'utf8'));
});

test('nobody gets through where a right is needed', async () => {
  for (const operation of guarded) {
    expectProblem(operation, await send(world.nobody, operation, address(operation, world.acme)), 401);
  }
});

test('a made-up or foreign session is nobody', async () => {
  const forged: Record<string, string>[] = [{ Cookie: '__Host-patchbay=forged' }, { Cookie: world.eve.cookie, 'X-CSRF-Token': world.eve.token }];
  for (const cookie of forged) {
    for (const operation of guarded) {
      expectProblem(operation, await send(world.nobody, operation, address(operation, world.acme), cookie), 401);
    }
  }
});

test('a guest takes part in one meeting and does nothing else', async () => {
  for (const operation of guarded) {
    const own = operation.right === 'TAKE_PART' && operation.method === 'GET';
    const reply = await send(world.guest, operation, address(operation, world.acme));
    if (own) {
      expect.soft(reply.status, operation.name).toBe(200);
      expectProblem(operation, await send(world.guest, operation, address(operation, world.acme, world.otherMeeting)), 403, 404);
    } else if (operation.right === 'TAKE_PART') {
      expectProblem(operation, reply, 400, 403, 404);
      if (/\{(?!portal)\w+}/.test(operation.path)) {
        expectProblem(operation, await send(world.guest, operation, address(operation, world.acme, world.otherMeeting)), 403, 404);
      }
    } else if (!(operation.path === '/session' && operation.method === 'DELETE')) {
      expectProblem(operation, reply, 403, 404);
    }
  }
});

test('another portal is not found, whatever is asked of it [S0.02] [S0.05]', async () => {
  for (const operation of inPortals) {
    expectProblem(operation, await send(world.eve, operation, address(operation, world.acme)), 404);
  }
});

test('a thing of another portal is not found in the own one [S0.02]', async () => {
  const single = inPortals.filter((operation) =>
    [...operation.path.matchAll(/\{(\w+)}/g)].some(([, name]) => name !== 'portal' && !shared.has(name ?? '')),
  );
  for (const operation of single.filter((each) => !each.hasBody || each.method === 'GET')) {
    expectProblem(operation, await send(world.eve, operation, address(operation, world.isle)), 403, 404);
  }
  for (const operation of single.filter((each) => each.hasBody)) {
    const reply = await send(world.eve, operation, address(operation, world.isle));
    expectProblem(operation, reply, 400, 403, 404);
  }
});

test('the lists of one portal hold nothing of the other [S0.02] [S0.03]', async () => {
  for (const collection of ['people', 'contacts', 'meetings', 'planned-meetings', 'occurrences', 'scripts', 'mails', 'events', 'departments', 'recordings', 'extensions', 'ring-groups', 'call-queues', 'voice-menus', 'conference-rooms', 'inbound-numbers', 'trunks', 'outbound-rules', 'internal-numbers', 'own-extensions', 'announcements', 'sentences', 'shared-numbers', 'extension-status', 'mailboxes', 'phones', 'waiting-phones']) {
    const list = await world.eve.call('GET', `/api/v1/portals/${world.isle}/${collection}`);
    expect.soft(list.status, collection).toBe(200);
    expect.soft(list.text, collection).not.toContain(world.acme);
    expect.soft(list.text, collection).not.toContain(world.things[collection] ?? '?');
  }
});

test('only root is let at what is above the portals [S0.11]', async () => {
  for (const operation of guarded.filter((each) => ['MANAGE_PORTALS', 'SEE_MAIL_BODY'].includes(each.right))) {
    expectProblem(operation, await send(world.ada, operation, address(operation, world.acme)), 403);
  }
});

test('garbage for an id is not found or not valid', async () => {
  for (const operation of operations.filter((each) => each.path.includes('{'))) {
    for (const id of garbage) {
      const inOwn = address(operation, world.acme, id);
      if (inOwn !== address(operation, world.acme)) {
        expectGarbageRefused(operation, await send(world.ada, operation, inOwn));
      }
      if (operation.path.includes('{portal}')) {
        expectGarbageRefused(operation, await send(world.ada, operation, address(operation, id)));
      }
    }
  }
});

function expectGarbageRefused(operation: Operation, reply: Reply): void {
  // The container itself refuses a path with an escaped slash or zero before there is anything to write a problem.
  if (reply.status === 400 && !reply.json) {
    expect.soft(reply.text, operation.name).not.toMatch(/Exception|\bat org\./);
    return;
  }
  expectProblem(operation, reply, 400, 403, 404, 409, 412);
}

test('a body that is none is refused with the field named', async () => {
  const bodies = ['', 'nonsense', '[]', 'null', '{"unknown":1}', `{"a":${'['.repeat(50)}${']'.repeat(50)}}`];
  // Which plugins are there is another story.
  for (const operation of writes.filter((each) => each.hasBody && each.takes === 'application/json' && !each.path.includes('{plugin}'))) {
    const who = operation.right === 'MANAGE_PORTALS' ? world.root : world.ada;
    for (const body of bodies) {
      const path = address(operation, world.acme);
      const reply = await who.call(operation.method, path, body, operation.method === 'PUT' ? { 'If-Match': '"1"' } : {});
      expectProblem(operation, reply, 400);
      expect.soft(reply.json?.errors?.[0], `${operation.name} ${body}`).toMatchObject({ pointer: expect.any(String), detail: expect.any(String) });
    }
    const large = await who.call(operation.method, address(operation, world.acme), `{"a":"${'x'.repeat(1 << 20)}"}`);
    expectProblem(operation, large, 400, 413);
  }
});

test('a write from another page or without the token is refused', async () => {
  const other = world.eve.origin;
  for (const operation of writes) {
    const path = address(operation, world.acme);
    expectProblem(operation, await send(world.ada, operation, path, { Origin: other }), 403);
    expectProblem(operation, await send(world.ada, operation, path, { Origin: '' }), 403);
    if (operation.right !== 'ANYONE') {
      expectProblem(operation, await send(world.ada, operation, path, { 'X-CSRF-Token': 'x' }), 403);
      expectProblem(operation, await send(world.ada, operation, path, { 'X-CSRF-Token': '' }), 403);
    }
  }
});

test('an unknown host gets a plain page that tells nothing', async () => {
  const there = { Host: 'nowhere.example.com' };
  const page = await world.nobody.call('GET', '/', undefined, there);
  expect(page.status).toBe(404);
  expect(page.text).toContain('No portal answers here');
  expect(page.text).not.toMatch(/acme/i);
  for (const path of ['/cxf', '/META-INF/x', '/WEB-INF/web.xml', '/favicon.ico']) {
    const other = await world.nobody.call('GET', path, undefined, there);
    expect(other, path).toMatchObject({ status: 404, text: page.text });
  }
  for (const operation of operations) {
    expectProblem(operation, await send(world.ada, operation, address(operation, world.acme), there), 404);
  }
});

async function live(who: Wire): Promise<LiveWire> {
  const wire = await who.live();
  expect(wire).toBeInstanceOf(LiveWire);
  const heard = await (wire as LiveWire).hello(who.token);
  expect(heard.hello.caller.kind).toMatch(/member|guest/);
  return wire as LiveWire;
}

test('the live channel takes in nobody, and no page of another host', async () => {
  expect(await world.nobody.live()).toBe(401);
  expect(await world.nobody.live({ Cookie: world.eve.cookie })).toBe(401);
  expect(await world.ada.live({ Origin: world.eve.origin })).toBe(403);
  expect(await world.ada.live({ Origin: '' })).toBe(403);
  expect(await world.ada.live({ Host: 'nowhere.example.com' })).toBe(404);
});

test('live channels keep to their portal and right [S0.02]', async () => {
  const channels = [
    { channel: 'events', with: {} },
    { channel: 'script-log', with: { script: world.things.scripts } },
    { channel: 'plugins', with: {} },
    { channel: 'rings', with: {} },
    { channel: 'calls', with: {} },
    { channel: 'own-extensions', with: {} },
    { channel: 'meeting', with: { meeting: world.meeting } },
  ];
  const eve = await live(world.eve);
  const guest = await live(world.guest);
  let number = 0;
  for (const each of channels) {
    number++;
    const foreign = await eve.ask({ open: number, portal: world.acme, ...each });
    expect.soft(foreign, each.channel).toMatchObject({ problem: { status: 404 }, on: number });
    if (Object.keys(each.with).length > 0) {
      const stray = await eve.ask({ open: number, ...each });
      expect.soft([403, 404], `${each.channel} ${JSON.stringify(stray)}`).toContain(stray.problem?.status);
    }
    if (each.channel !== 'meeting') {
      expect.soft(await guest.ask({ open: number, ...each }), each.channel).toMatchObject({ problem: { status: 403 } });
    }
  }
  const other = await guest.ask({ open: 9, channel: 'meeting', with: { meeting: world.otherMeeting } });
  expect.soft([403, 404], JSON.stringify(other)).toContain(other.problem?.status);
  expect.soft(await eve.ask({ open: 9, channel: 'nothing' })).toMatchObject({ problem: { status: 404 } });
  eve.end();
  guest.end();
});

test('garbage on the live channel is answered, and after several the connection ends', async () => {
  const ada = await live(world.ada);
  const messages = ['nonsense', '{}', '[]', '{"open":1}', '{"open":"1","channel":"events"}', '{"on":1}', '{"close":1,"ping":"x"}', '{"what":1}'];
  for (const message of messages) {
    expect.soft(await ada.ask(message), message).toMatchObject({ problem: { status: 400 } });
  }
  expect(await ada.closed).toBe(1008);
});
