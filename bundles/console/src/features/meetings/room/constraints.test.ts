// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { constraintsOf } from './constraints';

describe('constraintsOf', () => {
  it('asks for small pictures of all and for a large one of the stage', () => {
    expect(
      constraintsOf([
        { participant: 'bo', source: 'screen', maxHeight: 1080, stage: true },
        { participant: 'bo', source: 'camera', maxHeight: 180 },
        { participant: 'ann', source: 'camera', maxHeight: 180 },
        { participant: 'cy', source: 'camera', maxHeight: 360 },
      ]),
    ).toEqual({
      visible: ['ann', 'bo', 'cy'],
      maxHeight: 180,
      onStage: [{ participant: 'bo', source: 'screen', maxHeight: 1080 }],
      perSource: [{ participant: 'cy', source: 'camera', maxHeight: 360 }],
    });
  });

  it('says nothing more of a grid', () => {
    expect(constraintsOf([{ participant: 'ann', source: 'camera', maxHeight: 360 }])).toEqual({ visible: ['ann'], maxHeight: 360 });
  });
});
