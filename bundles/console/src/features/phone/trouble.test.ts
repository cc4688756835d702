import { expect, it } from 'vitest';
import { troubleOf } from './trouble';

it('says what the server says', () => {
  expect(troubleOf('Rejected', 'SIP;cause=403;text="no-rule"')).toBe('no-line');
  expect(troubleOf('Unavailable', 'SIP;cause=480;text="unavailable"')).toBe('no-phone');
  expect(troubleOf('Unavailable', 'SIP;cause=480;text="no-answer"')).toBe('unreachable');
  expect(troubleOf('Rejected', 'SIP;cause=603;text="refused"')).toBe('refused');
});

it('knows the causes where the server says nothing', () => {
  expect(troubleOf('Busy')).toBe('busy');
  expect(troubleOf('Something else')).toBe('failed');
});
