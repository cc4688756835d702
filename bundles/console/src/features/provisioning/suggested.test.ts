import { expect, test } from 'vitest';
import { suggested } from './suggested';

const empty = { mac: '', maker: 'SNOM' as const, model: '', extension: 'x', label: 'Hall', transport: 'TLS' as const };

test('columns of an import become suggestions', () => {
  expect(suggested({ MAC: '001565AABBCC', Template: 'yealink_t5', Model: 'Yealink T54W', Language: 'German', Ringtone: 'Ring2.wav' }, empty)).toEqual({
    mac: '001565AABBCC',
    model: 'T54W',
    maker: 'YEALINK',
    language: 'de',
    ringTone: 'Ring2.wav',
  });
});

test('what was typed stays, and nonsense is no suggestion', () => {
  const typed = { ...empty, mac: '000413aabbcc', model: 'D785' };
  expect(suggested({ MAC: '001565AABBCC', Template: 'yealink', Model: '<b>', Language: 'Klingon' }, typed)).toEqual({});
  expect(suggested({}, empty)).toEqual({});
});
