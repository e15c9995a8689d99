// SPDX-License-Identifier: Apache-2.0

// A delta turns snapshot `base` into snapshot `number`. Little-endian:
//   header     104 bytes, places below
//   verdicts   records of 12 bytes for ids 1 to `verdicts`, the delta's own numbering
//   ancestors  hashes of 4 bytes: these lines shall say "look deeper"
//   changes    10 bytes: the 64-bit hash of a host, the id of its new verdict, or 0 to remove it
//
// Hosts are there as hashes only, in order of hash, so a delta cannot be read as a list of names (R16). Whoever holds
// it and guesses a name can test the guess, as with the index itself: give both to paired guards only.

import { RatingIndexError } from './errors.ts';
import { KEY_BYTES } from './half-sip-hash.ts';
import {
  AUDIT_HEAD_BYTES,
  DELTA_MAGIC,
  FORMAT_VERSION,
  MAX_VERDICTS,
  readNumber,
  VERDICT_BYTES,
} from './layout.ts';
import { RECORD_WORDS, readTable, type VerdictTable } from './verdict-table.ts';

/** Places in the header, in bytes. */
export const DELTA_AT = {
  magic: 0,
  version: 4,
  base: 8,
  number: 16,
  created: 24,
  key: 32,
  auditHead: 48,
  hasTopLevel: 80,
  verdicts: 84,
  ancestors: 88,
  changes: 92,
  bytes: 96,
} as const;

export const DELTA_HEADER_BYTES = 104;
export const ANCESTOR_BYTES = 4;
export const CHANGE_BYTES = 10;

/** Sizes of the parts of a delta. */
export interface DeltaCounts {
  readonly verdicts: number;
  readonly ancestors: number;
  readonly changes: number;
}

/** Where the parts begin, and the length of the whole. */
export function deltaOffsets(counts: DeltaCounts): { ancestors: number; changes: number; bytes: number } {
  const ancestors = DELTA_HEADER_BYTES + counts.verdicts * VERDICT_BYTES;
  const changes = ancestors + counts.ancestors * ANCESTOR_BYTES;
  return { ancestors, changes, bytes: changes + counts.changes * CHANGE_BYTES };
}

/** A delta that was read and checked. */
export interface Delta {
  readonly view: DataView;
  readonly base: number;
  readonly number: number;
  readonly createdMs: number;
  readonly key: Uint8Array;
  readonly auditHead: Uint8Array;
  readonly hasTopLevel: boolean;
  readonly table: VerdictTable;
  readonly counts: DeltaCounts;
}

/** Reads a delta (signature checked by the caller). Throws `truncated`, `not-a-delta`, `unknown-version`, `corrupt`. */
export function readDelta(bytes: Uint8Array): Delta {
  if (bytes.length < DELTA_HEADER_BYTES) throw new RatingIndexError('truncated', 'shorter than a header');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (at: number): number => view.getUint32(at, true);
  if (word(DELTA_AT.magic) !== DELTA_MAGIC)
    throw new RatingIndexError('not-a-delta', 'does not begin like a delta');
  if (word(DELTA_AT.version) !== FORMAT_VERSION) {
    throw new RatingIndexError('unknown-version', 'format version is not 1');
  }
  const counts = {
    verdicts: word(DELTA_AT.verdicts),
    ancestors: word(DELTA_AT.ancestors),
    changes: word(DELTA_AT.changes),
  };
  if (counts.verdicts > MAX_VERDICTS) throw new RatingIndexError('corrupt', 'too many verdicts');
  checkLength(bytes.length, word(DELTA_AT.bytes), deltaOffsets(counts).bytes);
  const delta = {
    view,
    base: readNumber(view, DELTA_AT.base),
    number: readNumber(view, DELTA_AT.number),
    createdMs: readNumber(view, DELTA_AT.created),
    key: bytes.slice(DELTA_AT.key, DELTA_AT.key + KEY_BYTES),
    auditHead: bytes.slice(DELTA_AT.auditHead, DELTA_AT.auditHead + AUDIT_HEAD_BYTES),
    hasTopLevel: word(DELTA_AT.hasTopLevel) !== 0,
    table: readTable(recordsOf(bytes, counts.verdicts), counts.verdicts),
    counts,
  };
  if (Number.isNaN(delta.base + delta.number + delta.createdMs)) {
    throw new RatingIndexError('corrupt', 'a number is too large');
  }
  checkChangeIds(view, counts);
  return delta;
}

function checkLength(actual: number, stated: number, computed: number): void {
  if (stated !== computed) throw new RatingIndexError('corrupt', 'the sizes in the header disagree');
  if (actual < stated) throw new RatingIndexError('truncated', 'shorter than the header says');
  if (actual > stated) throw new RatingIndexError('corrupt', 'longer than the header says');
}

/** The delta's records, after an unused record 0 as in an index. */
function recordsOf(bytes: Uint8Array, count: number): Uint16Array {
  const records = new Uint16Array((count + 1) * RECORD_WORDS);
  const from = bytes.subarray(DELTA_HEADER_BYTES, DELTA_HEADER_BYTES + count * VERDICT_BYTES);
  new Uint8Array(records.buffer).set(from, VERDICT_BYTES);
  return records;
}

function checkChangeIds(view: DataView, counts: DeltaCounts): void {
  const { changes, bytes } = deltaOffsets(counts);
  for (let at = changes; at < bytes; at += CHANGE_BYTES) {
    if (view.getUint16(at + 8, true) > counts.verdicts) {
      throw new RatingIndexError('corrupt', 'a change has a verdict that is not in the delta');
    }
  }
}
