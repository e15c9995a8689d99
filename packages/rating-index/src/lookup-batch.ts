// SPDX-License-Identifier: Apache-2.0

import { RatingIndexError } from './errors.ts';
import { beginName, hashBackTo } from './half-sip-hash.ts';
import { AT, homeLine, LINE_WORDS } from './layout.ts';
import { hasDeeper, idAt, lookupWire } from './lookup.ts';
import { createNameBuffer, scanWire } from './name.ts';
import type { RatingIndex } from './open.ts';
import { readBelow } from './verdict-table.ts';

/** Names to look up together: where each begins in `bytes`, as for `lookupWire`. */
export interface WireNames {
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
}

const GROUP = 16;
const name = createNameBuffer();
const labelCounts = new Uint8Array(GROUP);
const lineHashes = new Int32Array(GROUP);
const remainderHashes = new Int32Array(GROUP);
const touched = new Int32Array(1);

/**
 * `lookupWire` for many names: ids[i] becomes the answer for the name at offsets[i]. The last two labels of 16 names
 * are hashed and their lines touched before any line is read, so the waits for memory overlap. Allocates nothing.
 */
export function lookupBatch(index: RatingIndex, names: WireNames, ids: Uint16Array): void {
  const count = names.offsets.length;
  if (ids.length < count) throw new RatingIndexError('bad-option', 'fewer places for ids than names');
  for (let first = 0; first < count; first += GROUP) {
    const size = Math.min(GROUP, count - first);
    hashGroup(index, names, first);
    touchLines(index);
    for (let i = 0; i < size; i++) ids[first + i] = answer(index, names, first + i);
  }
}

function hashGroup({ hasher }: RatingIndex, { bytes, offsets }: WireNames, first: number): void {
  const size = Math.min(GROUP, offsets.length - first);
  for (let i = 0; i < size; i++) {
    const labels = scanWire(name, bytes, offsets[first + i] ?? 0);
    labelCounts[i] = labels;
    if (labels < 2) continue;
    beginName(hasher, name.starts[labels] ?? 0);
    hashBackTo(hasher, bytes, name.starts[labels - 2] ?? 0);
    lineHashes[i] = hasher.lineHash;
    remainderHashes[i] = hasher.remainderHash;
  }
}

/** Reads a word of each line, so close together that the processor waits for all of them at once. */
function touchLines({ words, lines }: RatingIndex): void {
  let seen = 0;
  for (let i = 0; i < GROUP; i++) seen ^= words[homeLine(lineHashes[i] ?? 0, lines) * LINE_WORDS] ?? 0;
  // Kept, so that no compiler leaves the reads out.
  touched[0] = seen;
}

function answer(index: RatingIndex, { bytes, offsets }: WireNames, at: number): number {
  const labels = labelCounts[at % GROUP] ?? 0;
  if (labels === 0) return 0;
  const lineHash = lineHashes[at % GROUP] ?? 0;
  const home = homeLine(lineHash, index.lines);
  if (index.header[AT.hasTopLevel] !== 0 || (labels > 2 && hasDeeper(index, home, lineHash))) {
    return lookupWire(index, bytes, offsets[at] ?? 0);
  }
  if (labels === 1) return 0;
  const id = idAt(index, home, remainderHashes[at % GROUP] ?? 0);
  return labels === 2 ? id : readBelow(index.records, id);
}
