// SPDX-License-Identifier: EUPL-1.2
import QRCode from 'qrcode';
import type { Cut, Shape } from './shapes.ts';

/** Light modules around the code that scanners ask for. */
const QUIET = 4;

/** A text as a QR code of `size` millimetres, its quiet zone included; black squares for a white ground. */
export function qrShape(text: string, { x, y, size }: { x: number; y: number; size: number }): Shape {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const step = size / (modules.size + 2 * QUIET);
  const path: Cut[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (!modules.get(row, column)) continue;
      const left = x + (column + QUIET) * step;
      const top = y + (row + QUIET) * step;
      path.push(
        ['M', left, top],
        ['L', left + step, top],
        ['L', left + step, top + step],
        ['L', left, top + step],
        ['Z'],
      );
    }
  }
  return { fill: '#000000', path };
}
