// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { createHasher } from '../src/half-sip-hash.ts';
import { addHash, createHashList, takeSorted } from '../src/hash-list.ts';
import { deeperBit, homeLine, MAX_LINES, remainderOf } from '../src/layout.ts';
import { KEY, seeded } from './random-hosts.ts';

describe('the list of hashes', () => {
  it('comes back by hash, equal hashes in the order they came', () => {
    const random = seeded(12);
    for (const count of [0, 1, 5, 300, 20_000]) {
      const list = createHashList();
      const hasher = createHasher(KEY);
      const expected: number[][] = [];
      for (let id = 0; id < count; id++) {
        hasher.lineHash = random(2) === 0 ? random(3) * 0x55555555 : random(2 ** 32);
        hasher.remainderHash = random(3) - 1;
        addHash(list, hasher, id);
        expected.push([hasher.lineHash >>> 0, hasher.remainderHash >>> 0, id]);
      }
      expected.sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d);
      const sorted: number[][] = [];
      for (const run of takeSorted(list)) {
        for (let i = 0; i < run.count; i++) {
          sorted.push([run.lineHashes[i] ?? -1, run.remainderHashes[i] ?? -1, run.ids[i] ?? -1]);
        }
      }
      expect(sorted).toEqual(expected);
      expect([...takeSorted(list)]).toEqual([]);
    }
  });
});

describe('places', () => {
  it('are inside the index for every hash, and rise with it', () => {
    for (const lines of [1, 2, 3, 134, 999_983, MAX_LINES]) {
      const hashes = [0, 1, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1].map((hash) => homeLine(hash | 0, lines));
      expect(hashes).toEqual(hashes.toSorted((a, b) => a - b));
      expect([hashes[0], hashes[4]]).toEqual([0, lines - 1]);
    }
  });

  it('keep the filter out of the byte that counts lines, and 0 for free slots', () => {
    const bits = new Set(Array.from({ length: 256 }, (_, hash) => deeperBit(hash) >>> 0));
    expect(bits.size).toBe(24);
    expect(Math.min(...bits)).toBe(256);
    expect([remainderOf(0), remainderOf(1), remainderOf(-1)]).toEqual([1, 1, -1]);
  });
});
