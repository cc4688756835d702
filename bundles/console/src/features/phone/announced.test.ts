import { expect, it } from 'vitest';
import { announced } from './announced';

it('a call that rings is not announced', () => {
  expect(announced(undefined)).toBeUndefined();
  expect(announced('<sip:acme.example>;purpose=info')).toBeUndefined();
  expect(announced('<sip:acme.example>;answer-after=30')).toBeUndefined();
});

it('knows who speaks and how', () => {
  expect(announced('<sip:acme.example>;answer-after=0')).toBe('wanted');
  expect(announced('<sip:acme.example>;answer-after=0;speaks=intercom')).toBe('intercom');
  expect(announced('<sip:acme.example>; Answer-After=0; speaks=page')).toBe('page');
});
