// usage: node summary.mjs <checkout> [failed check...] : names what failed and prints the closing line of ./patchbay test
import { testCases, unsteadyPages } from './reports.mjs';

const [root, ...failedChecks] = process.argv.slice(2);
const cases = testCases(root);
const LONGEST = 800; // characters of a reason
const count = (state) => cases.filter((test) => test.state === state).length;

function tell(what, test) {
  console.log(`${what}: ${test.suite} ${test.name}`);
  console.log(test.reason.slice(0, LONGEST).replace(/^(?=.)/gm, '    '));
}

const unsteady = [...cases.filter((each) => each.unsteady), ...unsteadyPages(root)];
unsteady.forEach((test) => tell('unsteady, passed when run again', test));
cases.filter((each) => each.state === 'failed').forEach((test) => tell('failed', test));
for (const check of failedChecks) {
  console.log(`failed check: ${check}`);
}
const failed = count('failed') + failedChecks.length;
if (unsteady.length > 0) {
  console.log(`${unsteady.length} unsteady: each is a fault, of the product or of the test, that is to be found.`);
}
console.log(`${count('passed')} passed, ${failed} failed, ${count('skipped')} skipped`);
process.exit(failed > 0 || cases.length === 0 ? 1 : 0);
