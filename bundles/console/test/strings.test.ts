// @vitest-environment node
import { describe, expect, it } from 'vitest';

const LANGUAGES = ['de', 'es', 'fr'];
const strings = import.meta.glob<Record<string, string>>('/src/**/strings/*.json', { eager: true, import: 'default' });
const sources = import.meta.glob<string>('/src/**/*.{ts,tsx}', { eager: true, query: '?raw', import: 'default' });

/** Words that are the same in that language, or names. */
const SAME = new Set([
  'Portal', 'Plugins', 'Plugin', 'Name', 'Version {{version}}', 'Version {{number}}', 'Version', 'Text', 'Form', 'Live',
  'Id', 'Root', 'Host', 'Hosts', 'Scripts', 'Script', 'Error', 'Log', 'Test', 'Type', 'Types', 'Source', 'Optional',
  'Mail', 'Administration', 'Versions', 'Saved.', 'E-mail', 'Portals', 'Server', 'Person', 'Active', 'Actions', 'Trace', 'Action', 'Audit', '{{name}}, root',
  'Contact', 'Contacts', 'Link', 'Passkey', 'Passkeys', 'Session', 'Sessions', 'Public', 'HD', 'Standard', 'SHA-256', 'Logo', 'General', 'Roles', 'PEM', 'Port', 'Ports', 'Mails', 'Plugin {{title}}', 'Chat', 'Codec', 'Jitter', 'Film', 'Region', 'PIN', 'Minutes', '{{count}} minutes', '{{size}} MB', '+49 30…', '0049 30…', '030…', '49 30…', 'Agents', 'Codes', 'Domain', 'Menus', 'Transport', 'Softphone', 'Softphones', 'TCP', 'UDP',
]); // prettier-ignore

const folders = [...new Set(Object.keys(strings).map((path) => path.replace(/[a-z]+\.json$/, '')))];
const of = (folder: string, language: string) => strings[`${folder}${language}.json`] ?? {};
const places = (text: string) => (text.match(/\{\{\w+\}\}|<\/?\w+>/g) ?? []).sort();

describe.each(folders)('strings in %s', (folder) => {
  const english = of(folder, 'en');

  it.each(LANGUAGES)('say the same things in %s', (language) => {
    expect(Object.keys(of(folder, language)).sort()).toEqual(Object.keys(english).sort());
  });

  it.each(LANGUAGES)('are translated into %s', (language) => {
    const there = of(folder, language);
    const left = Object.keys(english).filter((key) => there[key] === english[key] && !SAME.has(english[key]!));
    expect(left).toEqual([]);
  });

  it.each(LANGUAGES)('keep their places for values in %s', (language) => {
    const there = of(folder, language);
    const broken = Object.keys(english).filter((key) => places(there[key] ?? '').join() !== places(english[key]!).join());
    expect(broken).toEqual([]);
  });

  it('have no exclamation mark and no empty text', () => {
    for (const language of ['en', ...LANGUAGES]) {
      const loud = Object.entries(of(folder, language)).filter(([, text]) => /[!¡]/.test(text) || text.trim() === '');
      expect(loud).toEqual([]);
    }
  });
});

describe('sources', () => {
  const known = new Set(
    folders.flatMap((folder) => {
      const namespace = /([^/]+)\/strings\/$/.exec(folder)![1]!;
      return Object.keys(of(folder, 'en')).flatMap((key) => {
        const bare = key.replace(/_(one|many|other)$/, '');
        return [bare, `${namespace}:${bare}`];
      });
    }),
  );

  it('use no string that is not there', () => {
    const missing = Object.entries(sources).flatMap(([path, source]) =>
      [...source.matchAll(/\bt\(\s*'([^'$]+)'/g)].map((found) => found[1]!).filter((key) => !known.has(key)).map((key) => `${path}: ${key}`),
    );
    expect(missing).toEqual([]);
  });
});
