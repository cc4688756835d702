// @vitest-environment jsdom
import { i18n, startI18n } from '@/app/i18n/i18n';

import { beforeAll, describe, expect, it } from 'vitest';
import { noteText } from '@/ui/ProblemNote';
import { ServerProblem } from '@/ui/server/problem';
import { versionText } from '@/ui/versionText';

beforeAll(async () => {
  await startI18n();
});

const t = () => i18n.getFixedT('en', 'problems');

describe('a note of what was refused', () => {
  it('says where a script is wrong, once', () => {
    const detail = 'line 3, column 11: Expected an operand but found ;';
    const problem = new ServerProblem({
      status: 400,
      code: 'script.syntax',
      detail: `/source: ${detail}`,
      params: { line: 3, column: 11, message: 'Expected an operand but found ;' },
      errors: [{ pointer: '/source', code: 'script.syntax', detail }],
    });
    expect(noteText(t(), problem)).toBe('Line 3, column 11: Expected an operand but found ;');
  });

  it('names a field that the form does not have, once', () => {
    const errors = [{ pointer: '/colour', code: 'field.unknown', detail: 'is not a field that is known here' }];
    const problem = new ServerProblem({ status: 400, code: 'invalid', detail: '/colour: is not a field that is known here', errors });
    expect(noteText(t(), problem)).toBe('colour: is not a field that is known here');
  });

  it('says the limits of a field', () => {
    const errors = [
      { pointer: '/minutes', code: 'minutes.range', detail: 'must be 5 to 1440' },
      { pointer: '/title', code: 'title.length', detail: 'needs 1 to 200 characters' },
    ];
    const params = { shortest: 5, longest: 1440 };
    expect(noteText(t(), new ServerProblem({ status: 400, code: 'invalid', detail: '', errors, params }))).toContain('A meeting lasts 5 to 1440 minutes.');
  });

  it('is the problem itself when no field is at fault', () => {
    expect(noteText(t(), new ServerProblem({ status: 409, code: 'x.y', detail: 'Just so' }))).toBe('Just so');
  });
});

describe('a version', () => {
  it('is said as people say it', () => {
    const ui = i18n.getFixedT('en', 'ui');
    expect(versionText('1.2.3', ui)).toBe('1.2.3');
    expect(versionText('0.1.0.SNAPSHOT', ui)).toBe('0.1.0 (development build)');
    expect(versionText('0.1.0-SNAPSHOT', ui)).toBe('0.1.0 (development build)');
  });
});
