import { describe, expect, it } from 'vitest';
import { qualityOf } from './quality';

const inbound = (id: string, packetsLost: number, packetsReceived: number, more = {}) => ({ id, type: 'inbound-rtp', packetsLost, packetsReceived, ...more });

describe('what is reported of a connection', () => {
  it('is nothing before anything flows', () => {
    expect(qualityOf([{ id: 'p', type: 'candidate-pair', nominated: false, state: 'waiting' }])).toEqual({});
  });

  it('is the way there and back, loss since the last report, jitter, and the size of pictures', () => {
    const before = new Map([['a', inbound('a', 10, 990)]]);
    const now = [
      { id: 'p', type: 'candidate-pair', nominated: true, state: 'succeeded', currentRoundTripTime: 0.025 },
      inbound('a', 11, 1089, { jitter: 0.004 }),
      inbound('v', 0, 100, { kind: 'video', jitter: 0.012, frameHeight: 360 }),
      { id: 'o', type: 'outbound-rtp', kind: 'video', frameHeight: 720 },
      { id: 'l', type: 'outbound-rtp', kind: 'video', frameHeight: 180 },
    ];
    expect(qualityOf(now, before)).toEqual({ roundTrip: 25, loss: 0.5, jitter: 12, sent: 720, received: 360 });
  });

  it('keeps within what the server takes, also when packets come late', () => {
    const now = [inbound('a', -3, 100, { jitter: 1e9 })];
    expect(qualityOf(now)).toEqual({ loss: 0, jitter: 60_000 });
  });
});
