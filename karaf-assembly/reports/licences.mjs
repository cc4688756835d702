// usage: node licences.mjs <checkout> : every npm package of the lockfiles has a listed licence
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = process.argv[2];
const allowed = new Set(
  readFileSync(join(root, 'karaf-assembly/reports/licences.txt'), 'utf8')
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter(Boolean),
);
// An SPDX expression holds if one side of OR, or all sides of AND, are listed.
const listed = (expression) =>
  expression
    .replace(/[()]/g, '')
    .split(/\s+OR\s+/)
    .some((side) => side.split(/\s+AND\s+/).every((id) => allowed.has(id.trim())));

let bad = 0;
let seen = 0;
for (const lock of ['bundles/console', 'scripting/js', 'karaf-assembly/e2e'].map((folder) => join(root, folder, 'package-lock.json'))) {
  if (!existsSync(lock)) continue;
  for (const [path, entry] of Object.entries(JSON.parse(readFileSync(lock, 'utf8')).packages)) {
    if (path === '' || entry.link) continue;
    seen++;
    const licence = typeof entry.license === 'string' ? entry.license : 'none given';
    if (!listed(licence)) {
      bad++;
      console.error(`licence not listed: ${path.replace(/^.*node_modules\//, '')} ${entry.version}: ${licence}`);
    }
  }
}
console.log(`licences: ${seen} npm packages, ${bad} not listed`);
process.exit(bad > 0 ? 1 : 0);
