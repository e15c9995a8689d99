// SPDX-License-Identifier: Apache-2.0

import { RatingIndexError } from './errors.ts';
import { createHasher, type Hasher, KEY_BYTES } from './half-sip-hash.ts';
import {
  AT,
  AUDIT_HEAD_BYTES,
  FORMAT_VERSION,
  HEADER_BYTES,
  INDEX_MAGIC,
  LINE_BYTES,
  LINE_VALUES,
  LINE_WORDS,
  linesOffset,
  MAX_LINES,
  MAX_VERDICTS,
  readNumber,
  SLOTS,
  type SnapshotFacts,
} from './layout.ts';
import type { Verdict } from './verdict.ts';
import { RECORD_WORDS, readTable, readVerdict } from './verdict-table.ts';

/**
 * An open index: views of one buffer, nothing copied. Open it again in each thread that shares the buffer. Its fields
 * are the package's own.
 */
export interface RatingIndex {
  readonly buffer: ArrayBuffer | SharedArrayBuffer;
  readonly header: Uint32Array;
  /** Verdict records, 6 words each. */
  readonly records: Uint16Array;
  /** The lines as 32-bit words: first word and remainders. */
  readonly words: Int32Array;
  /** The lines as 16-bit words: verdict ids. */
  readonly values: Uint16Array;
  readonly lines: number;
  readonly capacity: number;
  /** Set up with the index's key. */
  readonly hasher: Hasher;
}

/** What the header says. */
export interface IndexFacts extends SnapshotFacts {
  readonly key: Uint8Array;
  /** Hosts listed now. */
  readonly hosts: number;
  readonly verdicts: number;
  readonly bytes: number;
  /** Share of slots that are taken, by hosts or by what was removed since the last full build; 0 to 1. */
  readonly load: number;
}

/**
 * A buffer for an index of this many bytes, shared between threads. It begins on a page (because it could grow), so
 * that each line is one cache line; a plain buffer begins 16 bytes later, which costs a found host a tenth more.
 */
export function allocateShared(bytes: number): SharedArrayBuffer {
  return new SharedArrayBuffer(bytes, { maxByteLength: bytes });
}

/**
 * Opens the bytes of a published index (signature and SHA-256 checked by the caller, over the very bytes given here).
 * Reads the header and the verdict table, not the lines: bytes that are no index throw; an index whose lines were
 * damaged answers wrongly but never reads outside the buffer and always ends.
 * Throws RatingIndexError: `truncated`, `not-an-index`, `unknown-version`, `corrupt`.
 */
export function openIndex(buffer: ArrayBuffer | SharedArrayBuffer): RatingIndex {
  if (buffer.byteLength < HEADER_BYTES) throw new RatingIndexError('truncated', 'shorter than a header');
  const header = new Uint32Array(buffer, 0, HEADER_BYTES / 4);
  if (header[AT.magic] !== INDEX_MAGIC)
    throw new RatingIndexError('not-an-index', 'does not begin like an index');
  if (header[AT.version] !== FORMAT_VERSION)
    throw new RatingIndexError('unknown-version', 'format version is not 1');
  const { lines, capacity } = checkSizes(header, buffer.byteLength);
  const view = new DataView(buffer);
  if (Number.isNaN(readNumber(view, AT.number * 4) + readNumber(view, AT.created * 4))) {
    throw new RatingIndexError('corrupt', 'a number is too large');
  }
  const offset = linesOffset(capacity);
  const records = new Uint16Array(buffer, HEADER_BYTES, capacity * RECORD_WORDS);
  readTable(records, header[AT.verdicts] ?? 0);
  return {
    buffer,
    header,
    records,
    words: new Int32Array(buffer, offset, lines * LINE_WORDS),
    values: new Uint16Array(buffer, offset, lines * LINE_VALUES),
    lines,
    capacity,
    hasher: createHasher(new Uint8Array(buffer, AT.key * 4, KEY_BYTES)),
  };
}

function checkSizes(header: Uint32Array, bytes: number): { lines: number; capacity: number } {
  const lines = header[AT.lines] ?? 0;
  const capacity = header[AT.capacity] ?? 0;
  const verdicts = header[AT.verdicts] ?? 0;
  if (lines < 1 || lines > MAX_LINES || capacity > MAX_VERDICTS + 1 || verdicts >= capacity) {
    throw new RatingIndexError('corrupt', 'a count in the header is out of range');
  }
  const expected = linesOffset(capacity) + lines * LINE_BYTES;
  if (header[AT.bytes] !== expected)
    throw new RatingIndexError('corrupt', 'the sizes in the header disagree');
  if (bytes < expected) throw new RatingIndexError('truncated', 'shorter than the header says');
  if (bytes > expected) throw new RatingIndexError('corrupt', 'longer than the header says');
  return { lines, capacity };
}

/** The header of an open index, copied out. */
export function describeIndex(index: RatingIndex): IndexFacts {
  const { buffer, header, lines } = index;
  const view = new DataView(buffer);
  return {
    number: loadNumber(index),
    createdMs: readNumber(view, AT.created * 4),
    auditHead: new Uint8Array(buffer, AT.auditHead * 4, AUDIT_HEAD_BYTES).slice(),
    key: new Uint8Array(buffer, AT.key * 4, KEY_BYTES).slice(),
    hosts: header[AT.hosts] ?? 0,
    verdicts: header[AT.verdicts] ?? 0,
    bytes: buffer.byteLength,
    load: (header[AT.used] ?? 0) / (lines * SLOTS),
  };
}

/** The snapshot number, whole even while another thread stores a new one. */
export function loadNumber({ buffer }: RatingIndex): number {
  return Number(Atomics.load(new BigUint64Array(buffer, AT.number * 4, 1), 0));
}

export function storeNumber({ buffer }: RatingIndex, number: number): void {
  Atomics.store(new BigUint64Array(buffer, AT.number * 4, 1), 0, BigInt(number));
}

/** The verdict behind an id that a look-up returned; null for 0 and for an id the table does not hold. */
export function verdictAt(index: RatingIndex, id: number): Verdict | null {
  const isKnown = Number.isInteger(id) && id > 0 && id <= (index.header[AT.verdicts] ?? 0);
  return isKnown ? readVerdict(index.records, id) : null;
}
