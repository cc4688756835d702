import type { Face } from './people';

export type View = 'auto' | 'grid' | 'speaker';

/** Who is large, and who stands beside; nobody is large in the grid. */
export interface Arrangement {
  main: Face | undefined;
  rest: Face[];
}

/**
 * Who is pinned is large, else a shared screen, else in speaker view who speaks; `last` spoke last, and keeps the place while
 * nobody speaks.
 */
export function arranged(faces: Face[], view: View, pinned: string | undefined, last: string | undefined): Arrangement {
  const pin = faces.find((face) => face.key === pinned);
  const screen = faces.find((face) => face.screen);
  const speaks =
    faces.find((face) => face.speaking) ?? faces.find((face) => !face.screen && face.participant.id === last) ?? faces.find((face) => !face.screen);
  const main = pin ?? (view === 'grid' ? undefined : (screen ?? (view === 'speaker' ? speaks : undefined)));
  return { main, rest: main ? faces.filter((face) => face !== main) : faces };
}

/** The faces that fit beside the large one: the first, and who speaks among them; no screen makes way for that. */
export function strip(faces: Face[], places: number): Face[] {
  if (faces.length <= places) {
    return faces;
  }
  const kept = faces.slice(0, Math.max(0, places));
  const speaker = faces.find((face) => face.speaking);
  return speaker && kept.at(-1)?.screen === false && !kept.includes(speaker) ? [...kept.slice(0, -1), speaker] : kept;
}

/** The faces of a page, of which there are so many with so many faces each; who spoke last is on the first. */
export function pageOf(faces: Face[], page: number, size: number, last: string | undefined): Face[] {
  const order = [...faces];
  const speaker = order.findIndex((face) => !face.screen && face.participant.id === last);
  if (speaker >= size && !order[size - 1]!.screen) {
    [order[size - 1], order[speaker]] = [order[speaker]!, order[size - 1]!];
  }
  return order.slice(page * size, (page + 1) * size);
}
