/** How the connection is, in what the server keeps of it. */
export interface Quality {
  /** Milliseconds to the media server and back. */
  roundTrip?: number;
  /** Percent of packets that did not arrive since the last report. */
  loss?: number;
  /** Milliseconds. */
  jitter?: number;
  /** Lines of the own picture. */
  sent?: number;
  /** Lines of the largest picture of others. */
  received?: number;
}

type Stat = Record<string, unknown> & { id: string; type: string };

/** A browser's figures as a map of records. */
export const figures = (report: RTCStatsReport): Map<string, Stat> => report as unknown as Map<string, Stat>;

const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? Math.max(0, value) : 0);
const most = (values: number[]): number => Math.max(0, ...values);

/** A report of what the browser's figures say; empty when they say nothing yet. */
export function qualityOf(now: Iterable<Stat>, before?: Map<string, Stat>): Quality {
  const all = [...now];
  const quality: Quality = {};
  const pair = all.find((stat) => stat.type === 'candidate-pair' && stat.nominated === true && stat.state === 'succeeded');
  if (typeof pair?.currentRoundTripTime === 'number') {
    quality.roundTrip = Math.min(60_000, number(pair.currentRoundTripTime) * 1000);
  }
  const inbound = all.filter((stat) => stat.type === 'inbound-rtp');
  const since = (field: string) => inbound.reduce((sum, stat) => sum + Math.max(0, number(stat[field]) - number(before?.get(stat.id)?.[field])), 0);
  const [lost, got] = [since('packetsLost'), since('packetsReceived')];
  if (lost + got > 0) {
    quality.loss = (100 * lost) / (lost + got);
    quality.jitter = Math.min(60_000, most(inbound.map((stat) => number(stat.jitter))) * 1000);
  }
  const lines = (type: string) => most(all.filter((stat) => stat.type === type && stat.kind === 'video').map((stat) => number(stat.frameHeight)));
  const [sent, received] = [lines('outbound-rtp'), lines('inbound-rtp')];
  return { ...quality, ...(sent > 0 ? { sent } : {}), ...(received > 0 ? { received } : {}) };
}
