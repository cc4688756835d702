// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { asProblem, fieldOf, ServerProblem } from './problem';
import { touchedBy } from './useFreshness';

describe('problems', () => {
  it('are read from the server’s answer', async () => {
    const body = { status: 409, code: 'host.taken', detail: 'Taken', traceId: 't1', errors: [] };
    const problem = await ServerProblem.from(new Response(JSON.stringify(body), { status: 409 }));
    expect(problem).toMatchObject({ status: 409, code: 'host.taken', message: 'Taken', traceId: 't1' });
  });

  it('survive a proxy that answers in its own words', async () => {
    const problem = await ServerProblem.from(new Response('<h1>Bad gateway</h1>', { status: 502 }));
    expect(problem).toMatchObject({ status: 502, code: 'http-502' });
  });

  it('name the field', () => {
    expect(fieldOf('/host')).toBe('host');
    expect(fieldOf('/allowedHosts/3')).toBe('allowedHosts');
    expect(fieldOf('limit')).toBe('limit');
    expect(fieldOf('/a~1b')).toBe('a/b');
  });

  it('are made of anything thrown', () => {
    expect(asProblem(new Error('oh')).code).toBe('unexpected');
    expect(asProblem({ status: 404, code: 'not-found' }).status).toBe(404);
  });
});

describe('an event', () => {
  it.each([
    ['person.created', ['/people']],
    ['meeting.participant.joined', ['/meetings', '/recordings']],
    ['recording.ready', ['/recordings']],
    ['meeting.replanned', ['/planned-meetings', '/occurrences']],
    ['phone.registered', ['/devices']],
    ['phone-services.updated', ['/services', '/extension-status']],
    ['unknown.thing', []],
  ])('%s makes stale %j', (type, expected) => {
    expect(touchedBy(type)).toEqual(expected);
  });
});
