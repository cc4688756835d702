/** One line of the statistics. */
export interface Figure {
  name: 'path' | 'rtt' | 'out' | 'in' | 'lost' | 'jitter' | 'sent' | 'received' | 'codec';
  value: string;
}

type Stat = Record<string, unknown> & { id: string; type: string; timestamp: number };

const number = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** What the browser's figures say in a few lines; rates need the figures of a moment before. */
export function figuresOf(now: Iterable<[string, Stat]>, before?: Map<string, Stat>): Figure[] {
  const all = [...now].map(([, stat]) => stat);
  const byId = new Map(all.map((stat) => [stat.id, stat]));
  const figures: Figure[] = [];
  const pair = all.find((stat) => stat.type === 'candidate-pair' && stat.nominated === true && stat.state === 'succeeded');
  if (pair) {
    const local = byId.get(String(pair.localCandidateId));
    const remote = byId.get(String(pair.remoteCandidateId));
    figures.push({ name: 'path', value: `${local?.candidateType ?? '?'} → ${remote?.candidateType ?? '?'} (${local?.relayProtocol ?? local?.protocol ?? '?'})` });
    figures.push({ name: 'rtt', value: `${Math.round(number(pair.currentRoundTripTime) * 1000)} ms` });
  }
  const rate = (type: string, field: string) => {
    const bits = all
      .filter((stat) => stat.type === type)
      .reduce((sum, stat) => {
        const earlier = before?.get(stat.id);
        const seconds = earlier ? (stat.timestamp - earlier.timestamp) / 1000 : 0;
        return seconds > 0 ? sum + ((number(stat[field]) - number(earlier?.[field])) * 8) / seconds : sum;
      }, 0);
    return `${Math.round(bits / 1000)} kbit/s`;
  };
  figures.push({ name: 'out', value: rate('outbound-rtp', 'bytesSent') }, { name: 'in', value: rate('inbound-rtp', 'bytesReceived') });
  const inbound = all.filter((stat) => stat.type === 'inbound-rtp');
  const lost = inbound.reduce((sum, stat) => sum + number(stat.packetsLost), 0);
  const got = inbound.reduce((sum, stat) => sum + number(stat.packetsReceived), 0);
  figures.push({ name: 'lost', value: `${lost} (${got + lost > 0 ? ((100 * lost) / (got + lost)).toFixed(1) : '0.0'} %)` });
  figures.push({ name: 'jitter', value: `${Math.round(Math.max(0, ...inbound.map((stat) => number(stat.jitter))) * 1000)} ms` });
  for (const stat of all) {
    if ((stat.type === 'outbound-rtp' || stat.type === 'inbound-rtp') && stat.kind === 'video' && number(stat.frameWidth) > 0) {
      const codec = byId.get(String(stat.codecId))?.mimeType;
      figures.push({
        name: stat.type === 'outbound-rtp' ? 'sent' : 'received',
        value: `${stat.frameWidth}×${stat.frameHeight}, ${number(stat.framesPerSecond)} fps${codec ? `, ${String(codec).replace('video/', '')}` : ''}`,
      });
    }
  }
  return figures;
}
