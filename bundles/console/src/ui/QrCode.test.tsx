import { render, screen } from '@testing-library/react';
import jsQR from 'jsqr';
import { expect, it } from 'vitest';
import { QrCode } from './QrCode';

const SCALE = 4;

/** What a camera reads that sees the picture. */
function read(picture: Element): string | undefined {
  const cells = Number(picture.getAttribute('viewBox')?.split(' ')[2]);
  const width = cells * SCALE;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y] of picture.querySelector('path')?.getAttribute('d')?.matchAll(/M(\d+) (\d+)h1v1h-1z/g) ?? []) {
    for (let row = 0; row < SCALE; row++) {
      for (let column = 0; column < SCALE; column++) {
        pixels.fill(0, ((Number(y) * SCALE + row) * width + Number(x) * SCALE + column) * 4, ((Number(y) * SCALE + row) * width + Number(x) * SCALE + column) * 4 + 3);
      }
    }
  }
  return jsQR(pixels, width, width)?.data;
}

it.each([
  `https://acme.example/provisioning/${'0123456789abcdef'.repeat(2)}/linphone.xml`,
  `https://a-very-long-name-of-a-company.telephone.example:8443/provisioning/${'f'.repeat(32)}/linphone.xml`,
  'otpauth://totp/Ácme:nora?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%C3%81cme',
])('what the picture holds is read again: %s', (value) => {
  render(<QrCode value={value} label="Code" />);
  expect(read(screen.getByRole('img', { name: 'Code' }))).toBe(value);
});
