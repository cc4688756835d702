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
  | 'password'
  | 'sentence';

export interface Field {
  name: string;
  kind: FieldKind;
  initial: unknown;
  /** What may be left empty is then not sent. */
  optional?: boolean;
  /** What may be left empty and is sent so. */
  mayBeEmpty?: boolean;
  /** Of a choice; an empty one is nothing chosen. */
  options?: string[];
  /** The strings that name the options. */
  optionName?: string;
  help?: string;
  /** The strings' name of its label, where that of the field is not enough. */
  label?: string;
  /** The least and the greatest of a number. */
  range?: [number, number];
  /** What has to be written in it. */
  pattern?: RegExp;
}

export interface Kind {
  /** Its collection in the API, and its tab. */
  name: string;
  right: Right;
  fields: Field[];
}

const NUMBER: Field = { name: 'number', kind: 'text', initial: '', help: 'help.number', pattern: /^\s*\d{2,8}\s*$/ };
const NAME: Field = { name: 'name', kind: 'text', initial: '' };
const DEPARTMENT: Field = { name: 'department', kind: 'department', initial: '', optional: true };
const STRATEGY: Field = { name: 'strategy', kind: 'choice', initial: 'ALL', options: ['ALL', 'ONE_BY_ONE', 'LONGEST_IDLE', 'ROUND_ROBIN'], optionName: 'strategy' };
const NETWORKS: Field = { name: 'networks', kind: 'tags', initial: [], help: 'help.networks' };
const FORMATS = ['E164', 'E164_WITHOUT_PLUS', 'INTERNATIONAL', 'NATIONAL'];

const number = (name: string, initial: unknown, range: [number, number], optional = false): Field => ({ name, kind: 'number', initial, range, ...(optional ? { optional } : {}) });
/** Nothing is chosen beforehand: where calls go is always said by somebody. */
const destination = (name: string, optional = false): Field => ({ name, kind: 'destination', initial: undefined, ...(optional ? { optional } : {}) });

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
      number('ringSeconds', 25, [5, 300]),
      number('mostCalls', 2, [1, 20]),
      { name: 'callerId', kind: 'text', initial: '', optional: true, help: 'help.number.inbound' },
      { name: 'externalCalls', kind: 'switch', initial: true },
      { name: 'doNotDisturb', kind: 'switch', initial: false },
      { name: 'hidden', kind: 'switch', initial: false },
      { name: 'locked', kind: 'switch', initial: false },
      { name: 'recording', kind: 'choice', initial: 'NEVER', options: ['NEVER', 'ON_DEMAND', 'OUTSIDE', 'ALWAYS'], optionName: 'recording' },
      { name: 'forwards', kind: 'forwards', initial: {} },
    ],
  },
  {
    name: 'ring-groups',
    right: 'CONFIGURE_CALL_HANDLING',
    fields: [NUMBER, NAME, DEPARTMENT, { name: 'members', kind: 'extensions', initial: [] }, STRATEGY, { ...number('seconds', 25, [5, 300]), label: 'field.ringSeconds' }, destination('otherwise')],
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
      number('ringSeconds', 20, [5, 120]),
      number('wrapUpSeconds', 10, [0, 600]),
      number('mostWaiting', 20, [1, 500]),
      number('longestWaitSeconds', 600, [10, 7200]),
      { name: 'greeting', kind: 'sentence', initial: '', optional: true, help: 'help.prompt' },
      number('announceSeconds', 60, [15, 600], true),
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
      { name: 'prompt', kind: 'sentence', initial: 'welcome', help: 'help.prompt' },
      { name: 'keys', kind: 'keys', initial: {} },
      { name: 'extensions', kind: 'switch', initial: true },
      { ...number('seconds', 8, [2, 60]), label: 'field.waitSeconds' },
      number('tries', 3, [1, 5]),
      destination('timeout'),
      destination('wrong'),
    ],
  },
  {
    name: 'conference-rooms',
    right: 'CONFIGURE_CALL_HANDLING',
    fields: [NUMBER, NAME, DEPARTMENT, { name: 'pin', kind: 'text', initial: '', optional: true }, number('most', 20, [2, 200])],
  },
  {
    name: 'inbound-numbers',
    right: 'CONFIGURE_CALL_HANDLING',
    fields: [{ name: 'number', kind: 'text', initial: '', help: 'help.number.inbound' }, NAME, DEPARTMENT, destination('destination'), destination('closed', true)],
  },
  {
    name: 'trunks',
    right: 'CONFIGURE_TRUNKS',
    fields: [
      NAME,
      { name: 'host', kind: 'text', initial: '' },
      { name: 'user', kind: 'text', initial: '', mayBeEmpty: true },
      { name: 'password', kind: 'password', initial: '', optional: true },
      { name: 'on', kind: 'switch', initial: true },
      { name: 'registers', kind: 'switch', initial: true },
      number('port', 0, [0, 65535]),
      { name: 'transport', kind: 'choice', initial: '', optional: true, options: ['', 'UDP', 'TCP', 'TLS'], optionName: 'transport' },
      number('expirySeconds', 600, [60, 86400]),
      number('order', 10, [1, 1000]),
      number('mostCalls', '', [1, 10000], true),
      { name: 'callerId', kind: 'text', initial: '', optional: true, help: 'help.callerId' },
      { name: 'ownCallerId', kind: 'switch', initial: true },
      { name: 'shown', kind: 'choice', initial: 'E164', options: FORMATS, optionName: 'format' },
      { name: 'dialled', kind: 'choice', initial: 'E164', options: FORMATS, optionName: 'format' },
      { name: 'prefix', kind: 'text', initial: '', mayBeEmpty: true },
      { ...NETWORKS, help: 'help.networks.trunk' },
      DEPARTMENT,
    ],
  },
  {
    name: 'outbound-rules',
    right: 'CONFIGURE_TRUNKS',
    fields: [
      NAME,
      number('order', 10, [1, 1000]),
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

/** Whether something has to be in the field. */
export function isRequired({ kind, optional, mayBeEmpty }: Field): boolean {
  return !optional && !mayBeEmpty && ['text', 'number', 'destination', 'extensions', 'sentence'].includes(kind);
}

/** What is wrong with a field, as its text's name and what that tells. */
export interface Fault {
  text: string;
  params?: Record<string, unknown>;
}

const isEmpty = (value: unknown) => value === undefined || value === null || (Array.isArray(value) ? value.length === 0 : String(value).trim() === '');

function faultOf(field: Field, value: unknown): Fault | undefined {
  if (isEmpty(value)) {
    return isRequired(field) ? { text: field.kind === 'destination' ? 'fault.choose' : 'fault.required' } : undefined;
  }
  if (field.range && !(Number(value) >= field.range[0] && Number(value) <= field.range[1])) {
    return { text: 'fault.range', params: { least: field.range[0], most: field.range[1] } };
  }
  if (field.pattern && !field.pattern.test(String(value))) {
    return { text: 'fault.number' };
  }
  const open = field.kind === 'keys' && Object.values(value as Record<string, { kind: string }>).some(({ kind }) => kind === '');
  return open ? { text: 'fault.keys' } : undefined;
}

/** Everything that is wrong in a form, by field. */
export function faultsOf(kind: Kind, values: Record<string, unknown>): Record<string, Fault> {
  const found = kind.fields.map((field): [string, Fault | undefined] => [field.name, faultOf(field, values[field.name])]);
  return Object.fromEntries(found.filter((entry): entry is [string, Fault] => entry[1] !== undefined));
}
