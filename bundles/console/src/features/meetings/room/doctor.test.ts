// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { adviceOf, direct, examine, portOf, portsOf, wayOf, examineBefore, foresightOf } from './doctor';

const SDP = [
  'a=candidate:1 1 udp 2130706431 192.0.2.7 10000 typ host generation 0',
  'a=candidate:2 1 udp 1694498815 198.51.100.7 10000 typ srflx raddr 192.0.2.7 rport 10000',
  'a=candidate:3 1 udp 2130706431 2001:db8::7 10000 typ host',
].join('\r\n');

describe('the connectivity doctor [S1.37]', () => {
  it('names the ports of each way', () => {
    expect(portsOf(SDP)).toEqual(['192.0.2.7:10000', '198.51.100.7:10000', '[2001:db8::7]:10000']);
    expect(['turn:t.example', 'turn:t.example:3479?transport=tcp', 'turns:t.example?transport=tcp', 'stun:t.example'].map(wayOf)).toEqual([
      'turnUdp', 'turnTcp', 'turnTls', undefined,
    ]); // prettier-ignore
    expect(['turn:t.example', 'turn:t.example:3479?transport=tcp', 'turns:t.example:443'].map(portOf)).toEqual(['t.example:3478', 't.example:3479', 't.example:443']);
  });

  it('tells a direct way from a detour', () => {
    const pair = { id: 'p', type: 'candidate-pair', state: 'succeeded', localCandidateId: 'l' };
    expect(direct([pair, { id: 'l', type: 'local-candidate', protocol: 'udp', candidateType: 'host' }])).toBe(true);
    expect(direct([pair, { id: 'l', type: 'local-candidate', protocol: 'udp', candidateType: 'relay' }])).toBe(false);
    expect(direct([{ ...pair, state: 'failed' }, { id: 'l', type: 'local-candidate', protocol: 'udp', candidateType: 'host' }])).toBe(false);
  });

  it('tries each way by itself and says what follows', async () => {
    const servers = [{ urls: ['turn:t.example', 'turn:t.example?transport=tcp', 'turns:t.example:443'], username: 'u', credential: 'c' }];
    const found = await examine(undefined, servers, SDP, async (_server, url) => url.startsWith('turns:'));
    expect(found.ways).toEqual({ udp: false, turnUdp: false, turnTcp: false, turnTls: true });
    expect(found.ports.turnTls).toEqual(['t.example:443']);
    expect(adviceOf(found.ways)).toBe('relayed');
    expect(adviceOf({ udp: true })).toBe('fine');
    expect(adviceOf({ udp: false })).toBe('alone');
    expect(adviceOf({ udp: false, turnUdp: false })).toBe('blocked');
  });
});

describe('before a meeting', () => {
  const urls = ['turn:turn.acme.test?transport=udp', 'turn:turn.acme.test?transport=tcp', 'turns:turn.acme.test'];

  it('the relays are tried, and nothing is said of the direct way', async () => {
    const found = await examineBefore([...urls, 'stun:stun.acme.test'], async (url) => url.startsWith('turns:'));
    expect(found.ways).toEqual({ turnUdp: false, turnTcp: false, turnTls: true });
    expect(found.ports).toMatchObject({ udp: [], turnTls: ['turn.acme.test:5349'] });
    expect(foresightOf(found)).toBe('some');
  });

  it('it is said when none answers, and nothing where the browser does not tell', async () => {
    expect(foresightOf(await examineBefore(urls, async () => false))).toBe('blocked');
    expect(foresightOf(await examineBefore(urls, async () => undefined))).toBe('alone');
    expect(foresightOf(await examineBefore([]))).toBe('alone');
  });
});
