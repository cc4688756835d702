import type { Constraints, Shown } from './protocol';

/** A picture on the screen: whose, how high in device pixels as a video height, and whether it is the large one. */
export interface Picture extends Shown {
  stage?: boolean;
}

/**
 * What to ask the server for: each picture as high as it is shown, those on stage first. The most common height stands for
 * all that do not say otherwise.
 */
export function constraintsOf(pictures: Picture[]): Constraints {
  const heights = pictures.filter((picture) => !picture.stage).map((picture) => picture.maxHeight);
  const maxHeight = mostCommon(heights) ?? 180;
  const shown = ({ participant, source, maxHeight: height }: Picture): Shown => ({ participant, source, maxHeight: height });
  const onStage = pictures.filter((picture) => picture.stage).map(shown);
  const perSource = pictures.filter((picture) => !picture.stage && picture.maxHeight !== maxHeight).map(shown);
  return {
    visible: [...new Set(pictures.map((picture) => picture.participant))].sort(),
    maxHeight,
    ...(onStage.length > 0 ? { onStage } : {}),
    ...(perSource.length > 0 ? { perSource } : {}),
  };
}

function mostCommon(values: number[]): number | undefined {
  const count = (value: number) => values.filter((other) => other === value).length;
  return values.reduce<number | undefined>((best, value) => (best === undefined || count(value) > count(best) ? value : best), undefined);
}
