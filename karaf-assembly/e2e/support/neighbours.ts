import { LiveWire, Wire, type Reply } from './wire';
import { world } from './world';

/** Two portals that must not see each other, and the callers that try. */
export interface Neighbours {
  acme: string;
  isle: string;
  root: Wire;
  /** Administrator of acme. */
  ada: Wire;
  /** Administrator of isle. */
  eve: Wire;
  /** Somebody with the link of one of acme's meetings. */
  guest: Wire;
  nobody: Wire;
  meeting: string;
  otherMeeting: string;
  code: string;
  /** Ids of things of acme, by the collection that they are in, or by their own name in a path. */
  things: Record<string, string>;
  /** The guest in the meeting's room: files of its chat are for those in there. */
  stay: LiveWire;
}

export async function meet(): Promise<Neighbours> {
  const at = (name: string) => world.root.replace('localhost', `${name}.localhost`);
  const root = await new Wire(world.root).signIn('root', world.rootPassword);
  const ada = await new Wire(world.acme).signIn(world.ada.login, world.ada.password);
  const acme = good(await ada.call('GET', '/api/v1/portal')).json.id as string;

  const name = `isle-${Date.now().toString(36)}`;
  const draft = {
    name,
    host: `${name}.localhost`,
    language: 'en',
    zone: 'UTC',
    accent: '#336699',
    webInterface: true,
    profiles: ['low', 'standard', 'high', 'hd'],
    features: ['RECORDING', 'PIN'],
    meetingDefaults: { video: 'standard', sharing: 'standard' },
  };
  const isle = good(await root.call('POST', '/api/v1/portals', JSON.stringify(draft))).json.id as string;
  const eve = await invite(root, new Wire(at(name)), isle);

  const start = (title: string) => ada.call('POST', `/api/v1/portals/${acme}/meetings`, JSON.stringify({ title }));
  const meeting = good(await start('Isolation')).json;
  const otherMeeting = good(await start('Another')).json;
  const code = String(meeting.link).split('/').pop() ?? '';
  const guest = new Wire(world.acme);
  guest.keep(good(await guest.call('POST', `/api/v1/portals/${acme}/guests`, JSON.stringify({ code, name: 'Gus' }))));

  const script = { name, source: 'export {};\n', enabled: false };
  good(await ada.call('POST', `/api/v1/portals/${acme}/scripts`, JSON.stringify(script)));
  const contact = { visibility: 'PUBLIC', name: 'Isolated', groups: ['Board'] };
  good(await ada.call('POST', `/api/v1/portals/${acme}/contacts`, JSON.stringify(contact)));
  const plan = { title: 'Isolated plan', start: '2035-01-08T09:00', minutes: 30, invite: { addresses: [{ email: 'isolated@acme.example' }] } };
  good(await ada.call('POST', `/api/v1/portals/${acme}/planned-meetings`, JSON.stringify(plan)));
  const telephone = await telephoneThings(ada, acme);
  const stay = (await guest.live()) as LiveWire;
  const things: Record<string, string> = { ...telephone, meetings: meeting.id, file: await chatFile(guest, stay, acme, meeting.id) };
  for (const collection of ['people', 'contacts', 'scripts', 'mails', 'events', 'audit', 'departments', 'planned-meetings']) {
    things[collection] = good(await ada.call('GET', `/api/v1/portals/${acme}/${collection}`)).json.items[0].id;
  }
  return { acme, isle, root, ada, eve, guest, nobody: new Wire(world.acme), meeting: meeting.id, otherMeeting: otherMeeting.id, code, things, stay };
}

/** One thing of each kind that is set up for calls, with numbers that no other test takes. */
async function telephoneThings(ada: Wire, portal: string): Promise<Record<string, string>> {
  const some = String(Date.now() % 1_000_000).padStart(6, '0');
  const hangUp = { kind: 'HANG_UP', value: '' };
  const make = async (path: string, draft: object) => good(await ada.call('POST', `/api/v1/portals/${portal}/${path}`, JSON.stringify(draft))).json;
  const extension = (await make('extensions', { number: `20${some}`, name: 'Isolated', ringSeconds: 20, mostCalls: 2, forwards: {}, recording: 'NEVER' })).id as string;
  const device = (await make(`extensions/${extension}/devices`, { name: 'Isolated' })).device.id as string;
  const trunk = { name: `Isolated ${some}`, order: 10, host: 'sip.example.org', port: 0, user: 'isolated', registers: false, expirySeconds: 600, shown: 'E164', dialled: 'E164', prefix: '' };
  const queue = { number: `22${some}`, name: 'Isolated', strategy: 'ALL', agents: [], ringSeconds: 20, wrapUpSeconds: 5, mostWaiting: 10, longestWaitSeconds: 300, otherwise: hangUp };
  const menu = { number: `23${some}`, name: 'Isolated', prompt: 'welcome', keys: {}, seconds: 5, tries: 2, timeout: hangUp, wrong: hangUp };
  return {
    extensions: extension,
    extension,
    device,
    devices: device,
    'ring-groups': (await make('ring-groups', { number: `21${some}`, name: 'Isolated', strategy: 'ALL', members: [extension], seconds: 20, otherwise: hangUp })).id,
    'call-queues': (await make('call-queues', queue)).id,
    'voice-menus': (await make('voice-menus', menu)).id,
    'conference-rooms': (await make('conference-rooms', { number: `24${some}`, name: 'Isolated', most: 10 })).id,
    'inbound-numbers': (await make('inbound-numbers', { number: `+4930${some}`, name: 'Isolated', destination: hangUp })).id,
    trunks: (await make('trunks', trunk)).id,
    'outbound-rules': (await make('outbound-rules', { name: `Isolated ${some}`, order: 10, prefixes: ['+44'] })).id,
  };
}

/** A file that the guest puts into the chat of the meeting. */
async function chatFile(guest: Wire, live: LiveWire, portal: string, meeting: string): Promise<string> {
  await live.hello(guest.token);
  let said = await live.ask({ open: 1, channel: 'meeting', with: { meeting } });
  while (!said.data?.joined) {
    said = await live.next();
  }
  const path = `/api/v1/portals/${portal}/meetings/${meeting}/files?participant=${said.data.joined.participant}&name=plan.txt`;
  return good(await guest.call('POST', path, 'step one', { 'Content-Type': 'application/octet-stream' })).json.id as string;
}

/** Makes an administrator by the link in the welcome mail, which only root can read. */
async function invite(root: Wire, there: Wire, portal: string): Promise<Wire> {
  const eve = { login: 'eve', name: 'Eve', email: 'eve@isle.example', roles: ['system-owner'], enabled: true };
  good(await root.call('POST', `/api/v1/portals/${portal}/people`, JSON.stringify(eve)));
  const mails = good(await root.call('GET', `/api/v1/portals/${portal}/mails`)).json.items;
  const body = good(await root.call('GET', `/api/v1/portals/${portal}/mails/${mails[0].id}/body`)).json.text as string;
  const token = /welcome#([\w-]+)/.exec(body)?.[1] ?? '';
  const used = await there.call('POST', '/api/v1/links/use', JSON.stringify({ token, password: 'an island of its own' }));
  return there.keep(good(used));
}

function good(reply: Reply): Reply {
  if (reply.status < 200 || reply.status > 299) {
    throw new Error(`${reply.status} ${reply.text}`);
  }
  return reply;
}
