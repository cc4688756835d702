import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { codeOf, freshPasskey } from '../support/factors';
import { png } from '../support/png';
import { type Reply, Wire } from '../support/wire';
import { world } from '../support/world';

/**
 * Walks every operation of the OpenAPI file that changes a person, a right, a portal, a secret or a setting: each writes
 * an entry that says who, when, from where, and what was before and after. What changes none of these is named with why.
 */
const description = JSON.parse(readFileSync(new URL('../../../docs/openapi.json', import.meta.url), 'utf8'));
const changing: string[] = Object.values<Record<string, any>>(description.paths)
  .flatMap((methods) => Object.entries(methods))
  .filter(([method]) => ['post', 'put', 'patch', 'delete'].includes(method))
  .map(([, operation]) => operation.operationId);

/** What the console calls the fields; the names of a plugin's settings are its own. */
const WORDS = JSON.parse(readFileSync(new URL('../../../bundles/console/src/ui/audit/strings/en.json', import.meta.url), 'utf8'));

const COMES_AND_GOES = 'somebody comes or goes; the journal of events has it';
const ASKS = 'asks, and changes nothing';
const MEETING = 'a meeting and who is in it; the journal of events has it';
const RECORDED = 'needs a recording; its entry is looked at in 4-recordings.spec.ts';
const RING = 'a visitor and who answers; the journal of events has it';
const CALL = 'a call and who is in it; the journal of events has it, and of listening and recording the audit (CallServiceTest)';
const DRAFT = 'a draft of an import; saving it is recorded';

/** What changes no person, right, portal, secret or setting. */
const NOTHING: Record<string, string> = {
  'session.signIn': COMES_AND_GOES,
  'session.signOut': COMES_AND_GOES,
  'ownPhone.open': 'a phone of this session, which ends with it',
  'phoneLogin.signIn': 'makes the link that softphone.link makes, whose entry it has; 5-provisioning.spec.ts',
  'phoneTemplate.preview': ASKS,
  'sessionStep.secondFactor': COMES_AND_GOES,
  'sessionStep.passkey': COMES_AND_GOES,
  'sessionStep.passkeyQuestion': ASKS,
  'newPortalFile.compare': ASKS,
  'blueprint.compare': ASKS,
  'holidayFile.read': ASKS,
  'jvbServer.test': ASKS,
  'jvbServer.testOf': ASKS,
  'recovery.ask': 'sends a mail, whose link is recorded when it is used',
  'link.look': ASKS,
  'guest.look': ASKS,
  'accountSecurity.askPasskey': ASKS,
  'accountSecurity.drawApp': ASKS,
  'hostCheck.check': ASKS,
  'plugin.test': ASKS,
  'message.mark': 'a message in a mailbox; the journal of events has it',
  'message.delete': 'a message in a mailbox; the journal of events has it, and of somebody else’s the audit (MessagesTest)',
  'dictation.rename': 'a dictation of one’s own; of somebody else’s the audit has it (DictationApplicationTest)',
  'dictation.delete': 'a dictation of one’s own; of somebody else’s the audit has it (DictationApplicationTest)',
  'guest.admit': MEETING,
  'talk.ring': RING,
  'talk.leaveMessage': RING,
  'ring.answer': RING,
  'ring.decline': RING,
  'meeting.start': MEETING,
  'meeting.byLink': MEETING,
  'plannedMeeting.invite': 'sends mails again, which are recorded as mails',
  'meeting.end': MEETING,
  'meeting.remove': MEETING,
  'meeting.mute': MEETING,
  'chatFile.post': MEETING,
  'mail.retry': 'sends once more what was recorded as sent',
  'recording.rename': RECORDED,
  'recording.delete': RECORDED,
  'recording.share': RECORDED,
  'recording.unshare': RECORDED,
  'callRecording.delete': 'needs a call that was recorded; its entry is looked at in CallRecordingsTest',
  'call.originate': CALL,
  'callForecast.foresee': ASKS,
  'ownText.send': 'a text between two people, which both have in their history',
  'ownText.read': 'a mark at what one has read oneself',
  'callAction.answer': CALL,
  'callAction.hangUp': CALL,
  'callAction.hold': CALL,
  'callAction.divert': CALL,
  'callAction.transfer': CALL,
  'callAction.park': CALL,
  'callAction.pickUp': CALL,
  'callAction.listen': CALL,
  'callAction.whisper': CALL,
  'callAction.bargeIn': CALL,
  'callAction.add': CALL,
  'callAction.record': CALL,
  'callAction.press': CALL,
  'import.begin': DRAFT,
  'import.correct': DRAFT,
  'import.leaveOut': DRAFT,
  'import.delete': DRAFT,
  'import.dryRun': DRAFT,
};

interface Step {
  operation: string;
  /** What the entry is called. */
  action: string;
  run: () => Promise<Reply>;
  /** Who it is recorded of, if not the portal's administrator. */
  by?: () => string;
  /** Where it is recorded, if not in the portal. */
  at?: () => string;
  /** Looks closer at the entry. */
  entry?: { before?: Record<string, unknown>; after?: Record<string, unknown> };
}

const YAML = { 'Content-Type': 'application/yaml' };
const PASSWORD = 'a ledger with two columns';
const OTHER_PASSWORD = 'a ledger with three columns';
const name = `ledger-${Date.now().toString(36)}`;
const origin = world.root.replace('localhost', `${name}.localhost`);

let root: Wire;
let rootId = '';
let rootPortal = '';
let portal = '';
let eve: Wire;
let eveId = '';
let bob = '';
let bobWire: Wire;
/** Ids of what was made on the way. */
const made: Record<string, string> = {};
const versions: Record<string, number> = {};
let secret = '';
let passkeyToken = { token: '', challenge: '' };
let setupToken = '';

const api = (path: string) => `/api/v1${path}`;
const here = (path: string) => api(`/portals/${portal}${path}`);

function good(reply: Reply): Reply {
  if (reply.status < 200 || reply.status > 299) {
    throw new Error(`${reply.status} ${reply.text.slice(0, 400)}`);
  }
  return reply;
}

/** Sends JSON; the version of a thing goes along by its name. */
async function send(who: Wire, method: string, path: string, body?: unknown, thing?: string): Promise<Reply> {
  const more: Record<string, string> = thing ? { 'If-Match': `"${versions[thing] ?? 0}"` } : {};
  const reply = good(await who.call(method, path, body === undefined ? undefined : JSON.stringify(body), more));
  if (thing) {
    versions[thing] = reply.json?.version ?? (versions[thing] ?? 0) + 1;
  }
  return reply;
}

async function make(thing: string, who: Wire, path: string, body: unknown): Promise<Reply> {
  const reply = await send(who, 'POST', path, body);
  made[thing] = reply.json.id ?? reply.json.token?.id ?? reply.json.name;
  versions[thing] = reply.json.version ?? 1;
  return reply;
}

const personDraft = (login: string, more: object = {}) => ({ login, name: `Name of ${login}`, enabled: true, ...more });
const portalDraft = (more: object = {}) => ({
  name,
  host: `${name}.localhost`,
  language: 'en',
  zone: 'UTC',
  accent: '#336699',
  webInterface: true,
  profiles: ['low', 'standard'],
  features: ['PIN'],
  meetingDefaults: { video: 'standard', sharing: 'standard' },
  ...more,
});

const planDraft = (title: string) => ({
  title,
  start: '2035-01-08T09:00',
  minutes: 30,
  recurrence: { frequency: 'WEEKLY', interval: 1, count: 3 },
  invite: { addresses: [{ email: 'planned@ledger.example' }] },
});

function certificate(): string {
  const folder = mkdtempSync(join(tmpdir(), 'patchbay-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=ledger.example', '-addext', 'subjectAltName=DNS:ledger.example'];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '30', ...subject, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  return readFileSync(cert, 'utf8') + readFileSync(key, 'utf8');
}

const byRoot = { by: () => rootId };
const inRoot = { by: () => rootId, at: () => rootPortal };
const byBob = { by: () => bob };

/** In an order in which each finds what it needs. */
const WALK: Step[] = [
  {
    operation: 'portal.create',
    action: 'portal.created',
    ...byRoot,
    run: async () => {
      const reply = await make('portal', root, api('/portals'), portalDraft());
      portal = made.portal!;
      return reply;
    },
    entry: { after: { name } },
  },
  {
    operation: 'person.create',
    action: 'person.password-set',
    ...byRoot,
    run: async () => {
      const reply = await make('eve', root, here('/people'), personDraft('eve', { roles: ['system-owner'], password: PASSWORD }));
      eveId = made.eve!;
      eve = await new Wire(origin).signIn('eve', PASSWORD);
      return reply;
    },
    entry: { after: { password: 'set' } },
  },
  {
    operation: 'portal.update',
    action: 'portal.updated',
    run: () => send(eve, 'PUT', api(`/portals/${portal}`), portalDraft({ language: 'de' }), 'portal'),
    entry: { before: { language: 'en' }, after: { language: 'de' } },
  },
  {
    operation: 'logo.put',
    action: 'portal.updated',
    run: async () => {
      const reply = good(await eve.call('PUT', here('/logo'), png(), { 'Content-Type': 'image/png', 'If-Match': `"${versions.portal}"` }));
      versions.portal = reply.json.version;
      return reply;
    },
  },
  {
    operation: 'mediaServer.change',
    action: 'media-server.undrained',
    ...inRoot,
    run: async () => {
      good(await root.call('PUT', api('/media-servers/embedded'), JSON.stringify({ draining: true })));
      return send(root, 'PUT', api('/media-servers/embedded'), { draining: false });
    },
    entry: { before: { draining: 'true' }, after: { draining: 'false' } },
  },
  {
    operation: 'serverChoice.choose',
    action: 'media-server.chosen',
    run: () => send(eve, 'PUT', here('/media-server'), { server: 'embedded', whenDown: 'REFUSE' }),
    entry: { before: { mediaServerDown: 'FALLBACK' }, after: { mediaServer: 'embedded', mediaServerDown: 'REFUSE' } },
  },
  { operation: 'logo.remove', action: 'portal.updated', run: () => send(eve, 'DELETE', here('/logo'), undefined, 'portal') },
  {
    operation: 'signInPolicy.put',
    action: 'sign-in-policy.updated',
    run: () => send(eve, 'PUT', here('/sign-in-policy'), { secondFactor: 'optional', roles: [], longestPassword: 64 }, 'policy'),
    entry: { before: { longestPassword: '128' }, after: { longestPassword: '64' } },
  },
  {
    operation: 'department.create',
    action: 'department.created',
    run: () => make('department', eve, here('/departments'), { name: 'Counting' }),
  },
  {
    operation: 'department.update',
    action: 'department.updated',
    run: () => send(eve, 'PUT', here(`/departments/${made.department}`), { name: 'Counting house' }, 'department'),
    entry: { before: { name: 'Counting' }, after: { name: 'Counting house' } },
  },
  {
    operation: 'department.override',
    action: 'department.updated',
    run: () => send(eve, 'PUT', here(`/departments/${made.department}/override`), { open: true, until: new Date(Date.now() + 3_600_000).toISOString() }),
  },
  { operation: 'department.endOverride', action: 'department.updated', run: () => send(eve, 'DELETE', here(`/departments/${made.department}/override`), undefined) },
  {
    operation: 'role.create',
    action: 'role.created',
    run: () => make('role', eve, here('/roles'), { title: 'Bookkeeper', everywhere: true, rights: ['SEE_AUDIT'] }),
  },
  {
    operation: 'role.update',
    action: 'role.updated',
    run: () => send(eve, 'PUT', here(`/roles/${made.role}`), { title: 'Bookkeeper', everywhere: true, rights: ['SEE_AUDIT', 'SEE_MAIL'] }, 'role'),
  },
  { operation: 'role.delete', action: 'role.deleted', run: () => send(eve, 'DELETE', here(`/roles/${made.role}`)) },
  {
    operation: 'contact.create',
    action: 'contact.created',
    run: () => make('contact', eve, here('/contacts'), { visibility: 'PUBLIC', name: 'Luca', groups: [] }),
  },
  {
    operation: 'contact.update',
    action: 'contact.updated',
    run: () => send(eve, 'PUT', here(`/contacts/${made.contact}`), { visibility: 'PUBLIC', name: 'Luca P.', groups: [] }, 'contact'),
    entry: { before: { name: 'Luca' }, after: { name: 'Luca P.' } },
  },
  { operation: 'contact.delete', action: 'contact.deleted', run: () => send(eve, 'DELETE', here(`/contacts/${made.contact}`)) },
  {
    operation: 'recordingRules.put',
    action: 'recording-rules.updated',
    run: () => send(eve, 'PUT', here('/recording-rules'), { keepDays: 90 }),
    entry: { after: { keepDays: '90' } },
  },
  {
    operation: 'plannedMeetingRules.put',
    action: 'planned-meeting-rules.updated',
    run: () => send(eve, 'PUT', here('/planned-meeting-rules'), { keepDays: 400 }),
    entry: { after: { keepDays: '400' } },
  },
  {
    operation: 'contactImport.run',
    action: 'contact.imported',
    run: async () =>
      good(await eve.call('POST', here('/contact-imports?visibility=PUBLIC&save=true'), 'name,email\nLeonardo,leo@example.org\n', { 'Content-Type': 'text/csv' })),
  },
  {
    operation: 'plannedMeeting.plan',
    action: 'meeting.planned',
    run: () => make('plan', eve, here('/planned-meetings'), planDraft('Ledger')),
    entry: { after: { title: 'Ledger' } },
  },
  {
    operation: 'plannedMeeting.update',
    action: 'meeting.replanned',
    run: () => send(eve, 'PUT', here(`/planned-meetings/${made.plan}`), planDraft('Ledgers'), 'plan'),
    entry: { before: { title: 'Ledger' }, after: { title: 'Ledgers' } },
  },
  {
    operation: 'plannedMeeting.change',
    action: 'meeting.replanned',
    run: () => send(eve, 'PUT', here(`/planned-meetings/${made.plan}/occurrence`), { occurrence: '2035-01-15T09:00', start: '2035-01-16T09:00' }, 'plan'),
  },
  {
    operation: 'invitation.answer',
    action: 'meeting.answered',
    run: async () => {
      const mails = good(await root.call('GET', api(`/portals/${portal}/mails?limit=50`))).json.items as { id: string; to: string }[];
      const mail = mails.find(({ to }) => to === 'planned@ledger.example');
      const text = good(await root.call('GET', api(`/portals/${portal}/mails/${mail?.id}/body`))).json.text as string;
      return send(eve, 'PUT', here(`/invitations/${/invitation\S*#([0-9a-f]+)/.exec(text)?.[1]}`), { answer: 'ACCEPTED' });
    },
  },
  { operation: 'plannedMeeting.cancel', action: 'meeting.cancelled', run: () => send(eve, 'DELETE', here(`/planned-meetings/${made.plan}`)) },
  { operation: 'calendarFeed.renew', action: 'calendar-feed.renewed', run: () => send(eve, 'POST', here('/calendar-feed')) },
  { operation: 'calendarFeed.revoke', action: 'calendar-feed.revoked', run: () => send(eve, 'DELETE', here('/calendar-feed')) },
  {
    operation: 'script.create',
    action: 'script.created',
    run: () => make('script', eve, here('/scripts'), { name: 'Ledger', source: 'export {};\n', enabled: false }),
  },
  {
    operation: 'script.update',
    action: 'script.updated',
    run: () => send(eve, 'PUT', here(`/scripts/${made.script}`), { name: 'Ledgers', source: 'export {};\n', enabled: false }, 'script'),
    entry: { before: { name: 'Ledger' }, after: { name: 'Ledgers' } },
  },
  { operation: 'script.delete', action: 'script.deleted', run: () => send(eve, 'DELETE', here(`/scripts/${made.script}`)) },
  {
    operation: 'scriptSettings.put',
    action: 'script-settings.updated',
    run: () => send(eve, 'PUT', here('/script-settings'), { allowedHosts: ['example.org'] }),
    entry: { after: { allowedHosts: 'example.org' } },
  },
  {
    operation: 'plugin.configure',
    action: 'plugin.configured',
    run: () => send(eve, 'PUT', here('/plugins/crm-hubspot/settings'), { baseAddress: world.hubspot, token: 'pat-ledger' }, 'plugin'),
  },
  { operation: 'plugin.unconfigure', action: 'plugin.unconfigured', run: () => send(eve, 'DELETE', here('/plugins/crm-hubspot/settings'), undefined, 'plugin') },
  { operation: 'certificate.add', action: 'certificate.added', ...inRoot, run: () => make('certificate', root, api('/certificates'), { pem: certificate() }) },
  {
    operation: 'certificate.replace',
    action: 'certificate.replaced',
    ...inRoot,
    run: () => send(root, 'PUT', api(`/certificates/${made.certificate}`), { pem: certificate() }),
  },
  {
    operation: 'phoneTemplate.save',
    action: 'phone-template.saved',
    ...inRoot,
    run: () => send(root, 'PUT', api('/phone-templates/fanvil'), { content: '<sysConf>{{account.user}}</sysConf>' }),
  },
  { operation: 'phoneTemplate.delete', action: 'phone-template.deleted', ...inRoot, run: () => send(root, 'DELETE', api('/phone-templates/fanvil')) },
  { operation: 'certificate.remove', action: 'certificate.removed', ...inRoot, run: () => send(root, 'DELETE', api(`/certificates/${made.certificate}`)) },
  {
    operation: 'jvbServer.add',
    action: 'media-server.added',
    ...inRoot,
    run: () => make('jvbServer', root, api('/jitsi-videobridges'), { name: 'ledger', url: 'http://127.0.0.1:9', region: 'Lucca', enabled: false }),
  },
  {
    operation: 'jvbServer.change',
    action: 'media-server.changed',
    ...inRoot,
    run: () => send(root, 'PUT', api(`/jitsi-videobridges/${made.jvbServer}`), { name: 'ledger', url: 'http://127.0.0.1:9', region: 'Pisa', networks: ['10.79.0.0/16'], enabled: false }, 'jvbServer'),
    entry: { before: { region: 'Lucca' }, after: { region: 'Pisa' } },
  },
  { operation: 'jvbServer.remove', action: 'media-server.removed', ...inRoot, run: () => send(root, 'DELETE', api(`/jitsi-videobridges/${made.jvbServer}`)) },
  {
    operation: 'import.save',
    action: 'person.created',
    run: async () => {
      const begun = good(await eve.call('POST', here('/people-imports'), '"ina@example.org", "Ina"\n', { 'Content-Type': 'text/csv' }));
      return send(eve, 'POST', here(`/people-imports/${begun.json.id}/save`));
    },
  },
  {
    operation: 'person.update',
    action: 'person.updated',
    run: async () => {
      await make('bob', eve, here('/people'), personDraft('bob'));
      bob = made.bob!;
      return send(eve, 'PUT', here(`/people/${bob}`), personDraft('bob', { extension: '4711' }), 'bob');
    },
    entry: { after: { extension: '4711' } },
  },
  {
    operation: 'personalLink.change',
    action: 'click2meet.link-changed',
    run: () => send(eve, 'PUT', here(`/personal-links/${bob}`), { name: 'bob-of-the-ledger', on: false }),
    entry: { after: { link: 'bob-of-the-ledger', linkOn: 'false' } },
  },
  {
    operation: 'person.link',
    action: 'person.linked',
    run: async () => {
      const reply = await send(eve, 'POST', here(`/people/${bob}/setup-link`));
      setupToken = String(reply.json.link).split('#')[1] ?? '';
      return reply;
    },
  },
  {
    operation: 'link.use',
    action: 'person.password-set',
    ...byBob,
    run: async () => {
      bobWire = new Wire(origin);
      const reply = await send(bobWire, 'POST', api('/links/use'), { token: setupToken, password: PASSWORD });
      bobWire.keep(reply);
      return reply;
    },
    entry: { after: { password: 'set' } },
  },
  {
    operation: 'account.changePassword',
    action: 'person.password-set',
    ...byBob,
    run: () => send(bobWire, 'PUT', api('/account/password'), { present: PASSWORD, password: OTHER_PASSWORD }),
    entry: { after: { password: 'changed' } },
  },
  {
    operation: 'account.changeProfile',
    action: 'person.updated',
    ...byBob,
    run: () => send(bobWire, 'PUT', api('/account/profile'), { language: 'fr', zone: 'Europe/Paris' }),
    entry: { after: { language: 'fr', zone: 'Europe/Paris' } },
  },
  {
    operation: 'accountPicture.put',
    action: 'person.picture-set',
    ...byBob,
    run: async () => good(await bobWire.call('PUT', api('/account/picture'), png(), { 'Content-Type': 'image/png' })),
  },
  { operation: 'accountPicture.remove', action: 'person.picture-removed', ...byBob, run: () => send(bobWire, 'DELETE', api('/account/picture')) },
  {
    operation: 'personPicture.put',
    action: 'person.picture-set',
    run: async () => good(await eve.call('PUT', here(`/people/${bob}/picture`), png(), { 'Content-Type': 'image/png' })),
  },
  { operation: 'personPicture.remove', action: 'person.picture-removed', run: () => send(eve, 'DELETE', here(`/people/${bob}/picture`)) },
  {
    operation: 'accountSecurity.addPasskey',
    action: 'person.passkey-added',
    ...byBob,
    run: async () => {
      passkeyToken = (await send(bobWire, 'POST', api('/account/passkeys/question'))).json;
      const registration = freshPasskey(origin, passkeyToken.challenge);
      return make('passkey', bobWire, api('/account/passkeys'), { token: passkeyToken.token, name: 'Laptop', present: OTHER_PASSWORD, registration });
    },
    entry: { after: { passkey: 'Laptop' } },
  },
  {
    operation: 'accountSecurity.renamePasskey',
    action: 'person.passkey-renamed',
    ...byBob,
    run: () => send(bobWire, 'PUT', api(`/account/passkeys/${made.passkey}`), { name: 'Old laptop' }),
    entry: { before: { passkey: 'Laptop' }, after: { passkey: 'Old laptop' } },
  },
  { operation: 'accountSecurity.removePasskey', action: 'person.passkey-removed', ...byBob, run: () => send(bobWire, 'DELETE', api(`/account/passkeys/${made.passkey}`)) },
  {
    operation: 'accountSecurity.enrolApp',
    action: 'person.app-set-up',
    ...byBob,
    run: async () => {
      const app = (await send(bobWire, 'POST', api('/account/second-factor/app'))).json;
      secret = app.key.secret;
      return send(bobWire, 'PUT', api('/account/second-factor/app'), { token: app.token, code: codeOf(secret), present: OTHER_PASSWORD });
    },
    entry: { before: { app: 'none' }, after: { app: 'set' } },
  },
  {
    operation: 'accountSecurity.renewCodes',
    action: 'person.recovery-codes-renewed',
    ...byBob,
    run: () => send(bobWire, 'POST', api('/account/second-factor/recovery-codes'), { present: OTHER_PASSWORD }),
  },
  {
    operation: 'accountSecurity.removeApp',
    action: 'person.app-removed',
    ...byBob,
    run: () => send(bobWire, 'POST', api('/account/second-factor/app/removal'), { present: OTHER_PASSWORD }),
  },
  {
    operation: 'token.create',
    action: 'token.created',
    ...byBob,
    run: () => make('token', bobWire, api('/account/tokens'), { name: 'Backup', scopes: ['TAKE_PART'], expires: new Date(Date.now() + 3_600_000).toISOString() }),
  },
  { operation: 'token.revoke', action: 'token.revoked', ...byBob, run: () => send(bobWire, 'DELETE', api(`/account/tokens/${made.token}`)) },
  {
    operation: 'accountSession.end',
    action: 'person.sessions-ended',
    ...byBob,
    run: async () => {
      await new Wire(origin).signIn('bob', OTHER_PASSWORD);
      const sessions = (await send(bobWire, 'GET', api('/account/sessions'))).json.items as { id: string; present: boolean }[];
      return send(bobWire, 'DELETE', api(`/account/sessions/${sessions.find(({ present }) => !present)!.id}`));
    },
  },
  { operation: 'accountSession.endOthers', action: 'person.sessions-ended', ...byBob, run: () => send(bobWire, 'DELETE', api('/account/sessions')) },
  { operation: 'allSessions.signOutEverywhere', action: 'person.sessions-ended', ...byBob, run: () => send(bobWire, 'DELETE', api('/sessions')) },
  {
    operation: 'personSecurity.require',
    action: 'person.second-factor',
    run: () => send(eve, 'PUT', here(`/people/${bob}/second-factor`), { required: true }),
    entry: { before: { required: 'false' }, after: { required: 'true' } },
  },
  { operation: 'personSecurity.reset', action: 'person.second-factor-reset', run: () => send(eve, 'DELETE', here(`/people/${bob}/second-factor`)) },
  {
    operation: 'personSecurity.setPassword',
    action: 'person.password-set',
    run: async () => {
      await send(eve, 'PUT', here(`/people/${bob}/second-factor`), { required: false });
      return send(eve, 'PUT', here(`/people/${bob}/password`), { password: PASSWORD, mustChange: true });
    },
    entry: { after: { password: 'changed', mustChange: 'true' } },
  },
  {
    operation: 'sessionStep.newPassword',
    action: 'person.password-set',
    ...byBob,
    run: async () => {
      bobWire = new Wire(origin);
      const asked = await send(bobWire, 'POST', api('/session'), { login: 'bob', password: PASSWORD });
      const reply = await send(bobWire, 'POST', api('/session/new-password'), { token: asked.json.step.token, password: OTHER_PASSWORD });
      bobWire.keep(reply);
      return reply;
    },
  },
  {
    operation: 'personSecurity.revokeToken',
    action: 'token.revoked',
    run: async () => {
      await make('token', bobWire, api('/account/tokens'), { name: 'Backup', scopes: ['TAKE_PART'], expires: new Date(Date.now() + 3_600_000).toISOString() });
      return send(eve, 'DELETE', here(`/people/${bob}/tokens/${made.token}`));
    },
  },
  {
    operation: 'personSecurity.endSession',
    action: 'person.sessions-ended',
    run: async () => {
      const sessions = (await send(eve, 'GET', here(`/people/${bob}/sessions`))).json.items as { id: string }[];
      return send(eve, 'DELETE', here(`/people/${bob}/sessions/${sessions[0]!.id}`));
    },
  },
  { operation: 'personSecurity.endSessions', action: 'person.sessions-ended', run: () => send(eve, 'DELETE', here(`/people/${bob}/sessions`)) },
  {
    operation: 'personSecurity.useDirectory',
    action: 'person.password-removed',
    run: async () => {
      const jar = join(world.data, 'deploy', basename(world.ldapPlugin));
      copyFileSync(world.ldapPlugin, jar);
      try {
        await expect.poll(async () => (await eve.call('GET', here('/plugins/ldap'))).json?.state).toBe('ACTIVE');
        await send(eve, 'PUT', here('/plugins/ldap/settings'), { host: '127.0.0.1', base: 'dc=acme,dc=example' }, 'ldap');
        return await send(eve, 'DELETE', here(`/people/${bob}/password`));
      } finally {
        rmSync(jar);
        // What the next steps write into a portal's file must not name a plugin that is about to go.
        await expect.poll(async () => (await eve.call('GET', here('/plugins/ldap'))).status).toBe(404);
      }
    },
    entry: { after: { password: 'removed' } },
  },
  {
    operation: 'person.invite',
    action: 'person.invited',
    run: async () => {
      await make('cy', eve, here('/people'), personDraft('cy', { email: 'cy@example.org' }));
      return send(eve, 'POST', here(`/people/${made.cy}/invitation`));
    },
  },
  {
    operation: 'bulk.run',
    action: 'person.updated',
    run: () => send(eve, 'POST', here('/people-bulk'), { action: 'DISABLE', people: [made.cy] }),
    entry: { before: { enabled: 'true' }, after: { enabled: 'false' } },
  },
  {
    operation: 'person.delete',
    action: 'person.deleted',
    run: () => send(eve, 'DELETE', here(`/people/${made.cy}`)),
    entry: { before: { login: 'cy' } },
  },
  { operation: 'personErasure.erase', action: 'person.erased', run: () => send(eve, 'POST', here(`/people/${bob}/erasure`)) },
  {
    operation: 'blueprint.apply',
    action: 'portal.file-applied',
    run: async () => {
      const file = good(await eve.call('GET', here('/file'))).text;
      return good(await eve.call('PUT', here('/file'), file.replace('language: de', 'language: fr'), YAML));
    },
  },
  {
    operation: 'newPortalFile.create',
    action: 'portal.file-applied',
    by: () => rootId,
    at: () => made.second!,
    run: async () => {
      const file = good(await root.call('GET', here('/file'))).text;
      const reply = good(await root.call('POST', api('/portal-files'), file.replaceAll(name, `${name}-two`), YAML));
      made.second = reply.json.id;
      return reply;
    },
  },
  ...telephoneSteps(),
  { operation: 'department.delete', action: 'department.deleted', run: () => send(eve, 'DELETE', here(`/departments/${made.department}`)) },
  {
    operation: 'portal.delete',
    action: 'portal.deleted',
    ...inRoot,
    run: () => send(root, 'DELETE', api(`/portals/${portal}`)),
    entry: { before: { name } },
  },
];

/** A second of silence, PCM of 8 bits. */
function wav(): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + 8000, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(8000, 40);
  return Buffer.concat([head, Buffer.alloc(8000, 128)]);
}

/** Everything that is set up for calls: made, changed and, once nothing leads to it, deleted. */
function telephoneSteps(): Step[] {
  const hangUp = { kind: 'HANG_UP', value: '' };
  const desk = (more: object = {}) => ({ number: '4100', name: 'Hall', ringSeconds: 20, mostCalls: 2, externalCalls: true, forwards: {}, recording: 'NEVER', ...more });
  const deskPhone = (more: object = {}) => ({ mac: '00:15:65:ab:00:01', maker: 'YEALINK', model: 'T54W', extension: made.extension, label: 'Hall', transport: 'UDP', ...more });
  const kinds: [operation: string, path: string, concept: string, draft: () => object, change: object][] = [
    ['ringGroup', 'ring-groups', 'call-group', () => ({ number: '4200', name: 'Sales', strategy: 'ALL', members: [made.extension], seconds: 20, otherwise: hangUp }), { seconds: 30 }],
    ['callQueue', 'call-queues', 'call-group', () => ({ number: '4201', name: 'Support', strategy: 'LONGEST_IDLE', agents: [made.extension], ringSeconds: 20, wrapUpSeconds: 5, mostWaiting: 10, longestWaitSeconds: 300, music: true, otherwise: hangUp }), { mostWaiting: 20 }],
    ['voiceMenu', 'voice-menus', 'call-group', () => ({ number: '4202', name: 'Welcome', prompt: 'welcome', keys: { 1: hangUp }, seconds: 5, tries: 2, timeout: hangUp, wrong: hangUp }), { tries: 3 }],
    ['conferenceRoom', 'conference-rooms', 'call-group', () => ({ number: '4203', name: 'Round table', pin: '4711', most: 10 }), { most: 12 }],
    ['inboundNumber', 'inbound-numbers', 'number', () => ({ number: '+493090182000', name: 'Main', destination: hangUp }), { name: 'Main line' }],
    ['trunk', 'trunks', 'trunk', () => ({ name: 'Carrier', order: 10, on: false, host: 'sip.example.org', port: 0, user: 'account', password: 'pat-ledger-trunk', registers: true, expirySeconds: 600, shown: 'E164', dialled: 'E164', prefix: '' }), { order: 20 }],
    ['outboundRule', 'outbound-rules', 'call-rule', () => ({ name: 'Abroad', order: 10, prefixes: ['+44'], trunks: [made.trunk] }), { order: 20 }],
  ];
  const steps: Step[] = [
    { operation: 'extension.create', action: 'extension.created', run: () => make('extension', eve, here('/extensions'), desk()), entry: { after: { number: '4100' } } },
    {
      operation: 'extension.update',
      action: 'extension.updated',
      run: () => send(eve, 'PUT', here(`/extensions/${made.extension}`), desk({ ringSeconds: 30 }), 'extension'),
      entry: { before: { ringSeconds: '20' }, after: { ringSeconds: '30' } },
    },
    {
      operation: 'forwards.choose',
      action: 'extension.updated',
      run: () => send(eve, 'PUT', here(`/extensions/${made.extension}/forwards`), { doNotDisturb: true, forwards: {}, ringSeconds: 45 }, 'extension'),
      entry: { after: { doNotDisturb: 'true', ringSeconds: '45' } },
    },
    {
      operation: 'phoneServices.choose',
      action: 'phone-services.created',
      run: () =>
        send(
          eve,
          'PUT',
          here(`/extensions/${made.extension}/services`),
          { followMe: { firstSeconds: 10, numbers: ['4199'], seconds: 20 }, secretary: {}, receives: true, callBack: false, language: 'fr', zone: 'Europe/Paris' },
          'phoneServices',
        ),
      entry: { after: { callBack: 'false', receives: 'true', language: 'fr', zone: 'Europe/Paris' } },
    },
    {
      operation: 'extensionDevice.create',
      action: 'device.created',
      run: async () => {
        const reply = await send(eve, 'POST', here(`/extensions/${made.extension}/devices`), { name: 'Desk phone' });
        made.device = reply.json.device.id;
        versions.device = reply.json.device.version;
        return reply;
      },
      entry: { after: { name: 'Desk phone', password: 'set' } },
    },
    {
      operation: 'device.update',
      action: 'device.updated',
      run: () => send(eve, 'PUT', here(`/devices/${made.device}`), { name: 'Wall phone' }, 'device'),
      entry: { before: { name: 'Desk phone' }, after: { name: 'Wall phone' } },
    },
    {
      operation: 'hotDesk.begin',
      action: 'phone-services.created',
      run: async () => {
        await make('guest', eve, here('/extensions'), desk({ number: '4101', name: 'Guest' }));
        return send(eve, 'PUT', here(`/extensions/${made.guest}/hot-desks/${made.device}`));
      },
      entry: { after: { guestPhones: expect.stringContaining('Wall phone') } },
    },
    {
      operation: 'hotDesk.end',
      action: 'phone-services.updated',
      run: () => send(eve, 'DELETE', here(`/extensions/${made.extension}/hot-desks/${made.device}`)),
      entry: { before: { guestPhones: expect.stringContaining('Wall phone') } },
    },
    { operation: 'device.renew', action: 'device.updated', run: () => send(eve, 'POST', here(`/devices/${made.device}/password`)), entry: { after: { password: 'changed' } } },
    { operation: 'device.delete', action: 'device.deleted', run: () => send(eve, 'DELETE', here(`/devices/${made.device}`)) },
    {
      operation: 'phone.create',
      action: 'desk-phone.created',
      run: async () => {
        const reply = await send(eve, 'POST', here('/phones'), deskPhone());
        made.deskPhone = reply.json.phone.id;
        versions.deskPhone = reply.json.phone.version;
        return reply;
      },
      entry: { after: { mac: '001565ab0001', secret: 'set' } },
    },
    {
      operation: 'phone.update',
      action: 'desk-phone.updated',
      run: () => send(eve, 'PUT', here(`/phones/${made.deskPhone}`), deskPhone({ model: 'T46U' }), 'deskPhone'),
      entry: { before: { model: 'T54W' }, after: { model: 'T46U' } },
    },
    { operation: 'phone.renew', action: 'desk-phone.secret-renewed', run: () => send(eve, 'POST', here(`/phones/${made.deskPhone}/secret`)), entry: { after: { secret: 'changed' } } },
    { operation: 'phone.delete', action: 'desk-phone.deleted', run: () => send(eve, 'DELETE', here(`/phones/${made.deskPhone}`)) },
    { operation: 'softphone.link', action: 'softphone.linked', run: () => send(eve, 'POST', here(`/extensions/${made.extension}/softphone`)) },
    { operation: 'personExtension.equip', action: 'device.created', run: () => send(eve, 'POST', here(`/people/${eveId}/extension`), { device: 'Laptop' }), entry: { after: { password: 'set' } } },
    { operation: 'ownSoftphone.link', action: 'softphone.linked', run: () => send(eve, 'POST', here('/own-softphone')) },
    {
      operation: 'callSettings.update',
      action: 'call-settings.updated',
      run: async () => {
        const { version, ...present } = good(await eve.call('GET', here('/call-settings'))).json;
        versions.calls = version;
        return send(eve, 'PUT', here('/call-settings'), { ...present, country: 'FR' }, 'calls');
      },
      entry: { after: { country: 'FR' } },
    },
    { operation: 'callLimit.lift', action: 'call-limit.lifted', run: () => send(eve, 'POST', here('/call-limits/simultaneous/lift')), entry: { before: { lifted: 'false' }, after: { lifted: 'true' } } },
    { operation: 'callLimit.restore', action: 'call-limit.lifted', run: () => send(eve, 'DELETE', here('/call-limits/simultaneous/lift')), entry: { after: { lifted: 'false' } } },
  ];
  for (const [operation, path, concept, draft, change] of kinds) {
    steps.push({ operation: `${operation}.create`, action: `${concept}.created`, run: () => make(operation, eve, here(`/${path}`), draft()) });
    steps.push({
      operation: `${operation}.update`,
      action: `${concept}.updated`,
      run: () => send(eve, 'PUT', here(`/${path}/${made[operation]}`), { ...draft(), ...change }, operation),
    });
  }
  for (const [operation, path, concept] of [...kinds].reverse()) {
    steps.push({ operation: `${operation}.delete`, action: `${concept}.deleted`, run: () => send(eve, 'DELETE', here(`/${path}/${made[operation]}`)) });
  }
  const box = () => here(`/mailboxes/${made.extension}`);
  const settings = { enabled: true, mail: true, envelope: true, callerId: true, pinAtOwnPhone: true, shortestSeconds: 2, longestSeconds: 180, silenceSeconds: 10, review: false };
  steps.push(
    {
      operation: 'mailbox.choose',
      action: 'voicemail.changed',
      run: () => send(eve, 'PUT', box(), settings, 'mailbox'),
      entry: { before: { enabled: 'false' }, after: { enabled: 'true' } },
    },
    { operation: 'mailbox.pin', action: 'voicemail.pin-changed', run: () => send(eve, 'PUT', `${box()}/pin`, { pin: '471100' }), entry: { after: { pin: 'changed' } } },
    {
      operation: 'greeting.put',
      action: 'voicemail.greeting-changed',
      run: async () => good(await eve.call('PUT', `${box()}/greetings/busy`, wav(), { 'Content-Type': 'audio/wav' })),
      entry: { after: { greeting: 'busy', state: 'set' } },
    },
    { operation: 'greeting.delete', action: 'voicemail.greeting-changed', run: () => send(eve, 'DELETE', `${box()}/greetings/busy`), entry: { after: { state: 'deleted' } } },
  );
  steps.push(
    {
      operation: 'announcement.put',
      action: 'announcement.updated',
      run: async () => good(await eve.call('PUT', here('/announcements/summer'), wav(), { 'Content-Type': 'audio/wav' })),
      entry: { after: { name: 'summer' } },
    },
    { operation: 'announcement.delete', action: 'announcement.deleted', run: () => send(eve, 'DELETE', here('/announcements/summer')), entry: { before: { name: 'summer' } } },
  );
  steps.push({ operation: 'extension.delete', action: 'extension.deleted', run: () => send(eve, 'DELETE', here(`/extensions/${made.extension}`)) });
  return steps;
}

test('each is told in the reader’s language', () => {
  for (const language of ['en', 'de', 'es', 'fr']) {
    const file = new URL(`../../../bundles/console/src/ui/audit/strings/${language}.json`, import.meta.url);
    const sentences = JSON.parse(readFileSync(file, 'utf8'));
    expect(WALK.map(({ action }) => action).filter((action) => !sentences[`action.${action}`]), language).toEqual([]);
  }
});

async function newest(of: string): Promise<any> {
  return good(await root.call('GET', api(`/portals/${of}/audit?limit=1`))).json.items[0];
}

test('every operation that changes something is in the walk, or changes nothing that is recorded', () => {
  const known = new Set([...WALK.map(({ operation }) => operation), ...Object.keys(NOTHING)]);
  expect(changing.filter((operation) => !known.has(operation))).toEqual([]);
  expect([...known].filter((operation) => !changing.includes(operation))).toEqual([]);
});

test('each writes who, when, from where, before and after; and the chain is whole', async () => {
  root = await new Wire(world.root).signIn('root', world.rootPassword);
  const session = good(await root.call('GET', api('/session'))).json;
  rootId = session.person.id;
  rootPortal = session.portal.id;
  for (const step of WALK) {
    await test.step(step.operation, async () => {
      const since = Date.now();
      if (step.operation === 'portal.delete') {
        const chain = good(await eve.call('GET', here('/audit/verification'))).json;
        expect(chain).toMatchObject({ intact: true });
        expect(chain.entries).toBeGreaterThan(WALK.length - 6);
        const all = good(await eve.call('GET', here('/audit?limit=500'))).text;
        expect(all, 'who was erased is not named').not.toContain('Name of bob');
        expect(all, 'no secret is in the audit').not.toMatch(/pat-ledger|a ledger with/);
      }
      try {
        await step.run();
      } catch (failure) {
        expect.soft(String(failure), step.operation).toBe('done');
        return;
      }
      const entry = await newest(step.at?.() ?? portal);
      expect.soft(entry?.action, step.operation).toBe(step.action);
      expect.soft(entry?.person, `${step.operation}: who`).toBe(step.by?.() ?? eveId);
      expect.soft(entry?.address, `${step.operation}: from where`).toMatch(/^(127\.0\.0\.1|::1|0:0:0:0:0:0:0:1|\[erased])$/);
      expect.soft(Math.abs(Date.parse(entry?.time) - since), `${step.operation}: when`).toBeLessThan(60_000);
      expect.soft(entry?.subjectId, step.operation).toBeTruthy();
      expect.soft(entry?.before ?? {}, `${step.operation}: before`).toMatchObject(step.entry?.before ?? {});
      expect.soft(entry?.after ?? {}, `${step.operation}: after`).toMatchObject(step.entry?.after ?? {});
      const fields = entry?.subjectKind === 'plugin' ? [] : Object.keys({ ...entry?.before, ...entry?.after });
      expect.soft(fields.filter((field) => !(`field.${field}` in WORDS)), `${step.operation}: fields without a word`).toEqual([]);
    });
  }
});
