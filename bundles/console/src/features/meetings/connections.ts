export const WAYS = ['udp', 'turnUdp', 'turnTcp', 'turnTls'] as const;
type Way = (typeof WAYS)[number];

/** What the event `meeting.connection.checked` says. */
export type Checked = { network: string } & Partial<Record<Way, boolean>>;

export interface NetworkCount {
  name: string;
  checked: number;
  ways: Record<Way, { works: number; tried: number }>;
}

/** How often each way worked in each network; those where the straight one fails come first. */
export function byNetwork(checks: Checked[]): NetworkCount[] {
  const counts = new Map<string, NetworkCount>();
  for (const check of checks) {
    const none = () => ({ works: 0, tried: 0 });
    const count = counts.get(check.network) ?? { name: check.network, checked: 0, ways: { udp: none(), turnUdp: none(), turnTcp: none(), turnTls: none() } };
    count.checked++;
    for (const way of WAYS) {
      if (check[way] !== undefined) {
        count.ways[way].tried++;
        count.ways[way].works += check[way] ? 1 : 0;
      }
    }
    counts.set(check.network, count);
  }
  const failed = ({ ways }: NetworkCount) => ways.udp.tried - ways.udp.works;
  return [...counts.values()].sort((a, b) => failed(b) - failed(a) || b.checked - a.checked || a.name.localeCompare(b.name));
}
