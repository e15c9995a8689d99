// SPDX-License-Identifier: Apache-2.0

// HalfSipHash (Aumasson and Bernstein, reference halfsiphash.c) with the standard 64-bit output. It is keyed: who
// wants a name to collide with a listed one would have to know the key, and the key is drawn after the list is fixed.
//
// A host name is hashed from its end to its start. Every parent of a name is then a prefix of one message, so the
// hashes of all parents come out of one pass: the state goes on, and each label boundary finishes a copy of it.

/** A running hash. All fields are whole numbers of 32 bits; as fields of an object they cost no bounds checks. */
export interface Hasher {
  /** Rounds for each word of the message, and for each word of the output. */
  readonly c: number;
  readonly d: number;
  /** The bit of each byte that says "this was A to Z", or 0 to take bytes as they are. */
  fold: number;
  /** The state before the first byte of a name. */
  start0: number;
  start1: number;
  start2: number;
  start3: number;
  /** The running state, and the place in the name down to which it has taken whole words. */
  v0: number;
  v1: number;
  v2: number;
  v3: number;
  at: number;
  end: number;
  /** The result: the word that chooses the line, and the one that is stored there. */
  lineHash: number;
  remainderHash: number;
}

export interface SipRounds {
  readonly c: number;
  readonly d: number;
}

/** HalfSipHash-1-3, the variant for hash tables; the published vectors are of 2-4. */
export const INDEX_ROUNDS: SipRounds = { c: 1, d: 3 };

/** Key of an index: 8 bytes of HalfSipHash's own key, then 8 bytes that come before every message. */
export const KEY_BYTES = 16;
const PREFIX_BYTES = 8;

const FOLD_CASE = 0x80808080 | 0;

/** A hasher for the names of an index with this 16-byte key. */
export function createHasher(key: Uint8Array, rounds: SipRounds = INDEX_ROUNDS): Hasher {
  // A copy made so, because `slice` of a Buffer of Node is a view: of a larger memory, and of the caller's bytes.
  const own = new Uint8Array(key);
  const words = new DataView(own.buffer);
  const k0 = words.getInt32(0, true);
  const k1 = words.getInt32(4, true);
  const hasher: Hasher = {
    c: rounds.c,
    d: rounds.d,
    fold: 0,
    start0: k0,
    start1: k1 ^ 0xee,
    start2: 0x6c796765 ^ k0,
    start3: 0x74656462 ^ k1,
    v0: 0,
    v1: 0,
    v2: 0,
    v3: 0,
    at: 0,
    end: 0,
    lineHash: 0,
    remainderHash: 0,
  };
  const prefix = own.subarray(PREFIX_BYTES, KEY_BYTES).reverse();
  beginName(hasher, prefix.length);
  takeWords(hasher, prefix, 0);
  hasher.start0 = hasher.v0;
  hasher.start1 = hasher.v1;
  hasher.start2 = hasher.v2;
  hasher.start3 = hasher.v3;
  hasher.fold = FOLD_CASE;
  return hasher;
}

/** Makes the hasher ready for a name whose last byte is before `end`. */
export function beginName(hasher: Hasher, end: number): void {
  hasher.v0 = hasher.start0;
  hasher.v1 = hasher.start1;
  hasher.v2 = hasher.start2;
  hasher.v3 = hasher.start3;
  hasher.at = end;
  hasher.end = end;
}

/**
 * Hashes `bytes` from the end given to `beginName` back to `from`, letters A to Z as a to z, and leaves the 64 bits in
 * `lineHash` and `remainderHash`. May be called again with a smaller `from`: only bytes not yet hashed are read.
 */
export function hashBackTo(hasher: Hasher, bytes: Uint8Array, from: number): void {
  takeWords(hasher, bytes, from);
  const { at, end, fold } = hasher;
  const rest = foldCase(wordBefore(bytes, at) & ((1 << ((at - from) << 3)) - 1), fold);
  finish(hasher, rest | ((end - from + PREFIX_BYTES) << 24));
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
  let { v0, v1, v2, v3, at } = hasher;
  const { fold, c } = hasher;
  for (; at - 4 >= from; at -= 4) {
    const word = foldCase(wordBefore(bytes, at), fold);
    v3 ^= word;
    for (let round = 0; round < c; round++) {
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
  hasher.v0 = v0;
  hasher.v1 = v1;
  hasher.v2 = v2;
  hasher.v3 = v3;
  hasher.at = at;
}

/** Takes the last word of a message and gives both result words; the running state stays, for longer names. */
function finish(hasher: Hasher, word: number): void {
  let { v0, v1, v2, v3 } = hasher;
  const { c, d } = hasher;
  v3 ^= word;
  for (let round = 0; round < c + d + d; round++) {
    if (round === c) {
      v0 ^= word;
      v2 ^= 0xee;
    } else if (round === c + d) {
      hasher.lineHash = v1 ^ v3;
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
  hasher.remainderHash = v1 ^ v3;
}
