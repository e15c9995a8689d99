// SPDX-License-Identifier: EUPL-1.2
import { type Half, readHalf } from '#platform/seal';

/** Reads a half whatever the number of its recovery key; whether that one is in use is checked with the keys. */
export function readAny(typed: string): Half | null {
  const first = readHalf(typed, 1);
  const read = 'err' in first && first.err === 'number' ? readHalf(typed, first.n) : first;
  return 'half' in read ? read.half : null;
}
