import { expect, test } from 'vitest';
import { ended } from './ended';

const step = (step: string, reason: string) => ({ at: '2026-11-27T12:00:00Z', decision: { step, reason, params: {} } });

test('a message that was left is told as voicemail', () => {
  expect(ended({ result: 'GIVEN_UP', path: [step('application', 'begins'), step('voicemail', 'left')] })).toBe('application.voicemail');
  expect(ended({ result: 'MISSED', path: [step('application', 'begins'), step('voicemail', 'too-short')] })).toBe('result.MISSED');
  expect(ended({ result: 'ANSWERED', path: [step('voicemail', 'left')] })).toBe('result.ANSWERED');
});
