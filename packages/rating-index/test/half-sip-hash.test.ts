// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { beginName, createHasher, hashBackTo, type SipRounds } from '../src/half-sip-hash.ts';

// Message i is the bytes 0 to i - 1, the key 0 to 7, output 8 bytes; here for the lengths 8 to 63, since an index puts
// 8 bytes of its key before every name. Source: vectors_hsip64 in vectors.h of the reference implementation.
const PUBLISHED_2_4 = `
  edfee820bce4858c 5b51cccc13888307 95b0469f06a6f2ee ae26333994ddcd48
  7bc71f9faef5c799 5a2352d75a0c3744 3bb1a870eae8e658 217d0bcb4e81c902
  7336aad25f7bf3b5 37adc0641c4c4f6a c9b2db2b9a3e42f9 f910e48020ab363c
  1bf52b0a6feea7db 00741dc269e8b3ef e20103fa1ba776ef 4c2210e54b681d73
  70741045ae3fa6f1 0c86403739714038 0d899ed8112923f0 226bf5fab81ee1b8
  2d925ffb1e0016b5 361958d52cee10f1 291aaf864898179d 863c7f155c34117c
  28709d46d811626c 248477681d28f89c 8324e4d7528f9830 f9efd4e13aea6bd8
  86d67a40ec4276dc 3f6292eccca97e35 cbd92ee724d42109 368df6808d403d79
  5b38c81c67c8ae4c 95ab7189d439acb3 a91a52c025327024 5b0087c69528acea
  1e30f3ad27dcb15a 697f5c9a90324ed4 495c0f995557dc38 9427202a3c29f94d
  a9eaa8c04ba93e3e eea4c1737d011218 912d568fd8f65a49 56919596b0ff5c97
  02445a7998f550e1 86ec466ce71d1fb2 359569e7d289e3bc 871b05ca62bb7c96
  a1a492f942f15f1d 12ec267ff6095b6e 5d1b5ea1b231d89d d8cfb4453f92ee54
  d6762890bf26e460 313563a4b7ed5cf3 f90b3ab572d46693 2ea63c71bf326087`;

// The same messages, from the reference halfsiphash.c compiled with cROUNDS 1 and dROUNDS 3.
const REFERENCE_1_3 = `
  3dcda8311dec7a5f bd615fbfc1433bf6 3134fba809e041f2 cd3daa72c20b76fb
  5577cc5cb3e73f93 6d177cca97c22544 7da915ca92ec826b 165bdfa626a2729a
  56d7c5b93d3e2ec2 58ec4c13d6ac3a30 f449a18ad5987ad6 7d1290edf3429ef8
  525e23294d7408e4 c3d9b8867fd93be5 af97b53ae66d9bda 70d7de319436aeff
  858192abe6c25324 6d567eb6b6f9e3a8 4a51bfce4c82f9f3 8e4fc32e7bd9c82a
  b1bcbf18c2f4636a ec7401c48b689e2a ad3015d857893ddd cbbb9e1bdecab632
  166eee0fc184b8f1 bfb71495d4b66bf4 41359e0034cfd71a 383c31d4759a33fe
  ec905553a43d1ea4 a7cc174db730d667 a2dfb776b83aa58e 7493d377c7cb4649
  528567d59dd5ea12 c19fa8fc024c133e bb18d53de33a01a4 3ed82d7e5943ff03
  690ab33f13714489 277510b796a74b74 47cfa4b806053f1c 594cecf6fefbff14
  fc513a57f23c3903 398975e7a192ee36 42bd3b402ea09f40 365ad62ac3bc8acb
  85f276512bd30d97 63d31f1671b19301 a2e721503778e429 8bbfba9e90fe0a8a
  d7dd10b7ecfd873a 936c4e9f93c2597b 8b0146ec86c51f3c 5c9d183160dd8291
  49ab1bc394c274f4 c245b4268e3fdd4d 7cdf3ae3b2de5716 3c12c4201914c5c1`;

const FIRST_LENGTH = 8;
const bytesUpTo = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => i);
const KEY = Uint8Array.from({ length: 16 }, (_, i) => i % 8);

/** The hash of message `length` as hex, its first 8 bytes coming from the key, the others read from the end. */
function hashOf(length: number, rounds: SipRounds): string {
  const hasher = createHasher(KEY, rounds);
  const name = bytesUpTo(length).slice(FIRST_LENGTH).reverse();
  beginName(hasher, name.length);
  hashBackTo(hasher, name, 0);
  const out = new DataView(new ArrayBuffer(8));
  out.setInt32(0, hasher.lineHash, true);
  out.setInt32(4, hasher.remainderHash, true);
  return Buffer.from(out.buffer).toString('hex');
}

describe('HalfSipHash', () => {
  it('gives the published vectors of HalfSipHash-2-4 with 64-bit output', () => {
    const expected = PUBLISHED_2_4.trim().split(/\s+/);
    expect(expected.map((_, i) => hashOf(FIRST_LENGTH + i, { c: 2, d: 4 }))).toEqual(expected);
  });

  it('gives the vectors of the reference implementation for HalfSipHash-1-3', () => {
    const expected = REFERENCE_1_3.trim().split(/\s+/);
    expect(expected.map((_, i) => hashOf(FIRST_LENGTH + i, { c: 1, d: 3 }))).toEqual(expected);
  });

  it('gives every suffix of a name the hash that the suffix has by itself', () => {
    const hasher = createHasher(KEY);
    const name = Uint8Array.from({ length: 120 }, (_, i) => (i * 37) % 256);
    const whole = createHasher(KEY);
    beginName(whole, name.length);
    for (let from = name.length - 1; from >= 0; from--) {
      hashBackTo(whole, name, from);
      const suffix = name.slice(from);
      beginName(hasher, suffix.length);
      hashBackTo(hasher, suffix, 0);
      expect([whole.lineHash, whole.remainderHash]).toEqual([hasher.lineHash, hasher.remainderHash]);
    }
  });

  it('takes A to Z as a to z and no other byte as another', () => {
    const results = new Map<string, number[]>();
    for (let byte = 0; byte < 256; byte++) {
      for (const name of [
        Uint8Array.of(byte, 1, 2, 3, 4),
        Uint8Array.of(9, byte),
        Uint8Array.of(1, 2, byte, 8),
      ]) {
        const hasher = createHasher(KEY);
        beginName(hasher, name.length);
        hashBackTo(hasher, name, 0);
        const key = `${name.length} ${hasher.lineHash} ${hasher.remainderHash}`;
        results.set(key, [...(results.get(key) ?? []), byte]);
      }
    }
    const met = [...results.values()].filter((bytes) => bytes.length > 1);
    expect(met).toHaveLength(3 * 26);
    expect(met.every(([upper, lower]) => upper !== undefined && lower === upper + 0x20)).toBe(true);
  });

  it('depends on all 16 bytes of the key', () => {
    const seen = new Set<string>();
    for (let bit = -1; bit < 128; bit++) {
      const key = KEY.slice();
      if (bit >= 0) key[bit >> 3] = (key[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const hasher = createHasher(key);
      beginName(hasher, 3);
      hashBackTo(hasher, Uint8Array.of(1, 2, 3), 0);
      seen.add(`${hasher.lineHash} ${hasher.remainderHash}`);
    }
    expect(seen.size).toBe(129);
  });
});
