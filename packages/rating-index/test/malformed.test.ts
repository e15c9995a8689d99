// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import {
  applyDelta,
  buildIndex,
  describeIndex,
  entryAt,
  lookupBatch,
  lookupText,
  lookupWire,
  makeDelta,
  openIndex,
  RatingIndexError,
  verdictAt,
} from '../src/index.ts';
import { AT, HEADER_BYTES } from '../src/layout.ts';
import { FACTS, KEY, type Random, randomEntries, randomHost, seeded, toWire } from './random-hosts.ts';

const INDEX = new Uint8Array(
  buildIndex({ ...FACTS, key: KEY, entries: randomEntries(seeded(1), 300) }).buffer,
);
const DELTA = makeDelta({
  ...FACTS,
  key: KEY,
  base: FACTS.number,
  number: FACTS.number + 1,
  upserts: randomEntries(seeded(2), 60),
  removals: ['a.example'],
});

/** What the call threw, only errors of this package allowed; null when it threw nothing. */
function thrown(run: () => unknown): string | null {
  try {
    run();
    return null;
  } catch (error) {
    if (error instanceof RatingIndexError) return error.code;
    throw error;
  }
}

/** Everything that reads, on whatever opened. */
function readAll(buffer: ArrayBuffer, random: Random): void {
  const index = openIndex(buffer);
  describeIndex(index);
  const wire = toWire(randomHost(random));
  for (let i = 0; i < 20; i++) {
    const host = randomHost(random);
    const id = lookupText(index, host);
    expect(id).toBeGreaterThanOrEqual(0);
    expect(id).toBeLessThan(65_536);
    verdictAt(index, id);
    verdictAt(index, random(70_000));
    entryAt(index, host);
    lookupWire(index, wire, random(wire.length + 2) - 1);
  }
  lookupBatch(index, { bytes: wire, offsets: Uint32Array.of(0, 1, 99) }, new Uint16Array(3));
  applyDelta(index, DELTA);
}

function damaged(bytes: Uint8Array, random: Random, limit: number): Uint8Array {
  const copy = bytes.slice();
  for (let left = 1 + random(8); left > 0; left--) copy[random(limit)] = random(3) === 0 ? 255 : random(256);
  return copy;
}

describe('bytes that are no index', () => {
  it('says what is wrong with them', () => {
    const changed = (word: number, value: number): ArrayBuffer => {
      const copy = INDEX.slice().buffer;
      new Uint32Array(copy)[word] = value;
      return copy;
    };
    expect(thrown(() => openIndex(INDEX.slice().buffer))).toBeNull();
    expect(thrown(() => openIndex(new ArrayBuffer(0)))).toBe('truncated');
    expect(thrown(() => openIndex(INDEX.slice(0, -1).buffer))).toBe('truncated');
    expect(thrown(() => openIndex(Uint8Array.of(...INDEX, 0).buffer))).toBe('corrupt');
    expect(thrown(() => openIndex(changed(AT.magic, 0)))).toBe('not-an-index');
    expect(thrown(() => openIndex(changed(AT.version, 2)))).toBe('unknown-version');
    expect(thrown(() => openIndex(changed(AT.lines, 0)))).toBe('corrupt');
    expect(thrown(() => openIndex(changed(AT.lines, 2 ** 31)))).toBe('corrupt');
    expect(thrown(() => openIndex(changed(AT.capacity, 2 ** 31)))).toBe('corrupt');
    expect(thrown(() => openIndex(changed(AT.verdicts, 2 ** 31)))).toBe('corrupt');
    expect(thrown(() => openIndex(changed(AT.number + 1, 2 ** 31)))).toBe('corrupt');
    expect(thrown(() => openIndex(changed(HEADER_BYTES / 4 + 3, 100)))).toBe('corrupt');
    expect(thrown(() => applyDelta(openIndex(INDEX.slice().buffer), INDEX))).toBe('not-a-delta');
  });

  it('either throws a known error or answers, whatever bytes of a real index change', () => {
    const random = seeded(7);
    let opened = 0;
    for (let i = 0; i < 1500; i++) {
      const copy = damaged(INDEX, random, random(2) === 0 ? 200 : INDEX.length);
      if (thrown(() => readAll(copy.slice().buffer, random)) === null) opened++;
    }
    expect(opened).toBeGreaterThan(100);
  });

  it('answers from lines full of noise, each time within its bound', () => {
    const random = seeded(8);
    for (let i = 0; i < 30; i++) {
      const copy = INDEX.slice();
      const { lines } = openIndex(copy.buffer);
      for (let at = copy.length - lines * 64; at < copy.length; at++) copy[at] = random(256);
      thrown(() => readAll(copy.buffer, random));
    }
  });

  it('throws for random bytes of any length', () => {
    const random = seeded(9);
    for (let i = 0; i < 500; i++) {
      const bytes = Uint8Array.from({ length: random(400) }, () => random(256));
      expect(thrown(() => openIndex(bytes.slice().buffer))).not.toBeNull();
      expect(thrown(() => applyDelta(openIndex(INDEX.slice().buffer), bytes))).not.toBeNull();
    }
  });
});

describe('bytes that are no delta', () => {
  it('throws for every shortened delta and for one byte too many', () => {
    for (let length = 0; length < DELTA.length; length++) {
      expect(thrown(() => applyDelta(openIndex(INDEX.slice().buffer), DELTA.subarray(0, length)))).toBe(
        'truncated',
      );
    }
    const longer = Uint8Array.of(...DELTA, 0);
    expect(thrown(() => applyDelta(openIndex(INDEX.slice().buffer), longer))).toBe('corrupt');
  });

  it('throws for a change whose verdict it does not bring', () => {
    const copy = DELTA.slice();
    new DataView(copy.buffer).setUint16(copy.length - 2, 60_000, true);
    expect(thrown(() => applyDelta(openIndex(INDEX.slice().buffer), copy))).toBe('corrupt');
  });

  it('either throws a known error or leaves an index that answers, whatever bytes change', () => {
    const random = seeded(10);
    let applied = 0;
    for (let i = 0; i < 1500; i++) {
      const copy = INDEX.slice();
      const index = openIndex(copy.buffer);
      const delta = damaged(DELTA, random, random(2) === 0 ? 120 : DELTA.length);
      if (thrown(() => applyDelta(index, delta)) === null) applied++;
      openIndex(copy.buffer);
      for (let asked = 0; asked < 10; asked++) verdictAt(index, lookupText(index, randomHost(random)));
    }
    expect(applied).toBeGreaterThan(100);
  });
});
