// SPDX-License-Identifier: EUPL-1.2
import { refused } from '../errors.ts';

// ISO/IEC 7816-4: one byte 80, then zeros, to the next bucket. Ten letters and three thousand are
// then the same length on disk (N64).

const BUCKETS = [256, 1024, 4096, 16_384];
const STEP = 16_384;
const MARK = 0x80;

/** Files: whole multiples of 256 KiB. */
export const FILE_STEP = 262_144;

/** The stored length for a text of `length` bytes, padded to at least `min`. */
export function paddedLength(length: number, min: number): number {
  if (min === FILE_STEP) return Math.ceil((length + 1) / FILE_STEP) * FILE_STEP;
  const bucket = BUCKETS.find((size) => size >= min && size > length);
  return bucket ?? Math.ceil((length + 1) / STEP) * STEP;
}

export function pad(plain: Uint8Array, min: number): Buffer {
  const out = Buffer.alloc(paddedLength(plain.length, min));
  out.set(plain);
  out[plain.length] = MARK;
  return out;
}

/** The bytes before the mark, as a view of the same memory. */
export function unpad(padded: Buffer): Buffer {
  let end = padded.length - 1;
  while (end >= 0 && padded[end] === 0) end -= 1;
  if (end < 0 || padded[end] !== MARK) throw refused('seal.padding');
  return padded.subarray(0, end);
}
