/** A square of a picture, in the picture's own pixels. */
export interface Square {
  left: number;
  top: number;
  side: number;
}

/** The largest square in the middle. */
export function middle(width: number, height: number): Square {
  const side = Math.min(width, height);
  return { left: (width - side) / 2, top: (height - side) / 2, side };
}

/** The same square moved and resized around its middle, as far as the picture goes. */
export function moved(square: Square, by: { x: number; y: number }, side: number, width: number, height: number): Square {
  const bounded = Math.max(1, Math.min(side, width, height));
  const centreX = square.left + square.side / 2 + by.x;
  const centreY = square.top + square.side / 2 + by.y;
  return {
    left: clamp(centreX - bounded / 2, width - bounded),
    top: clamp(centreY - bounded / 2, height - bounded),
    side: bounded,
  };
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(value, most));
}

/** The square as a file of at most this many pixels a side; PNG keeps what is transparent. */
export async function cut(image: ImageBitmap, square: Square, type: string, most = 512): Promise<Blob> {
  const side = Math.max(1, Math.min(most, Math.round(square.side)));
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d');
  if (!context) {
    throw new Error('This browser cannot draw');
  }
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, square.left, square.top, square.side, square.side, 0, 0, side, side);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('This browser cannot write the picture'))),
      type === 'image/png' ? 'image/png' : 'image/jpeg',
      0.92,
    );
  });
}
