// SPDX-License-Identifier: Apache-2.0

// A look-up walks from the shortest parent to the full name and keeps the last entry that applies: the longest match
// wins, an exact entry counts for the full name only. A parent whose line says that nothing below it is listed ends the
// walk, so most misses touch one line of memory that is not in the cache already.

import { beginName, hashBackTo, LINE_HASH, REMAINDER_HASH } from './half-sip-hash.ts';
import { AT, deeperBit, homeLine, LINE_WORDS, remainderOf } from './layout.ts';
import { createNameBuffer, type Host, scanText, scanWire } from './name.ts';
import type { RatingIndex } from './open.ts';
import { findSlot } from './slot.ts';
import { readBelow } from './verdict-table.ts';

const name = createNameBuffer();

/**
 * The verdict id for the name at `offset` of a DNS message, 0 where nothing is known. The name is uncompressed, as in a
 * question; a pointer, a label over 63 or a name over 255 bytes, or one cut short, gives 0. Allocates nothing.
 */
export function lookupWire(index: RatingIndex, bytes: Uint8Array, offset: number): number {
  return walk(index, bytes, scanWire(name, bytes, offset));
}

/** The verdict id for a host as text (ASCII, so punycode; a final dot is allowed), 0 where nothing is known. */
export function lookupText(index: RatingIndex, host: string): number {
  return walk(index, name.text, scanText(name, host));
}

/** The id of the entry for exactly this host, whatever its parents say; 0 for none. */
export function entryAt(index: RatingIndex, host: Host): number {
  const isText = typeof host === 'string';
  const labels = isText ? scanText(name, host) : scanWire(name, host, 0);
  if (labels === 0) return 0;
  beginName(index.hasher, name.starts[labels] ?? 0);
  return probe(index, isText ? name.text : host, 0);
}

function walk(index: RatingIndex, bytes: Uint8Array, labels: number): number {
  const { starts } = name;
  beginName(index.hasher, starts[labels] ?? 0);
  let best = 0;
  for (let depth = index.header[AT.hasTopLevel] === 0 ? 2 : 1; depth <= labels; depth++) {
    const id = probe(index, bytes, labels - depth);
    if (id !== 0) {
      const applies = depth === labels ? id : readBelow(index.records, id);
      if (applies !== 0) best = applies;
    }
    if (depth > 1 && !hasDeeper(index, index.hasher[LINE_HASH] ?? 0)) break;
  }
  return best;
}

/** The id stored for the part of the name that starts at this label; leaves the hash in the hasher. */
function probe(index: RatingIndex, bytes: Uint8Array, label: number): number {
  const { hasher } = index;
  hashBackTo(hasher, bytes, name.starts[label] ?? 0);
  return idAt(index, hasher[LINE_HASH] ?? 0, hasher[REMAINDER_HASH] ?? 0);
}

/** The id stored for a hash; 0 for none. */
export function idAt(index: RatingIndex, lineHash: number, remainderHash: number): number {
  const slot = findSlot(index, homeLine(lineHash, index.lines), remainderOf(remainderHash));
  const id = slot < 0 ? 0 : (index.values[slot] ?? 0);
  return id < index.capacity ? id : 0;
}

/** Whether the home line of this hash says that names below are listed. Never wrongly no. */
export function hasDeeper(index: RatingIndex, lineHash: number): boolean {
  const first = index.words[homeLine(lineHash, index.lines) * LINE_WORDS] ?? 0;
  return (first & deeperBit(lineHash)) !== 0;
}
