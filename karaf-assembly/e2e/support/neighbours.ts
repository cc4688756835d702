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
  const stay = (await guest.live()) as LiveWire;
  const things: Record<string, string> = { meetings: meeting.id, file: await chatFile(guest, stay, acme, meeting.id) };
  for (const collection of ['people', 'contacts', 'scripts', 'mails', 'events', 'audit', 'departments', 'planned-meetings']) {
    things[collection] = good(await ada.call('GET', `/api/v1/portals/${acme}/${collection}`)).json.items[0].id;
  }
  return { acme, isle, root, ada, eve, guest, nobody: new Wire(world.acme), meeting: meeting.id, otherMeeting: otherMeeting.id, code, things, stay };
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
