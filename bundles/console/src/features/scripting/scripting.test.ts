// @vitest-environment jsdom
import { Text } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { ServerProblem } from '@/ui/server/problem';
import type { LogLine, PatchbayEvent, Script } from '@/ui/server/types';
import { languageService } from './editor/languageService';
import type { Call } from './editor/messages';
import { faultOf, offsetOf } from './editor/place';
import { typeOf } from './editor/typeOf';
import { merge } from './useScriptLog';
import { after } from './useScriptState';

const problem = (detail: string, params = {}) =>
  new ServerProblem({ status: 400, code: 'invalid', params, errors: [{ pointer: '/source', code: 'script.syntax', detail }] });

describe('where a script is wrong', () => {
  it.each([
    ['Expected ; at line 3, column 7', {}, { line: 3, column: 7 }],
    ['script.js:12:4 Unexpected token', {}, { line: 12, column: 4 }],
    ['Unexpected end', { line: 2, column: 5 }, { line: 2, column: 5 }],
    ['Nobody knows', {}, { line: 1, column: 1 }],
  ])('"%s" %j', (detail, params, place) => {
    expect(faultOf(problem(detail, params))).toMatchObject({ ...place, message: detail });
  });

  it('is said without the place, which the editor shows', () => {
    const params = { line: 3, column: 11, message: 'Expected an operand but found ;' };
    expect(faultOf(problem('line 3, column 11: Expected an operand but found ;', params))?.message).toBe(params.message);
  });

  it('is nowhere when the name is at fault', () => {
    expect(faultOf(new ServerProblem({ status: 400, code: 'invalid', errors: [{ pointer: '/name', code: 'x', detail: 'x' }] }))).toBeUndefined();
  });

  it('is a place in the text, also when the numbers are beyond it', () => {
    const text = Text.of(['const a', 'let b']);
    expect(offsetOf(text, { line: 2, column: 3 })).toBe(10);
    expect(offsetOf(text, { line: 9, column: 99 })).toBe(13);
    expect(offsetOf(text, { line: 0, column: 0 })).toBe(0);
  });
});

describe('the type beside a completion', () => {
  it.each([
    ['send', '(method) Messages.send(draft: Draft): Promise<void>', '(draft: Draft): Promise<void>'],
    ['name', '(property) Person.name: string', 'string'],
    ['email', '(property) Person.email?: string', 'string'],
    ['contacts', 'const contacts: Contacts', 'Contacts'],
    ['other', 'const contacts: Contacts', ''],
  ])('%s of "%s"', (label, signature, type) => expect(typeOf(label, signature)).toBe(type));
});

describe('a script’s state', () => {
  const script = { id: 's1', state: 'STARTING', error: 'before' } as Script;
  const event = (type: string, data: object, subject = 's1') => ({ type, subject, data }) as unknown as PatchbayEvent;

  it('follows its events', () => {
    expect(after(script, event('script.started', { script: 's1' }))).toEqual({ id: 's1', state: 'RUNNING' });
    expect(after(script, event('script.failed', { reason: 'It broke' }))).toEqual({ id: 's1', state: 'FAILED', error: 'It broke' });
    expect(after(script, event('script.saved', {}))).toBe(script);
    expect(after(script, event('script.started', {}, 's2'))).toBe(script);
  });
});

describe('a script’s log', () => {
  const line = (sequence: number): LogLine => ({ sequence, time: '2026-01-01T00:00:00Z', level: 'INFO', text: String(sequence) });

  it('holds each line once, in order, the last thousand', () => {
    expect(merge([line(1), line(3)], [line(2), line(3)]).map((one) => one.sequence)).toEqual([1, 2, 3]);
    const long = merge(Array.from({ length: 1500 }, (_, i) => line(i)), []);
    expect(long).toHaveLength(1000);
    expect(long[0]!.sequence).toBe(500);
  });
});

describe('the language service behind its worker', () => {
  it('gives each call its own answer, whatever the order', async () => {
    const calls: Call[] = [];
    const worker = { postMessage: (call: Call) => calls.push(call), terminate: () => {}, onmessage: null as Worker['onmessage'] };
    const service = languageService(worker);
    const answer = (data: object) => worker.onmessage!.call(worker as unknown as Worker, { data } as MessageEvent);
    const [findings, hint] = [service.findings(), service.hint(3)];
    answer({ id: calls[1]!.id, error: 'no idea' });
    answer({ id: calls[0]!.id, result: [] });
    await expect(findings).resolves.toEqual([]);
    await expect(hint).rejects.toThrow('no idea');
  });
});
