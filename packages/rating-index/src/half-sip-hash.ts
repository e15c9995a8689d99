// SPDX-License-Identifier: Apache-2.0

// HalfSipHash (Aumasson and Bernstein, reference halfsiphash.c) with the standard 64-bit output. It is keyed: who
// wants a name to collide with a listed one would have to know the key, and the key is drawn after the list is fixed.
//
// A host name is hashed from its end to its start. Every parent of a name is then a prefix of one message, so the
// hashes of all parents come out of one pass: the state goes on, and each label boundary finishes a copy of it.

/** A running hash: the state after the key, the last result, where it stands, the running state, and its settings. */
export type Hasher = Int32Array;

const HASHER_WORDS = 15;
/** Places of the two result words: the one that chooses the line, the one that is stored in it. */
export const LINE_HASH = 4;
export const REMAINDER_HASH = 5;
const AT = 6;
const END = 7;
const V0 = 8;
const V1 = 9;
const V2 = 10;
const V3 = 11;
const WORD_ROUNDS = 12;
const END_ROUNDS = 13;
const FOLD = 14;

/** Key of an index: 8 bytes of HalfSipHash's own key, then 8 bytes that come before every message. */
export const KEY_BYTES = 16;
const PREFIX_BYTES = 8;

/** In each byte the bit that says "this was A to Z". */
const FOLD_CASE = 0x80808080 | 0;

/** `c` rounds for each word of the message, `d` for each word of the output. */
export interface SipRounds {
  readonly c: number;
  readonly d: number;
}

/** HalfSipHash-1-3, the variant for hash tables; the published vectors are of 2-4. */
export const INDEX_ROUNDS: SipRounds = { c: 1, d: 3 };

/** A hasher for the names of an index with this 16-byte key. */
export function createHasher(key: Uint8Array, rounds: SipRounds = INDEX_ROUNDS): Hasher {
  const words = new DataView(key.slice(0, PREFIX_BYTES).buffer);
  const k0 = words.getInt32(0, true);
  const k1 = words.getInt32(4, true);
  const hasher = new Int32Array(HASHER_WORDS);
  hasher.set([k0, k1 ^ 0xee, 0x6c796765 ^ k0, 0x74656462 ^ k1]);
  hasher[WORD_ROUNDS] = rounds.c;
  hasher[END_ROUNDS] = rounds.d;
  const prefix = key.slice(PREFIX_BYTES, KEY_BYTES).reverse();
  beginName(hasher, prefix.length);
  takeWords(hasher, prefix, 0);
  hasher.copyWithin(0, V0, V3 + 1);
  hasher[FOLD] = FOLD_CASE;
  return hasher;
}

/** Makes the hasher ready for a name whose last byte is before `end`. */
export function beginName(hasher: Hasher, end: number): void {
  hasher[V0] = hasher[0] ?? 0;
  hasher[V1] = hasher[1] ?? 0;
  hasher[V2] = hasher[2] ?? 0;
  hasher[V3] = hasher[3] ?? 0;
  hasher[AT] = end;
  hasher[END] = end;
}

/**
 * Hashes `bytes` from the end given to `beginName` back to `from`, letters A to Z as a to z, and leaves the 64 bits in
 * LINE_HASH and REMAINDER_HASH. May be called again with a smaller `from`: only bytes not yet hashed are read.
 */
export function hashBackTo(hasher: Hasher, bytes: Uint8Array, from: number): void {
  takeWords(hasher, bytes, from);
  const at = hasher[AT] ?? 0;
  const rest = foldCase(wordBefore(bytes, at) & ((1 << ((at - from) << 3)) - 1), hasher[FOLD] ?? 0);
  finish(hasher, rest | (((hasher[END] ?? 0) - from + PREFIX_BYTES) << 24));
}

/** The four bytes before `at`, the nearest one lowest; what lies before the start of `bytes` counts as 0. */
function wordBefore(bytes: Uint8Array, at: number): number {
  if (at >= 4) {
    const low = (bytes[at - 1] ?? 0) | ((bytes[at - 2] ?? 0) << 8);
    return low | ((bytes[at - 3] ?? 0) << 16) | ((bytes[at - 4] ?? 0) << 24);
  }
  let word = 0;
  for (let i = 1; i <= at; i++) word |= (bytes[at - i] ?? 0) << ((i - 1) << 3);
  return word;
}

/** A to Z become a to z in all four bytes at once; other bytes, a label's length (at most 63) included, stay. */
function foldCase(word: number, mask: number): number {
  const low = word & 0x7f7f7f7f;
  const upper = (low + 0x3f3f3f3f) & ~(low + 0x25252525) & ~word & mask;
  return word | (upper >>> 2);
}

function takeWords(hasher: Hasher, bytes: Uint8Array, from: number): void {
  let v0 = hasher[V0] ?? 0;
  let v1 = hasher[V1] ?? 0;
  let v2 = hasher[V2] ?? 0;
  let v3 = hasher[V3] ?? 0;
  let at = hasher[AT] ?? 0;
  const rounds = hasher[WORD_ROUNDS] ?? 0;
  const mask = hasher[FOLD] ?? 0;
  for (; at - 4 >= from; at -= 4) {
    const word = foldCase(wordBefore(bytes, at), mask);
    v3 ^= word;
    for (let round = 0; round < rounds; round++) {
      v0 = (v0 + v1) | 0;
      v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0;
      v2 = (v2 + v3) | 0;
      v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2;
      v0 = (((v0 << 16) | (v0 >>> 16)) + v3) | 0;
      v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0;
      v2 = (v2 + v1) | 0;
      v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2;
      v2 = (v2 << 16) | (v2 >>> 16);
    }
    v0 ^= word;
  }
  hasher[V0] = v0;
  hasher[V1] = v1;
  hasher[V2] = v2;
  hasher[V3] = v3;
  hasher[AT] = at;
}

/** Takes the last word of a message and gives both result words; the running state stays, for longer names. */
function finish(hasher: Hasher, word: number): void {
  let v0 = hasher[V0] ?? 0;
  let v1 = hasher[V1] ?? 0;
  let v2 = hasher[V2] ?? 0;
  let v3 = (hasher[V3] ?? 0) ^ word;
  const afterWord = hasher[WORD_ROUNDS] ?? 0;
  const afterLine = afterWord + (hasher[END_ROUNDS] ?? 0);
  const afterRemainder = afterLine + (hasher[END_ROUNDS] ?? 0);
  for (let round = 0; round < afterRemainder; round++) {
    if (round === afterWord) {
      v0 ^= word;
      v2 ^= 0xee;
    } else if (round === afterLine) {
      hasher[LINE_HASH] = v1 ^ v3;
      v1 ^= 0xdd;
    }
    v0 = (v0 + v1) | 0;
    v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0;
    v2 = (v2 + v3) | 0;
    v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2;
    v0 = (((v0 << 16) | (v0 >>> 16)) + v3) | 0;
    v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0;
    v2 = (v2 + v1) | 0;
    v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2;
    v2 = (v2 << 16) | (v2 >>> 16);
  }
  hasher[REMAINDER_HASH] = v1 ^ v3;
}
