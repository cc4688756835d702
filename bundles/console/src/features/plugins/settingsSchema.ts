/** One setting of a plugin, as its schema declares it. */
export interface Setting {
  name: string;
  kind: 'text' | 'lines' | 'secret' | 'whole' | 'number' | 'switch' | 'choice';
  title: string;
  description: string;
  required: boolean;
  initial: unknown;
  choices: string[];
  minimum?: number;
  maximum?: number;
  longest?: number;
}

interface Property {
  type?: string;
  title?: string;
  description?: string;
  secret?: boolean;
  contentMediaType?: string;
  enum?: unknown[];
  default?: unknown;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  [translated: string]: unknown;
}

/** Reads a plugin's JSON Schema: flat properties, labelled in the reader's language where it is. */
export function readSettings(schema: unknown, language: string): Setting[] {
  const json = (typeof schema === 'string' ? JSON.parse(schema) : schema) as {
    properties?: Record<string, Property>;
    required?: string[];
  } | null;
  const required = new Set(json?.required ?? []);
  return Object.entries(json?.properties ?? {}).map(([name, property]) => ({
    name,
    kind: kindOf(property),
    title: label(property, 'title', language) || name,
    description: label(property, 'description', language),
    required: required.has(name),
    initial: property.default,
    choices: (property.enum ?? []).map(String),
    ...(property.minimum === undefined ? {} : { minimum: property.minimum }),
    ...(property.maximum === undefined ? {} : { maximum: property.maximum }),
    ...(property.maxLength === undefined ? {} : { longest: property.maxLength }),
  }));
}

function kindOf(property: Property): Setting['kind'] {
  if (property.secret) {
    return 'secret';
  }
  if (property.enum) {
    return 'choice';
  }
  // A text of a kind of its own, such as a certificate, has lines.
  if (property.contentMediaType) {
    return 'lines';
  }
  const kinds: Record<string, Setting['kind']> = { integer: 'whole', number: 'number', boolean: 'switch' };
  return kinds[property.type ?? ''] ?? 'text';
}

function label(property: Property, name: 'title' | 'description', language: string): string {
  return String(property[`${name}.${language}`] ?? property[name] ?? '');
}

export type Values = Record<string, unknown>;

/** What the form begins with: stored values, else defaults; secrets are never shown. */
export function initialValues(settings: Setting[], stored: Values): Values {
  return Object.fromEntries(
    settings.map((setting) => [
      setting.name,
      setting.kind === 'secret' ? '' : (stored[setting.name] ?? setting.initial ?? (setting.kind === 'switch' ? false : '')),
    ]),
  );
}

/** What is sent: untouched secrets and empty fields are left out, a secret to be removed goes as an empty text. */
export function toSend(settings: Setting[], values: Values, removed: Set<string>): Values {
  const sent: Values = {};
  for (const { name, kind } of settings) {
    const value = values[name];
    if (kind === 'secret') {
      if (removed.has(name)) {
        sent[name] = '';
      } else if (value !== '') {
        sent[name] = value;
      }
    } else if (value !== '' && value !== undefined && value !== null) {
      sent[name] = value;
    }
  }
  return sent;
}
