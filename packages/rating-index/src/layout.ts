// SPDX-License-Identifier: Apache-2.0

// The file is the memory: header, verdict table, lines, all little-endian.
//
//   header    128 bytes, words of 32 bits, places below
//   verdicts  `capacity` records of 12 bytes, record 0 unused; padded to a multiple of 64
//   lines     `lines` cache lines of 64 bytes:
//               0   1 byte: how many lines after this one its entries may be in
//               1   3 bytes: 24 bits, "names below a name of this line are listed" (a filter without false negatives)
//               4   10 remainders of 32 bits
//               44  10 verdict ids of 16 bits, 0 = free or removed
//
// A miss reads only the first 44 bytes, so it stays inside one cache line even where the memory is 16 bytes off.

import { RatingIndexError } from './errors.ts';
import { KEY_BYTES } from './half-sip-hash.ts';

export const INDEX_MAGIC = 0x494e5752; // "RWNI"
export const DELTA_MAGIC = 0x444e5752; // "RWND"
export const FORMAT_VERSION = 1;

export const HEADER_BYTES = 128;
export const VERDICT_BYTES = 12;
export const LINE_BYTES = 64;
export const AUDIT_HEAD_BYTES = 32;

export const SLOTS = 10;
export const LINE_WORDS = 16;
export const LINE_VALUES = 32;
export const FIRST_VALUE = 22;
export const DEEPER_BITS = 24;
export const DEEPER_SHIFT = 8;
/** The first byte of a line. */
export const DISTANCE_BITS = 255;
/** No entry is more lines than this from home, so no look-up reads more than that for one name. */
export const MAX_DISTANCE = 64;

/** 2^24 lines are 1 GiB and about 125 million hosts. */
export const MAX_LINES = 2 ** 24;
export const MAX_VERDICTS = 65_535;

/** Places in the header, in words. */
export const AT = {
  magic: 0,
  version: 1,
  bytes: 2,
  lines: 3,
  key: 4,
  number: 8,
  created: 10,
  hosts: 12,
  used: 13,
  verdicts: 14,
  capacity: 15,
  auditHead: 16,
  hasTopLevel: 24,
} as const;

/** What the publisher puts beside the hosts. */
export interface SnapshotFacts {
  /** Number of the snapshot, `max(last + 1, Unix ms)`. */
  readonly number: number;
  /** When it was made, Unix milliseconds. */
  readonly createdMs: number;
  /** The head of the audit chain, 32 bytes, opaque here. */
  readonly auditHead: Uint8Array;
}

/** Where the lines begin when the verdict table holds `capacity` records; a multiple of 64. */
export function linesOffset(capacity: number): number {
  return HEADER_BYTES + Math.ceil((capacity * VERDICT_BYTES) / LINE_BYTES) * LINE_BYTES;
}

/** The line a hash belongs to: floor(top 27 bits x lines / 2^27), exact in double arithmetic up to MAX_LINES. */
export function homeLine(hash: number, lines: number): number {
  return ((hash >>> 5) * (lines / 2 ** 27)) | 0;
}

/** The bit of a line's first word that says "names below this one are listed"; from bits the line hardly uses. */
export function deeperBit(hash: number): number {
  return 1 << (DEEPER_SHIFT + (((hash & 0xff) * DEEPER_BITS) >>> 8));
}

/** Remainder 0 would look like a free slot to a reader in another thread, so it is stored as 1. */
export function remainderOf(hash: number): number {
  return hash === 0 ? 1 : hash;
}

/** Writes 53 bits as two words of 32, low one first. Throws `bad-option` for what is no whole number of that size. */
export function writeNumber(view: DataView, offset: number, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RatingIndexError('bad-option', 'numbers and times are whole, at least 0 and at most 2^53 - 1');
  }
  view.setUint32(offset, value % 2 ** 32, true);
  view.setUint32(offset + 4, Math.floor(value / 2 ** 32), true);
}

/** Reads what `writeNumber` wrote; NaN where the bytes hold more than 2^53 - 1. */
export function readNumber(view: DataView, offset: number): number {
  const value = view.getUint32(offset + 4, true) * 2 ** 32 + view.getUint32(offset, true);
  return Number.isSafeInteger(value) ? value : Number.NaN;
}

export function checkKey(key: Uint8Array): void {
  if (key.length !== KEY_BYTES) throw new RatingIndexError('bad-option', 'the key has 16 bytes');
}

export function checkAuditHead(head: Uint8Array): void {
  if (head.length !== AUDIT_HEAD_BYTES)
    throw new RatingIndexError('bad-option', 'the audit head has 32 bytes');
}
