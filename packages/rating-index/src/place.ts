// SPDX-License-Identifier: Apache-2.0

// Puts sorted hashes into lines. A line takes its own hosts first and then those that earlier full lines could not
// hold; so a line that is not full on its own never sends a look-up further, and the result depends on the set of
// hosts and the key alone, never on the order in which hosts came (an entry's place cannot tell who listed it).

import { RatingIndexError } from './errors.ts';
import type { HashRun } from './hash-list.ts';
import {
  DISTANCE_BITS,
  FIRST_VALUE,
  homeLine,
  LINE_VALUES,
  LINE_WORDS,
  MAX_DISTANCE,
  remainderOf,
  SLOTS,
} from './layout.ts';

interface Waiting {
  readonly home: number;
  readonly remainder: number;
  readonly id: number;
}

export interface Placement {
  readonly words: Int32Array;
  readonly values: Uint16Array;
  readonly lines: number;
  /** New id of each verdict. */
  readonly renamed: Uint16Array;
  line: number;
  used: number;
  waiting: Waiting[];
  /** Hosts placed. */
  hosts: number;
  /** Entries replaced by a later entry with the same hash, so for the same host. */
  duplicates: number;
  /** Entries left out because another host's slot would answer for them. */
  collisions: number;
}

/** Places the next run; runs come in ascending order of hash. */
export function placeRun(to: Placement, run: HashRun): void {
  for (let i = 0; i < run.count; i++) {
    const hash = run.lineHashes[i] ?? 0;
    const rest = run.remainderHashes[i] ?? 0;
    if (i + 1 < run.count && run.lineHashes[i + 1] === hash && run.remainderHashes[i + 1] === rest) {
      to.duplicates++;
      continue;
    }
    const home = homeLine(hash, to.lines);
    while (to.line < home) closeLine(to);
    placeAtHome(to, { home, remainder: remainderOf(rest | 0), id: to.renamed[run.ids[i] ?? 0] ?? 0 });
  }
}

/** Closes the last lines and carries what is still waiting over to the first ones. */
export function finishPlacement(to: Placement): void {
  while (to.line < to.lines) closeLine(to);
  for (let line = 0; to.waiting.length > 0; line++) {
    if (line === to.lines) throw new RatingIndexError('too-many-hosts', 'no free slot is left');
    to.line = line + to.lines;
    to.used = usedSlots(to, line);
    settle(to);
  }
}

function placeAtHome(to: Placement, host: Waiting): void {
  const isTaken =
    hasRemainder(to, host.home, host.remainder) || to.waiting.some((other) => isSame(other, host));
  if (isTaken) {
    to.collisions++;
  } else if (to.used < SLOTS) {
    store(to, host, host.home);
  } else {
    to.waiting.push(host);
  }
}

function isSame(a: Waiting, b: Waiting): boolean {
  return a.home === b.home && a.remainder === b.remainder;
}

function closeLine(to: Placement): void {
  settle(to);
  to.line++;
  to.used = 0;
}

/** Lets waiting hosts into the free slots of the current line; `to.line` runs past the end once around. */
function settle(to: Placement): void {
  if (to.waiting.length === 0) return;
  const line = to.line % to.lines;
  const stillWaiting: Waiting[] = [];
  for (const host of to.waiting) {
    const distance = to.line - host.home;
    if (hasRemainder(to, line, host.remainder)) {
      to.collisions++;
    } else if (to.used < SLOTS) {
      store(to, host, line);
      const first = to.words[host.home * LINE_WORDS] ?? 0;
      to.words[host.home * LINE_WORDS] = (first & ~DISTANCE_BITS) | distance;
    } else if (distance === MAX_DISTANCE) {
      throw new RatingIndexError('too-many-hosts', 'a host is too far from its line; build with another key');
    } else {
      stillWaiting.push(host);
    }
  }
  to.waiting = stillWaiting;
}

function store(to: Placement, host: Waiting, line: number): void {
  to.words[line * LINE_WORDS + 1 + to.used] = host.remainder;
  to.values[line * LINE_VALUES + FIRST_VALUE + to.used] = host.id;
  to.used++;
  to.hosts++;
}

function hasRemainder(to: Placement, line: number, remainder: number): boolean {
  for (let slot = 1; slot <= SLOTS; slot++) {
    if (to.words[line * LINE_WORDS + slot] === remainder) return true;
  }
  return false;
}

function usedSlots(to: Placement, line: number): number {
  let used = 0;
  while (used < SLOTS && to.values[line * LINE_VALUES + FIRST_VALUE + used] !== 0) used++;
  return used;
}
