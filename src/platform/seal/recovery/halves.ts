// SPDX-License-Identifier: EUPL-1.2
import { concat, type Random, randomBytes, sha256, utf8, ZERO_BYTE } from '../crypto/bytes.ts';
import { fromCrockford, grouped, tidyCrockford, toCrockford } from '../crypto/crockford.ts';
import { Secret } from '../crypto/secret.ts';
import { refused } from '../errors.ts';

// The recovery seed is 16 random bytes. One half is random, the other is that xor the seed: one paper
// says nothing at all, two say everything. Printed, a half is 26 letters and 4 that check it and tell
// which half of which recovery key it is.

const SEED = 16;
const BODY_LETTERS = 26;
const CHECK_LETTERS = 4;
const GROUP = 5;
const MOST = 255;

export type HalfName = 'A' | 'B';

/** One half of recovery key `n`. */
export type Half = { n: number; name: HalfName; bytes: Secret };

function checkLetters(half: Half): string {
  const label = concat(utf8('rowan/v1/recovery/check'), ZERO_BYTE, Uint8Array.of(half.n), utf8(half.name));
  return toCrockford(sha256(label, half.bytes.bytes())).slice(0, CHECK_LETTERS);
}

/** Six groups of five letters. */
export function printHalf(half: Half): string {
  return grouped(toCrockford(half.bytes.bytes()) + checkLetters(half), GROUP);
}

/** What was typed, or what is wrong: letters, their number, a slip, or a paper of another key (`n`). */
export type HalfInput = { half: Half } | { err: 'chars' | 'length' | 'check' } | { err: 'number'; n: number };

/** Reads a typed half of recovery key `n`. */
export function readHalf(typed: string, n: number): HalfInput {
  const letters = tidyCrockford(typed);
  if (letters === null) return { err: 'chars' };
  if (letters.length !== BODY_LETTERS + CHECK_LETTERS) return { err: 'length' };
  const bytes = fromCrockford(letters.slice(0, BODY_LETTERS));
  if (bytes === null) return { err: 'check' };
  const check = letters.slice(BODY_LETTERS);
  const match = (number: number) =>
    (['A', 'B'] as const)
      .map((name): Half => ({ n: number, name, bytes: new Secret(bytes) }))
      .find((half) => checkLetters(half) === check);
  const half = match(n);
  if (half !== undefined) return { half };
  for (let other = 1; other <= MOST; other += 1) {
    if (match(other) !== undefined) return { err: 'number', n: other };
  }
  return { err: 'check' };
}

function xor(a: Secret, b: Secret): Secret {
  const [left, right] = [a.bytes(), b.bytes()];
  return new Secret(Uint8Array.from(left, (byte, at) => byte ^ (right[at] ?? 0)));
}

/** A new seed, cut in two. The caller prints and wipes all three. */
export function makeHalves(n: number, random: Random = randomBytes): { seed: Secret; a: Half; b: Half } {
  if (!Number.isInteger(n) || n < 1 || n > MOST) throw refused('seal.recovery-number');
  const seed = new Secret(random(SEED));
  const a = new Secret(random(SEED));
  return { seed, a: { n, name: 'A', bytes: a }, b: { n, name: 'B', bytes: xor(a, seed) } };
}

/** The seed of two halves. Throws `seal.recovery-halves` unless they are A and B of one key (N52). */
export function joinHalves(one: Half, other: Half): Secret {
  if (one.n !== other.n || one.name === other.name) throw refused('seal.recovery-halves');
  return xor(one.bytes, other.bytes);
}
