import { expect, it } from 'vitest';
import { isOfTransfer, transferTrouble, troubleOf } from './trouble';

it('says what the server says', () => {
  expect(troubleOf('Rejected', 'SIP;cause=403;text="no-trunk"')).toBe('no-line');
  expect(troubleOf('Rejected', 'SIP;cause=403;text="no-rule"')).toBe('forbidden');
  expect(troubleOf('Rejected', 'SIP;cause=403;text="may-not-listen"')).toBe('may-not-listen');
  expect(troubleOf('Rejected', 'SIP;cause=403;text="may-not-speak"')).toBe('may-not-speak');
  expect(troubleOf('Rejected', 'SIP;cause=403;text="may-not-take"')).toBe('may-not-take');
  expect(troubleOf('Busy', 'SIP;cause=486;text="dnd"')).toBe('quiet');
  expect(troubleOf('Not Found', 'SIP;cause=404;text="nobody-was-busy"')).toBe('no-callback');
  expect(troubleOf('Not Found', 'SIP;cause=404;text="no-numbers"')).toBe('no-numbers');
  expect(troubleOf('SIP Failure Code', 'SIP;cause=501;text="dictation-off"')).toBe('dictation-off');
  expect(troubleOf('SIP Failure Code', 'SIP;cause=503;text="no-network"')).toBe('no-network');
  expect(troubleOf('Unavailable', 'SIP;cause=480;text="unavailable"')).toBe('no-phone');
  expect(troubleOf('Incompatible SDP', 'SIP;cause=488;text="not-understood"')).toBe('not-understood');
  expect(troubleOf('Unavailable', 'SIP;cause=480;text="no-answer"')).toBe('unreachable');
  expect(troubleOf('Rejected', 'SIP;cause=403;text="minutes"')).toBe('limit');
  expect(troubleOf('Rejected', 'SIP;cause=603;text="refused"')).toBe('refused');
});

it('knows the causes where the server says nothing', () => {
  expect(troubleOf('Busy')).toBe('busy');
  expect(troubleOf('Something else')).toBe('failed');
});

it('says why a call was not transferred', () => {
  expect(transferTrouble(404)).toBe('transfer-unknown');
  expect(transferTrouble(403)).toBe('transfer-forbidden');
  expect(transferTrouble(undefined)).toBe('transfer');
  expect([isOfTransfer(transferTrouble(486)), isOfTransfer('busy'), isOfTransfer(undefined)]).toEqual([true, false, false]);
});
