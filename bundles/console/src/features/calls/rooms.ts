import type { LiveCall } from '@/ui/server/types';

/** A conference with those who are in it, a call for each. */
export interface Room {
  key: string;
  name: string;
  calls: LiveCall[];
}

/** The conference that a call is in: its path leads there, and nowhere else since. */
export function roomOf({ path }: Pick<LiveCall, 'path'>): { key: string; name: string } | undefined {
  const last = path.findLast(({ decision }) => decision.step === 'destination' || decision.step === 'outcome')?.decision;
  if (last?.step !== 'destination' || last.reason !== 'conference') {
    return undefined;
  }
  const name = last.params.name ?? '';
  return { key: last.params.number ?? name, name };
}

/** The calls that go on, with those of a conference together, each in the place of its first. */
export function together(calls: LiveCall[]): (LiveCall | Room)[] {
  const rooms = new Map<string, Room>();
  const shown: (LiveCall | Room)[] = [];
  for (const call of calls) {
    const place = roomOf(call);
    const known = place && rooms.get(place.key);
    if (known) {
      known.calls.push(call);
    } else if (place) {
      const room = { ...place, calls: [call] };
      rooms.set(place.key, room);
      shown.push(room);
    } else {
      shown.push(call);
    }
  }
  return shown;
}
