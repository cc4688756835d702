// Finds and reads the reports that the last test run left below a checkout.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const SKIPPED = new Set(['node_modules', '.git', 'server', 'assembly', 'classes', 'test-classes', 'src']);

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!SKIPPED.has(entry.name)) yield* files(path);
    } else if (entry.name.endsWith('.xml')) {
      yield path;
    }
  }
}

const unescape = (text) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&#10;', '\n')
    .replaceAll('&amp;', '&');

const attribute = (tag, name) => unescape(tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1] ?? '');

function isJUnit(path) {
  const folder = basename(dirname(path));
  if (folder === 'surefire-reports' || folder === 'failsafe-reports') return basename(path).startsWith('TEST-');
  return folder === 'junit';
}

/**
 * Every test case of the JUnit reports of Surefire, Failsafe, Vitest and Playwright; the reason is of those that failed, and
 * of the unsteady: they failed, were run again and passed.
 */
export function testCases(root) {
  const cases = [];
  for (const path of files(root)) {
    if (!isJUnit(path)) continue;
    const text = readFileSync(path, 'utf8').replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '');
    for (const [, tag, , body = ''] of text.matchAll(/<testcase\b((?:[^>"]|"[^"]*")*?)(\/>|>([\s\S]*?)<\/testcase>)/g)) {
      const state = /<(failure|error)\b/.test(body) ? 'failed' : /<skipped\b/.test(body) ? 'skipped' : 'passed';
      const unsteady = /<flaky(Failure|Error)\b/.test(body);
      const fault = body.match(/<(?:failure|error|flakyFailure|flakyError)\b((?:[^>"]|"[^"]*")*)>/)?.[1] ?? '';
      const reason = attribute(fault, 'message') || attribute(fault, 'type');
      cases.push({ path, suite: attribute(tag, 'classname'), name: attribute(tag, 'name'), state, unsteady, reason });
    }
  }
  return cases;
}

/** The browser tests that failed, were run again and passed; Playwright's JUnit report does not tell them from the others. */
export function unsteadyPages(root) {
  const report = join(root, 'karaf-assembly/e2e/target/e2e.json');
  if (!existsSync(report)) return [];
  const within = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(within)];
  return JSON.parse(readFileSync(report, 'utf8'))
    .suites.flatMap(within)
    .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
    .map(({ file, title, tests }) => {
      const reason = tests.flatMap(({ results }) => results).find(({ error }) => error)?.error.message ?? '';
      return { suite: file, name: title, reason };
    });
}

/** Every tagged test of the reports of the JUnit platform: {tags, name, state}. */
export function taggedTests(root) {
  const tests = [];
  for (const path of files(root)) {
    if (!basename(path).startsWith('open-test-report')) continue;
    const started = new Map();
    const text = readFileSync(path, 'utf8');
    for (const [, tag, body] of text.matchAll(/<e:started\b([^>]*)>([\s\S]*?)<\/e:started>/g)) {
      const tags = [...body.matchAll(/<tag>([^<]*)<\/tag>/g)].map((match) => unescape(match[1]));
      const source = body.match(/<java:methodSource\b[^>]*>/)?.[0];
      if (source && /<junit:type>TEST</.test(body)) {
        const name = `${attribute(source, 'className').split('.').pop()}.${attribute(source, 'methodName')}`;
        started.set(attribute(tag, 'id'), { tags, name, state: 'unfinished' });
      }
    }
    for (const [, tag, body] of text.matchAll(/<e:finished\b([^>]*)>([\s\S]*?)<\/e:finished>/g)) {
      const test = started.get(attribute(tag, 'id'));
      const status = attribute(body, 'status');
      if (test) test.state = status === 'SUCCESSFUL' ? 'passed' : status === 'SKIPPED' ? 'skipped' : 'failed';
    }
    tests.push(...started.values());
  }
  return tests;
}
