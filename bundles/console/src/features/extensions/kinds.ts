import type { Right } from '@/ui/server/session';

/** How a field is filled in. */
export type FieldKind =
  | 'text'
  | 'number'
  | 'switch'
  | 'choice'
  | 'destination'
  | 'forwards'
  | 'extensions'
  | 'trunks'
  | 'person'
  | 'department'
  | 'departments'
  | 'tags'
  | 'keys'
  | 'password';

export interface Field {
  name: string;
  kind: FieldKind;
  initial: unknown;
  /** What may be left empty is then not sent. */
  optional?: boolean;
  /** Of a choice; an empty one is nothing chosen. */
  options?: string[];
  /** The strings that name the options. */
  optionName?: string;
  help?: string;
}

export interface Kind {
  /** Its collection in the API, and its tab. */
  name: string;
  right: Right;
  fields: Field[];
}

const HANG_UP = { kind: 'HANG_UP', value: '' };
const NUMBER: Field = { name: 'number', kind: 'text', initial: '', help: 'help.number' };
const NAME: Field = { name: 'name', kind: 'text', initial: '' };
const DEPARTMENT: Field = { name: 'department', kind: 'department', initial: '', optional: true };
const STRATEGY: Field = { name: 'strategy', kind: 'choice', initial: 'ALL', options: ['ALL', 'ONE_BY_ONE', 'LONGEST_IDLE', 'ROUND_ROBIN'], optionName: 'strategy' };
const NETWORKS: Field = { name: 'networks', kind: 'tags', initial: [], help: 'help.networks' };
const FORMATS = ['E164', 'E164_WITHOUT_PLUS', 'INTERNATIONAL', 'NATIONAL'];

const number = (name: string, initial: unknown, optional = false): Field => ({ name, kind: 'number', initial, ...(optional ? { optional } : {}) });
const destination = (name: string, initial: unknown = HANG_UP, optional = false): Field => ({ name, kind: 'destination', initial, ...(optional ? { optional } : {}) });

/** What is set up, with what is asked of each. */
export const KINDS: Kind[] = [
  {
    name: 'extensions',
    right: 'CONFIGURE_CALL_HANDLING',
    fields: [
      NUMBER,
      NAME,
      { name: 'person', kind: 'person', initial: '', optional: true },
      DEPARTMENT,
      number('ringSeconds', 25),
      number('mostCalls', 2),
      { name: 'callerId', kind: 'text', initial: '', optional: true, help: 'help.number.inbound' },
      { name: 'externalCalls', kind: 'switch', initial: true },
      { name: 'doNotDisturb', kind: 'switch', initial: false },
      { name: 'hidden', kind: 'switch', initial: false },
      { name: 'recording', kind: 'choice', initial: 'NEVER', options: ['NEVER', 'ON_DEMAND', 'OUTSIDE', 'ALWAYS'], optionName: 'recording' },
      { name: 'forwards', kind: 'forwards', initial: {} },
    ],
  },
  {
    name: 'ring-groups',
    right: 'CONFIGURE_CALL_HANDLING',
    fields: [NUMBER, NAME, DEPARTMENT, { name: 'members', kind: 'extensions', initial: [] }, STRATEGY, number('seconds', 25), destination('otherwise')],
  },
  {
    name: 'call-queues',
    right: 'CONFIGURE_CALL_HANDLING',
    fields: [
      NUMBER,
      NAME,
      DEPARTMENT,
      { name: 'agents', kind: 'extensions', initial: [] },
      { ...STRATEGY, initial: 'LONGEST_IDLE' },
      number('ringSeconds', 20),
      number('wrapUpSeconds', 10),
      number('mostWaiting', 20),
      number('longestWaitSeconds', 600),
      { name: 'greeting', kind: 'text', initial: '', optional: true, help: 'help.prompt' },
      number('announceSeconds', 60, true),
      { name: 'music', kind: 'switch', initial: true },
      destination('otherwise'),
    ],
  },
  {
    name: 'voice-menus',
    right: 'CONFIGURE_CALL_HANDLING',
    fields: [
      NUMBER,
      NAME,
      DEPARTMENT,
      { name: 'prompt', kind: 'text', initial: 'welcome', help: 'help.prompt' },
      { name: 'keys', kind: 'keys', initial: {} },
      { name: 'extensions', kind: 'switch', initial: true },
      number('seconds', 8),
      number('tries', 3),
      destination('timeout'),
      destination('wrong'),
    ],
  },
  {
    name: 'conference-rooms',
    right: 'CONFIGURE_CALL_HANDLING',
    fields: [NUMBER, NAME, DEPARTMENT, { name: 'pin', kind: 'text', initial: '', optional: true }, number('most', 20)],
  },
  {
    name: 'inbound-numbers',
    right: 'CONFIGURE_CALL_HANDLING',
    fields: [{ ...NUMBER, help: 'help.number.inbound' }, NAME, DEPARTMENT, destination('destination'), destination('closed', undefined, true)],
  },
  {
    name: 'trunks',
    right: 'CONFIGURE_TRUNKS',
    fields: [
      NAME,
      { name: 'host', kind: 'text', initial: '' },
      { name: 'user', kind: 'text', initial: '' },
      { name: 'password', kind: 'password', initial: '', optional: true },
      { name: 'on', kind: 'switch', initial: true },
      { name: 'registers', kind: 'switch', initial: true },
      number('port', 0),
      { name: 'transport', kind: 'choice', initial: '', optional: true, options: ['', 'UDP', 'TCP', 'TLS'], optionName: 'transport' },
      number('expirySeconds', 600),
      number('order', 10),
      number('mostCalls', '', true),
      { name: 'callerId', kind: 'text', initial: '', optional: true, help: 'help.number.inbound' },
      { name: 'ownCallerId', kind: 'switch', initial: true },
      { name: 'shown', kind: 'choice', initial: 'E164', options: FORMATS, optionName: 'format' },
      { name: 'dialled', kind: 'choice', initial: 'E164', options: FORMATS, optionName: 'format' },
      { name: 'prefix', kind: 'text', initial: '' },
      NETWORKS,
      DEPARTMENT,
    ],
  },
  {
    name: 'outbound-rules',
    right: 'CONFIGURE_TRUNKS',
    fields: [
      NAME,
      number('order', 10),
      { name: 'prefixes', kind: 'tags', initial: [] },
      { name: 'departments', kind: 'departments', initial: [] },
      { name: 'trunks', kind: 'trunks', initial: [], help: 'help.trunks' },
      DEPARTMENT,
    ],
  },
];

/** Something that is set up, of any kind. */
export type Thing = { id: string; version: number; name: string; number?: string } & Record<string, unknown>;

/** What stands in the form of a thing, or of a new one. */
export function valuesOf(kind: Kind, thing?: Thing): Record<string, unknown> {
  const entries = kind.fields.map(({ name, initial, optional, kind: how }) => {
    const empty = optional && how !== 'destination' ? '' : how === 'destination' ? undefined : initial;
    return [name, thing ? (thing[name] ?? empty) : initial];
  });
  return Object.fromEntries(entries);
}

/** What is sent of a form: what may be left empty and is, is left out. */
export function draftOf(kind: Kind, values: Record<string, unknown>): Record<string, unknown> {
  const entries = kind.fields
    .map(({ name, optional, kind: how }): [string, unknown, boolean | undefined] => {
      const value = values[name];
      return [name, how === 'number' && value !== '' ? Number(value) : typeof value === 'string' ? value.trim() : value, optional];
    })
    .filter(([, value, optional]) => !(optional && (value === '' || value === undefined || value === null)))
    .map(([name, value]) => [name, value]);
  return Object.fromEntries(entries);
}
