// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { toHex } from '../crypto/bytes.ts';
import { given, vectors } from '../testing/vectors.ts';
import { type Half, joinHalves, makeHalves, printHalf, readHalf } from './halves.ts';
import { recoveryKeys } from './recovery-keys.ts';

const { recovery } = vectors;
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const read = (text: string): Half => {
  const answer = readHalf(text, recovery.n);
  if (!('half' in answer)) throw new Error(`refused: ${answer.err}`);
  return answer.half;
};

describe('recovery halves', () => {
  it('are made and printed as the vectors', () => {
    const { a, b } = makeHalves(recovery.n, given(recovery.seed, recovery.half_a));
    expect(toHex(b.bytes.bytes())).toBe(recovery.half_b);
    expect(printHalf(a)).toBe(recovery.print_a_text);
    expect(printHalf(b)).toBe(recovery.print_b_text);
  });

  it('read back, in any case and spacing, and know which half they are', () => {
    const typed = recovery.print_a_text.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');
    expect(read(typed).name).toBe('A');
    expect(read(recovery.print_b_text).name).toBe('B');
    expect(toHex(read(recovery.print_b_text).bytes.bytes())).toBe(recovery.half_b);
  });

  it('join in either order to the seed and keys of the vectors', () => {
    const [a, b] = [read(recovery.print_a_text), read(recovery.print_b_text)];
    for (const seed of [joinHalves(a, b), joinHalves(b, a)]) {
      expect(toHex(seed.bytes())).toBe(recovery.seed);
      const keys = recoveryKeys(seed);
      expect(toHex(keys.seal.priv.bytes())).toBe(recovery.x25519_priv);
      expect(toHex(keys.seal.pub)).toBe(recovery.x25519_pub);
      expect(toHex(keys.root.pub)).toBe(recovery.root_ed25519_pub);
    }
  });

  it('never join when one is there twice or they are of two keys [N52]', () => {
    const [a, b] = [read(recovery.print_a_text), read(recovery.print_b_text)];
    expect(() => joinHalves(a, a)).toThrow('seal.recovery-halves');
    expect(() => joinHalves(b, b)).toThrow('seal.recovery-halves');
    expect(() => joinHalves(a, { ...b, n: 2 })).toThrow('seal.recovery-halves');
  });

  it('alone are as random as anything: each half of a fixed seed can be every value [N52]', () => {
    for (const half of ['00'.repeat(16), 'ff'.repeat(16)]) {
      const { a, b } = makeHalves(1, given(recovery.seed, half));
      expect(toHex(a.bytes.bytes())).toBe(half);
      expect(toHex(joinHalves(a, b).bytes())).toBe(recovery.seed);
    }
  });

  it('show every single wrong letter [N52]', () => {
    const letters = recovery.print_a_text.replaceAll('-', '');
    for (let at = 0; at < letters.length; at += 1) {
      for (const letter of LETTERS) {
        if (letter === letters.charAt(at)) continue;
        const wrong = letters.slice(0, at) + letter + letters.slice(at + 1);
        expect(readHalf(wrong, recovery.n)).not.toHaveProperty('half');
      }
    }
  });

  it('say when they belong to another recovery key [N52]', () => {
    const { a } = makeHalves(3);
    expect(readHalf(printHalf(a), 1)).toEqual({ err: 'number', n: 3 });
    expect(readHalf('BJC5K', 1)).toEqual({ err: 'length' });
    expect(readHalf(recovery.print_a_text.replace('B', 'U'), 1)).toEqual({ err: 'chars' });
  });

  it('are numbered from 1 to 255', () => {
    for (const n of [0, 256, 1.5]) expect(() => makeHalves(n)).toThrow('seal.recovery-number');
  });
});
