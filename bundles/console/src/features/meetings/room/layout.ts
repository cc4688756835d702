/** How many columns make tiles of this shape largest in an area, and how large they are. */
export interface Layout {
  columns: number;
  rows: number;
  width: number;
  height: number;
}

/** The most faces at a time. */
export const MOST_FACES = 16;

/** As wide as a tile must be for a face and its name. */
const LEGIBLE = 140;

const SHAPE = 16 / 9;
const UPRIGHT = 3 / 4;

export function bestLayout(tiles: number, width: number, height: number, gap = 8): Layout {
  let best: Layout = { columns: 1, rows: Math.max(1, tiles), width: 0, height: 0 };
  for (let columns = 1; columns <= Math.max(1, tiles); columns++) {
    const rows = Math.ceil(tiles / columns);
    const wide = (width - gap * (columns - 1)) / columns;
    const high = (height - gap * (rows - 1)) / rows;
    const tile = Math.max(0, Math.min(wide, high * SHAPE));
    if (tile > best.width) {
      best = { columns, rows, width: Math.floor(tile), height: Math.floor(tile / SHAPE) };
    }
  }
  return height > width ? { ...best, height: tall(best, height, gap) } : best;
}

/** How many tiles an area holds that can still be made out: one at least. */
export function legible(width: number, height: number): number {
  let most = 1;
  for (let tiles = 2; tiles <= MOST_FACES; tiles++) {
    if (bestLayout(tiles, width, height).width >= LEGIBLE) {
      most = tiles;
    }
  }
  return most;
}

/** On a phone held upright a face may be taller than a camera's picture, whose sides are then cut. */
function tall({ rows, width, height }: Layout, area: number, gap: number): number {
  return Math.max(height, Math.floor(Math.min(width / UPRIGHT, (area - gap * (rows - 1)) / rows)));
}

/** The layers of a camera with 540 or 720 lines. */
const LAYERS = [135, 180, 270, 360, 540, 720];

/** The video height worth asking for, of those that encoders make. */
export function wantedHeight(tile: number, pixels = 1): number {
  return LAYERS.find((height) => height >= tile * pixels * 0.85) ?? 1080;
}
