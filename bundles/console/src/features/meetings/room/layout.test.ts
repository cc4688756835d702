// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { bestLayout, legible, MOST_FACES, wantedHeight } from './layout';

describe('bestLayout', () => {
  it.each([
    [1, 1440, 800, 1],
    [2, 1440, 800, 2],
    [2, 390, 700, 1],
    [4, 1440, 800, 2],
    [5, 1440, 800, 3],
    [9, 1440, 800, 3],
  ])('puts %i faces on %i by %i in %i columns', (tiles, width, height, columns) => {
    expect(bestLayout(tiles, width, height).columns).toBe(columns);
  });

  it('never leaves the area and no other number of columns is larger', () => {
    for (let tiles = 1; tiles <= 16; tiles++) {
      const best = bestLayout(tiles, 1000, 620);
      expect(best.columns * best.width + (best.columns - 1) * 8).toBeLessThanOrEqual(1000);
      expect(best.rows * best.height + (best.rows - 1) * 8).toBeLessThanOrEqual(620);
      for (let columns = 1; columns <= tiles; columns++) {
        const rows = Math.ceil(tiles / columns);
        const other = Math.min((1000 - 8 * (columns - 1)) / columns, ((620 - 8 * (rows - 1)) / rows) * (16 / 9));
        expect(best.width).toBeGreaterThanOrEqual(Math.floor(other));
      }
    }
  });

  it('makes use of the height of a phone', () => {
    expect(bestLayout(1, 390, 700)).toMatchObject({ width: 390, height: 520 });
    expect(bestLayout(2, 390, 700)).toMatchObject({ width: 390, height: 346 });
    expect(bestLayout(1, 800, 600)).toMatchObject({ width: 800, height: 450 });
  });

  it('survives an area of nothing', () => {
    expect(bestLayout(3, 0, 0).width).toBe(0);
  });
});

describe('legible', () => {
  it.each([
    [1440, 800, MOST_FACES],
    [336, 560, 12],
    [336, 200, 4],
    [300, 100, 2],
    [0, 0, 1],
  ])('holds so many faces on %i by %i: %i', (width, height, most) => {
    expect(legible(width, height)).toBe(most);
  });
});

describe('wantedHeight', () => {
  it.each([
    [90, 135],
    [220, 270],
    [420, 360],
    [600, 540],
    [700, 720],
    [1400, 1080],
  ])('asks for video of a tile of %i pixels at %i lines', (tile, lines) => {
    expect(wantedHeight(tile)).toBe(lines);
  });
});
