// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { initialValues, readSettings, toSend } from './settingsSchema';

const SCHEMA = JSON.stringify({
  type: 'object',
  required: ['baseUrl', 'token'],
  properties: {
    baseUrl: { type: 'string', title: 'Base address', 'title.de': 'Basisadresse', default: 'https://api.example.com', maxLength: 200 },
    token: { type: 'string', secret: true, title: 'Token' },
    spare: { type: 'string', secret: true },
    region: { type: 'string', enum: ['eu', 'us'] },
    limit: { type: 'integer', minimum: 1, maximum: 9 },
    ratio: { type: 'number' },
    journal: { type: 'boolean', default: true },
  },
});

describe('a settings form', () => {
  const settings = readSettings(SCHEMA, 'de');

  it('has a field for each property, labelled in the reader’s language', () => {
    expect(settings.map((one) => [one.name, one.kind, one.title])).toEqual([
      ['baseUrl', 'text', 'Basisadresse'],
      ['token', 'secret', 'Token'],
      ['spare', 'secret', 'spare'],
      ['region', 'choice', 'region'],
      ['limit', 'whole', 'limit'],
      ['ratio', 'number', 'ratio'],
      ['journal', 'switch', 'journal'],
    ]);
    expect(settings[0]).toMatchObject({ required: true, longest: 200 });
    expect(settings[4]).toMatchObject({ required: false, minimum: 1, maximum: 9 });
  });

  it('begins with what is stored, else the defaults, never with a secret', () => {
    expect(initialValues(settings, { baseUrl: 'https://other', token: 'leaked', journal: false })).toEqual({
      baseUrl: 'https://other',
      token: '',
      spare: '',
      region: '',
      limit: '',
      ratio: '',
      journal: false,
    });
    expect(initialValues(settings, {})).toMatchObject({ baseUrl: 'https://api.example.com', journal: true });
  });

  it('leaves untouched secrets and empty fields out, and sends a removed secret empty', () => {
    const values = { ...initialValues(settings, {}), token: 'new', limit: 5 };
    expect(toSend(settings, values, new Set(['spare']))).toEqual({
      baseUrl: 'https://api.example.com',
      token: 'new',
      spare: '',
      limit: 5,
      journal: true,
    });
    expect(toSend(settings, initialValues(settings, {}), new Set())).not.toHaveProperty('token');
  });

  it('is empty for a plugin without settings', () => {
    expect(readSettings({}, 'en')).toEqual([]);
  });

  it('has several lines for a text of a kind of its own', () => {
    const schema = { properties: { certificate: { type: 'string', contentMediaType: 'application/pem-certificate-chain' } } };
    expect(readSettings(schema, 'en').map(({ kind }) => kind)).toEqual(['lines']);
  });
});
