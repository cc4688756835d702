/** Colour arithmetic in sRGB, for shades that keep their contrast (WCAG 2.2). */
type Rgb = readonly [number, number, number];

export function parse(hex: string): Rgb {
  const found = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (!found) {
    return [47, 111, 237];
  }
  return [Number.parseInt(found[1]!, 16), Number.parseInt(found[2]!, 16), Number.parseInt(found[3]!, 16)];
}

function format(rgb: Rgb): string {
  return `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  return [0, 1, 2].map((i) => from[i]! + (to[i]! - from[i]!) * share) as unknown as Rgb;
}

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((part) => {
    const c = part / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(parse(a)), luminance(parse(b))].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];

/** The colour, moved towards the other as little as gives the wanted contrast against the ground. */
function until(from: Rgb, towards: Rgb, ground: string, wanted: number): Rgb {
  for (let share = 0; share <= 1; share += 0.02) {
    const colour = mix(from, towards, share);
    if (contrast(format(colour), ground) >= wanted) {
      return colour;
    }
  }
  return towards;
}

export type Shades = readonly [string, string, string, string, string, string, string, string, string, string];

/**
 * Ten shades: 0 to 3 tints, 4 readable on the dark surface, 6 the colour itself, 8 readable on white and on its own
 * tint, with white readable on it.
 */
export function shades(hex: string, darkSurface = '#1c2229'): Shades {
  const base = parse(hex);
  const onDark = until(base, WHITE, darkSurface, 5.6);
  const onWhite = until(base, BLACK, '#ffffff', 5.7);
  return [
    mix(base, WHITE, 0.93),
    mix(base, WHITE, 0.84),
    mix(base, WHITE, 0.7),
    until(base, WHITE, darkSurface, 7),
    onDark,
    mix(base, onDark, 0.5),
    base,
    mix(base, onWhite, 0.5),
    onWhite,
    mix(onWhite, BLACK, 0.2),
  ].map(format) as unknown as Shades;
}
