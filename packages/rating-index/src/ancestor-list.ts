// SPDX-License-Identifier: Apache-2.0

// Hashes of the parents of listed hosts, from two labels up: their lines are to say "look deeper". Top-level domains
// are left out: nearly every one has listed names, so a look-up never stops there.

import { type Hasher, hashBackTo } from './half-sip-hash.ts';

const RECENT = 4096;
const FIRST_SIZE = 1024;

export interface AncestorList {
  hashes: Uint32Array;
  count: number;
  /** The last hash for each low 12 bits: parents come again and again. */
  readonly recent: Uint32Array;
}

export function createAncestorList(): AncestorList {
  // A hash never equals the filler of its own place, because the filler's low bits are another place's.
  const recent = Uint32Array.from({ length: RECENT }, (_, i) => i ^ 1);
  return { hashes: new Uint32Array(FIRST_SIZE), count: 0, recent };
}

/** A name being hashed: its bytes, its labels' places and the hasher begun for it. */
export interface HashedName {
  readonly bytes: Uint8Array;
  readonly starts: Int32Array;
  readonly labels: number;
  readonly hasher: Hasher;
}

/** Hashes all of the name, its parents on the way; the parents are added, the name's own hash is left in the hasher. */
export function hashWithAncestors(list: AncestorList, name: HashedName): void {
  const { bytes, starts, labels, hasher } = name;
  for (let label = labels - 2; label > 0; label--) {
    hashBackTo(hasher, bytes, starts[label] ?? 0);
    addAncestor(list, hasher.lineHash >>> 0);
  }
  hashBackTo(hasher, bytes, starts[0] ?? 0);
}

function addAncestor(list: AncestorList, hash: number): void {
  const place = hash % RECENT;
  if (list.recent[place] === hash) return;
  list.recent[place] = hash;
  if (list.count === list.hashes.length) {
    const larger = new Uint32Array(list.hashes.length * 2);
    larger.set(list.hashes);
    list.hashes = larger;
  }
  list.hashes[list.count++] = hash;
}
