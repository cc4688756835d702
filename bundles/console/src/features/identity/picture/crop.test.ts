import { describe, expect, it } from 'vitest';
import { middle, moved } from './crop';

describe('the square of a picture', () => {
  it('is the largest in the middle', () => {
    expect(middle(400, 300)).toEqual({ left: 50, top: 0, side: 300 });
    expect(middle(300, 400)).toEqual({ left: 0, top: 50, side: 300 });
  });

  it('stays inside when it is moved', () => {
    const start = middle(400, 300);
    expect(moved(start, { x: 500, y: 10 }, 300, 400, 300)).toEqual({ left: 100, top: 0, side: 300 });
    expect(moved(start, { x: -500, y: 0 }, 300, 400, 300)).toEqual({ left: 0, top: 0, side: 300 });
  });

  it('keeps its middle when it is resized', () => {
    expect(moved(middle(400, 300), { x: 0, y: 0 }, 100, 400, 300)).toEqual({ left: 150, top: 100, side: 100 });
    expect(moved({ left: 0, top: 0, side: 100 }, { x: 0, y: 0 }, 300, 400, 300)).toEqual({ left: 0, top: 0, side: 300 });
  });
});
