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

/** The faces that fit beside the large one: the first, and who speaks among them. */
export function strip(faces: Face[], places: number): Face[] {
  if (faces.length <= places) {
    return faces;
  }
  const kept = faces.slice(0, Math.max(0, places));
  const speaker = faces.find((face) => face.speaking);
  return speaker && places > 0 && !kept.includes(speaker) ? [...kept.slice(0, -1), speaker] : kept;
}
