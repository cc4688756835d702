import { expect, test } from 'vitest';
import { ownPhoneState } from './ownPhoneState';

test('who does not want to be disturbed is told so before anything else', () => {
  expect(ownPhoneState({ doNotDisturb: true, forwards: { always: {} } })).toBe('quiet');
  expect(ownPhoneState({ doNotDisturb: false, forwards: { always: {} } })).toBe('elsewhere');
  expect(ownPhoneState({ forwards: {} })).toBe('rings');
});
