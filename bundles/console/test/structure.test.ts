// @vitest-environment node
import { describe, expect, it } from 'vitest';

const sources = import.meta.glob<string>(['/src/**/*.{ts,tsx}', '!/src/api/schema.d.ts'], {
  eager: true,
  query: '?raw',
  import: 'default',
});

const imports = (source: string) => [...source.matchAll(/from '([^']+)'|import\('([^']+)'\)/g)].map((found) => found[1] ?? found[2]!);

function breaches(layer: RegExp, allowed: (path: string, imported: string) => boolean): string[] {
  return Object.entries(sources)
    .filter(([path]) => layer.test(path))
    .flatMap(([path, source]) =>
      imports(source)
        .filter((imported) => imported.startsWith('@/') && !allowed(path, imported))
        .map((imported) => `${path} imports ${imported}`),
    );
}

describe('the parts of the console', () => {
  it('keep features apart: they know ui and api, and themselves', () => {
    const own = (path: string) => `@/features/${path.split('/')[3]}/`;
    expect(
      breaches(/^\/src\/features\//, (path, imported) => /^@\/(ui|api)\//.test(imported) || imported.startsWith(own(path))),
    ).toEqual([]);
  });

  it('keep relative imports inside a feature', () => {
    const deep = Object.entries(sources)
      .filter(([path]) => /^\/src\/features\/[^/]+\/[^/]+$/.test(path))
      .flatMap(([path, source]) => imports(source).filter((imported) => imported.startsWith('../')).map((imported) => `${path}: ${imported}`));
    expect(deep).toEqual([]);
  });

  it('let ui know nothing of features and of the app', () => {
    expect(breaches(/^\/src\/ui\//, (_path, imported) => /^@\/(ui|api)\//.test(imported))).toEqual([]);
  });

  it('are small: no file above 350 lines', () => {
    const long = Object.entries(sources).filter(([, source]) => source.split('\n').length > 350);
    expect(long.map(([path]) => path)).toEqual([]);
  });
});
