import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { CODES } from './codes';

it('the codes are those of the server', () => {
  const source = readFileSync(resolve('../api/src/main/java/org/patchbay/api/extensions/FeatureCode.java'), 'utf8');
  const standard = [...source.matchAll(/^ {4}([A-Z_]+)\("([^"]+)", Argument/gm)].map(([, code, dialled]) => [code, dialled]);
  expect(standard.length).toBeGreaterThan(20);
  expect(CODES).toEqual(Object.fromEntries(standard));
});
