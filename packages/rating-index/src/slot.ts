// SPDX-License-Identifier: Apache-2.0

// A host's slot is in its home line or, where that was full, in one of the next lines; the home line's first byte says
// how many to look at. A removed host keeps its slot with id 0, and a slot never changes its host: a reader in another
// thread that sees the remainder can therefore only see an id of that host, or 0. The order of writes for a new host
// is: first word of the home line, remainder, id.

import { AT, DISTANCE_BITS, FIRST_VALUE, LINE_VALUES, LINE_WORDS, MAX_DISTANCE } from './layout.ts';
import type { RatingIndex } from './open.ts';

/** A slot that was never taken: no host has remainder 0. */
const FREE = 0;

/** The place in `index.values` of the slot with this remainder, or -1. */
export function findSlot(index: RatingIndex, home: number, remainder: number): number {
  const slot = slotInLine(index.words, home * LINE_WORDS, remainder);
  if (slot >= 0) return home * LINE_VALUES + FIRST_VALUE + slot;
  const reach = (index.words[home * LINE_WORDS] ?? 0) & DISTANCE_BITS;
  return reach === 0 ? -1 : findFarSlot(index, home, remainder);
}

function findFarSlot({ words, lines }: RatingIndex, home: number, remainder: number): number {
  let line = home;
  for (let left = (words[home * LINE_WORDS] ?? 0) & DISTANCE_BITS; left > 0; left--) {
    line = line + 1 === lines ? 0 : line + 1;
    const slot = slotInLine(words, line * LINE_WORDS, remainder);
    if (slot >= 0) return line * LINE_VALUES + FIRST_VALUE + slot;
  }
  return -1;
}

/**
 * Takes the first free slot at or after the home line for a new remainder, its id still 0. Returns its place in
 * `index.values`, or -1 where none is near enough.
 */
export function takeSlot(index: RatingIndex, home: number, remainder: number): number {
  const { words, lines, header } = index;
  const farthest = Math.min(MAX_DISTANCE, lines - 1);
  for (let distance = 0; distance <= farthest; distance++) {
    const line = (home + distance) % lines;
    const slot = slotInLine(words, line * LINE_WORDS, FREE);
    if (slot < 0) continue;
    const first = words[home * LINE_WORDS] ?? 0;
    const reach = Math.max(first & DISTANCE_BITS, distance);
    Atomics.store(words, home * LINE_WORDS, (first & ~DISTANCE_BITS) | reach);
    Atomics.store(words, line * LINE_WORDS + 1 + slot, remainder);
    header[AT.used] = (header[AT.used] ?? 0) + 1;
    return line * LINE_VALUES + FIRST_VALUE + slot;
  }
  return -1;
}

// Ten comparisons written out: as a loop, a look-up takes a quarter longer.
function slotInLine(words: Int32Array, at: number, remainder: number): number {
  if (words[at + 1] === remainder) return 0;
  if (words[at + 2] === remainder) return 1;
  if (words[at + 3] === remainder) return 2;
  if (words[at + 4] === remainder) return 3;
  if (words[at + 5] === remainder) return 4;
  if (words[at + 6] === remainder) return 5;
  if (words[at + 7] === remainder) return 6;
  if (words[at + 8] === remainder) return 7;
  if (words[at + 9] === remainder) return 8;
  if (words[at + 10] === remainder) return 9;
  return -1;
}
