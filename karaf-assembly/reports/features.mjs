// usage: node features.mjs <checkout> : renders docs/features.md from docs/features.tsv and the last test run
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { taggedTests, testCases } from './reports.mjs';

const root = process.argv[2];
const tests = new Map(); // number -> [{name, state}]
const add = (number, test) => tests.set(number, [...(tests.get(number) ?? []), test]);

for (const test of taggedTests(root)) {
  for (const tag of test.tags) add(tag, test);
}
for (const test of testCases(root)) {
  for (const [, numbers] of test.name.matchAll(/\[([^\]]*)\]/g)) {
    for (const number of numbers.match(/\b[SX]\d*\.\d+[a-j]?\b/g) ?? []) {
      add(number, { name: test.name.replace(/\s*\[[^\]]*\]/g, '').trim(), state: test.state });
    }
  }
}

const rows = readFileSync(join(root, 'docs/features.tsv'), 'utf8').split('\n').filter(Boolean).map((line) => line.split('\t'));
const known = new Set(rows.map(([number]) => number));
const stray = [...tests.keys()].filter((number) => /^[SX]\d*\.\d+/.test(number) && !known.has(number));
let works = 0;
const lines = rows.map(([number, words]) => {
  const proof = tests.get(number) ?? [];
  const good = proof.some((test) => test.state === 'passed') && proof.every((test) => test.state !== 'failed');
  works += good ? 1 : 0;
  const names = [...new Set(proof.map((test) => test.name))].sort().map((name) => name.replaceAll('|', '\\|'));
  return `| ${number} | ${good ? 'works' : 'open'} | ${words} | ${names.join(', ')} |`;
});
const text = `# Features

Made by \`./patchbay features\` from the last test run: a line works when a test that carries its number passed and none
failed. ${works} of ${rows.length} work.

| Number | State | Feature | Tests |
| --- | --- | --- | --- |
${lines.join('\n')}
`;
writeFileSync(join(root, 'docs/features.md'), text);
console.log(`${works} of ${rows.length} features work; see docs/features.md`);
if (stray.length > 0) {
  console.error(`Tests name unknown features: ${stray.sort().join(', ')}`);
  process.exit(1);
}
