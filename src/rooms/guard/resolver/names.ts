// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { suffixOffsets } from '@rowan/dns-wire';

// A name is met twice on its way: among the names we answer ourselves, and in the cache. Both find it by a hash that is
// made once, from its end to its start, so that every parent has one too. The seed is drawn at each start: nobody
// outside can choose names that push others out of the cache.

const LABELS_MAX = 127;
const PRIME = 16_777_619;
const seed = randomBytes(4).readInt32LE();

/** Where a name's labels begin, longest name first, and the hash of each suffix. Filled again and again. */
export interface NameWalk {
  readonly offsets: Uint16Array;
  readonly hashes: Int32Array;
  count: number;
}

export function newWalk(): NameWalk {
  return { offsets: new Uint16Array(LABELS_MAX), hashes: new Int32Array(LABELS_MAX), count: 0 };
}

/** The byte with A to Z as a to z. */
export function lower(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
}

/** Walks the well-formed, uncompressed name at `at`; returns its hash, whatever the case of its letters. */
export function walkName(walk: NameWalk, packet: Uint8Array, at: number): number {
  const { offsets, hashes } = walk;
  walk.count = suffixOffsets(packet, at, offsets);
  let hash = seed;
  for (let label = walk.count - 1; label >= 0; label -= 1) {
    const start = offsets[label] ?? 0;
    for (let i = start + (packet[start] ?? 0); i >= start; i -= 1) {
      hash = Math.imul(hash ^ lower(packet[i] ?? 0), PRIME);
    }
    hashes[label] = hash;
  }
  return hash;
}

/** Wire bytes as a string of one character a byte: kept so, a name takes a fifth of what it takes as an array. */
export function nameString(name: Uint8Array): string {
  return Buffer.from(name.buffer, name.byteOffset, name.length).toString('latin1');
}

/** Whether the name at `at` is `name`, a `nameString` in lower case. */
export function isNameAt(packet: Uint8Array, at: number, name: string): boolean {
  for (let i = 0; i < name.length; i += 1) {
    if (lower(packet[at + i] ?? 0) !== name.charCodeAt(i)) return false;
  }
  return true;
}
