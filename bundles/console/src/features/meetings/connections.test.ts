// @vitest-environment node
import { expect, it } from 'vitest';
import { byNetwork } from './connections';

it('counts by network, those in trouble first', () => {
  const counts = byNetwork([
    { network: '192.0.2.0/24', udp: true },
    { network: '198.51.100.0/24', udp: false, turnTls: true },
    { network: '192.0.2.0/24', udp: true },
  ]);
  expect(counts.map((one) => [one.name, one.checked, one.ways.udp, one.ways.turnTls])).toEqual([
    ['198.51.100.0/24', 1, { works: 0, tried: 1 }, { works: 1, tried: 1 }],
    ['192.0.2.0/24', 2, { works: 2, tried: 2 }, { works: 0, tried: 0 }],
  ]);
});
