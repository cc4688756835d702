// usage: node summary.mjs <checkout> [failed check...] : names what failed and prints the closing line of ./patchbay test
import { testCases } from './reports.mjs';

const [root, ...failedChecks] = process.argv.slice(2);
const cases = testCases(root);
const LONGEST = 800; // characters of a reason
const count = (state) => cases.filter((test) => test.state === state).length;

for (const test of cases.filter((each) => each.state === 'failed')) {
  console.log(`failed: ${test.suite} ${test.name}`);
  console.log(test.reason.slice(0, LONGEST).replace(/^(?=.)/gm, '    '));
}
for (const check of failedChecks) {
  console.log(`failed check: ${check}`);
}
const failed = count('failed') + failedChecks.length;
console.log(`${count('passed')} passed, ${failed} failed, ${count('skipped')} skipped`);
process.exit(failed > 0 || cases.length === 0 ? 1 : 0);
