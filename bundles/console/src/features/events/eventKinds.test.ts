// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { dataOf, gist, passes } from './eventKinds';

describe('events', () => {
  it.each([
    ['meeting.started', '', true],
    ['meeting.started', 'meeting.*', true],
    ['meeting.participant.joined', 'meeting.*', true],
    ['meetings.odd', 'meeting.*', false],
    ['meeting.started', 'meeting.started', true],
    ['meeting.started', 'meeting.ended', false],
  ])('%s passes the filter "%s": %s', (type, filter, expected) => {
    expect(passes(type, filter)).toBe(expected);
  });

  it('say what they are about in a few words', () => {
    expect(gist({ title: 'Stand-up', name: 'Anna', host: 'x' })).toBe('Stand-up · Anna');
    expect(gist('{"login":"anna"}')).toBe('anna');
    expect(gist({ mail: 'x', to: 'a@acme.example', subject: 'Welcome' })).toBe('Welcome · a@acme.example');
    expect(gist({ script: 'x', name: 'Journal', reason: 'It broke' })).toBe('Journal · It broke');
    expect(gist({ count: 3 })).toBe('');
    expect(gist(null)).toBe('');
  });

  it('keep data that is no JSON', () => {
    expect(dataOf('plain')).toBe('plain');
  });
});
