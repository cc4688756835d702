import type { LiveCall } from '@/ui/server/types';

/** Who is in a call that goes on; where that is one alone, who called whom. */
export function title({ parties, path, called }: Pick<LiveCall, 'parties' | 'path' | 'called'>, place: string, withheld: string): string {
  const names = parties.map((party) => party.name || party.number || withheld);
  const [only] = parties;
  if (names.length > 1) {
    return names.join(' · ');
  }
  if (only && only.role !== 'CALLER') {
    return `${path.find(({ decision }) => decision.step === 'caller')?.decision.params.extension ?? withheld} → ${names[0]}`;
  }
  return `${names[0] ?? withheld} → ${place || called}`;
}
