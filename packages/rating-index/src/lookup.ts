// SPDX-License-Identifier: Apache-2.0

// A look-up walks from the shortest parent to the full name and keeps the last entry that applies: the longest match
// wins, an exact entry counts for the full name only. A parent whose line says that nothing below it is listed ends the
// walk, so most misses touch one line of memory that is not in the cache already.

import { beginName, hashBackTo } from './half-sip-hash.ts';
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
  const { hasher, lines } = index;
  beginName(hasher, name.starts[labels] ?? 0);
  hashBackTo(hasher, isText ? name.text : host, name.starts[0] ?? 0);
  return idAt(index, homeLine(hasher.lineHash, lines), hasher.remainderHash);
}

function walk(index: RatingIndex, bytes: Uint8Array, labels: number): number {
  const { hasher, lines } = index;
  const { starts } = name;
  beginName(hasher, starts[labels] ?? 0);
  let best = 0;
  for (let label = labels - (index.header[AT.hasTopLevel] === 0 ? 2 : 1); label >= 0; label--) {
    hashBackTo(hasher, bytes, starts[label] ?? 0);
    const home = homeLine(hasher.lineHash, lines);
    const id = idAt(index, home, hasher.remainderHash);
    if (id !== 0) {
      const applies = label === 0 ? id : readBelow(index.records, id);
      if (applies !== 0) best = applies;
    }
    if (label < labels - 1 && !hasDeeper(index, home, hasher.lineHash)) break;
  }
  return best;
}

/** The id stored for a hash whose line is known; 0 for none. */
export function idAt(index: RatingIndex, home: number, remainderHash: number): number {
  const place = findSlot(index, home, remainderOf(remainderHash));
  const id = place < 0 ? 0 : (index.values[place] ?? 0);
  return id < index.capacity ? id : 0;
}

/** Whether the home line of this hash says that names below are listed. Never wrongly no. */
export function hasDeeper(index: RatingIndex, home: number, lineHash: number): boolean {
  return ((index.words[home * LINE_WORDS] ?? 0) & deeperBit(lineHash)) !== 0;
}
