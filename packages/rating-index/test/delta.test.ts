// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import {
  applyDelta,
  BLOCK_EVERYONE,
  buildIndex,
  type DeltaOptions,
  describeIndex,
  entryAt,
  type IndexEntry,
  lookupText,
  makeDelta,
  NEVER,
  openIndex,
  type RatingIndex,
  type Verdict,
  verdictAt,
} from '../src/index.ts';
import { FIRST_VALUE, LINE_VALUES, LINE_WORDS, SLOTS } from '../src/layout.ts';
import {
  expected,
  FACTS,
  KEY,
  oracleOf,
  randomEntries,
  randomHost,
  randomRuling,
  seeded,
} from './random-hosts.ts';

const BASE = FACTS.number;
const OPEN: Verdict = { minAge: 0, categories: 1, flags: 0 };
const BLOCKED: Verdict = { minAge: NEVER, categories: 0, flags: BLOCK_EVERYONE };

function indexOf(entries: Iterable<IndexEntry>): RatingIndex {
  return openIndex(buildIndex({ ...FACTS, key: KEY, entries, shared: true }).buffer);
}

function deltaOf(change: Partial<DeltaOptions>): Uint8Array {
  return makeDelta({
    ...FACTS,
    key: KEY,
    base: BASE,
    number: BASE + 1,
    upserts: [],
    removals: [],
    ...change,
  });
}

const entry = (host: string, verdict: Verdict, scope: 'exact' | 'subtree' = 'subtree') => ({
  host,
  verdict,
  scope,
});

const code = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'another error';
  }
  return 'no error';
};

/** The ids of all slots: what readers can see of hosts. */
function allIds(index: RatingIndex): number[] {
  return [...index.values].filter((_, i) => i % LINE_VALUES >= FIRST_VALUE);
}

describe('a delta', () => {
  it('leaves an index that answers like one built from the new list', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const random = seeded(seed);
      const before = oracleOf(randomEntries(random, 800));
      const index = indexOf([...before].map(([host, ruling]) => ({ host, ...ruling })));
      for (let step = 1; step <= 4; step++) {
        const removals = [...before.keys()].filter(() => random(5) === 0);
        const upserts = Array.from({ length: 150 }, () => ({
          host: randomHost(random),
          ...randomRuling(random),
        }));
        for (const host of removals) before.delete(host);
        for (const [host, ruling] of oracleOf(upserts)) before.set(host, ruling);
        const delta = deltaOf({ base: BASE + step - 1, number: BASE + step, removals, upserts });
        expect(applyDelta(index, delta)).toMatchObject({ number: BASE + step, hosts: before.size });
        for (const host of [
          ...before.keys(),
          ...removals,
          ...Array.from({ length: 300 }, () => randomHost(random)),
        ]) {
          const asked = random(2) === 0 ? host : `a.b.${host}`;
          expect(verdictAt(index, lookupText(index, asked)), asked).toEqual(expected(before, asked));
        }
      }
    }
  });

  it('never gives the slot of one host to another, so a reader in another thread cannot mix them up', () => {
    const random = seeded(11);
    const index = indexOf(randomEntries(random, 600));
    for (let step = 0; step < 8; step++) {
      const before = index.words.slice();
      const removals = Array.from({ length: 100 }, () => randomHost(random));
      const delta = deltaOf({
        base: BASE + step,
        number: BASE + step + 1,
        removals,
        upserts: randomEntries(random, 80),
      });
      applyDelta(index, delta);
      const isRemainder = (i: number): boolean => i % LINE_WORDS > 0 && i % LINE_WORDS <= SLOTS;
      const changed = before.filter((word, i) => isRemainder(i) && word !== 0 && word !== index.words[i]);
      const lost = before.filter(
        (word, i) => i % LINE_WORDS === 0 && (word >>> 8) & ~((index.words[i] ?? 0) >>> 8),
      );
      expect([changed.length, lost.length]).toEqual([0, 0]);
    }
  });

  it('undoes a block in the next delta, and blocks again', () => {
    const index = indexOf([entry('a.example', OPEN)]);
    const steps: [Partial<DeltaOptions>, Verdict | null][] = [
      [{ upserts: [entry('b.a.example', BLOCKED)] }, BLOCKED],
      [{ removals: ['b.a.example'] }, OPEN],
      [{ removals: ['a.example'] }, null],
      [{ upserts: [entry('b.a.example', BLOCKED)] }, BLOCKED],
    ];
    for (const [i, [change, answer]] of steps.entries()) {
      applyDelta(index, deltaOf({ ...change, base: BASE + i, number: BASE + i + 1 }));
      expect(verdictAt(index, lookupText(index, 'www.b.a.example'))).toEqual(answer);
    }
    expect(describeIndex(index).hosts).toBe(1);
  });

  it('lets an upsert win over a removal of the same host, and the last of two upserts', () => {
    const index = indexOf([entry('a.example', OPEN)]);
    const upserts = [entry('A.example', OPEN), entry('a.example', BLOCKED)];
    const { load } = describeIndex(index);
    applyDelta(index, deltaOf({ removals: ['a.example', 'never.example'], upserts }));
    expect(verdictAt(index, lookupText(index, 'a.example'))).toEqual(BLOCKED);
    expect(describeIndex(index)).toMatchObject({ hosts: 1, load });
  });

  it('brings number, time and audit head', () => {
    const index = indexOf([]);
    const auditHead = new Uint8Array(32).fill(9);
    applyDelta(index, deltaOf({ number: BASE + 2 ** 33, createdMs: 5, auditHead }));
    expect(describeIndex(index)).toMatchObject({ number: BASE + 2 ** 33, createdMs: 5, auditHead });
  });

  it('lists a top-level domain that no entry had before', () => {
    const index = indexOf([entry('a.example', OPEN)]);
    expect(lookupText(index, 'b.test')).toBe(0);
    applyDelta(index, deltaOf({ upserts: [entry('test', BLOCKED)] }));
    expect(verdictAt(index, lookupText(index, 'b.test'))).toEqual(BLOCKED);
  });

  it('does not keep the names, nor the order in which they came', () => {
    const upserts = [...oracleOf(randomEntries(seeded(3), 200))].map(([host, ruling]) => ({
      host,
      ...ruling,
    }));
    const delta = deltaOf({ upserts, removals: ['gone.example'] });
    const text = Buffer.from(delta).toString('latin1');
    expect(['example', 'test', 'invalid', 'gone'].filter((word) => text.includes(word))).toEqual([]);
    const reversed = deltaOf({ upserts: upserts.toReversed(), removals: ['gone.example'] });
    expect(Buffer.from(reversed).equals(delta)).toBe(true);
  });
});

describe('refusing a delta', () => {
  it('refuses another base, an old number and another key, and changes nothing', () => {
    const index = indexOf([entry('a.example', OPEN)]);
    const before = Buffer.from(index.buffer).toString('hex');
    const upserts = [entry('a.example', BLOCKED)];
    const refused = (change: Partial<DeltaOptions>) =>
      code(() => applyDelta(index, deltaOf({ upserts, ...change })));
    expect(refused({ base: BASE - 1 })).toBe('wrong-base');
    expect(refused({ base: BASE + 1, number: BASE + 2 })).toBe('wrong-base');
    expect(refused({ base: BASE - 2, number: BASE })).toBe('not-newer');
    expect(refused({ key: new Uint8Array(16) })).toBe('wrong-key');
    expect(code(() => deltaOf({ number: BASE }))).toBe('not-newer');
    expect(Buffer.from(index.buffer).toString('hex')).toBe(before);
    applyDelta(index, deltaOf({ upserts }));
    expect(code(() => applyDelta(index, deltaOf({ upserts })))).toBe('not-newer');
  });

  it('asks for a rebuild before and when slots run out, and leaves every host as it was', () => {
    const index = indexOf([entry('a.example', OPEN)]);
    const slots = index.lines * SLOTS;
    const many = (from: number, count: number) =>
      Array.from({ length: count }, (_, i) => entry(`h${from + i}.example`, BLOCKED));
    expect(applyDelta(index, deltaOf({ upserts: many(0, slots - 100) })).rebuildSoon).toBe(true);
    const before = allIds(index);
    const tooMany = { upserts: many(1e6, 400), removals: ['a.example', 'h1.example'] };
    const delta = deltaOf({ ...tooMany, base: BASE + 1, number: BASE + 2 });
    expect(code(() => applyDelta(index, delta))).toBe('rebuild-needed');
    expect(allIds(index)).toEqual(before);
    expect(describeIndex(index)).toMatchObject({ number: BASE + 1, hosts: slots - 99 });
    expect(verdictAt(index, lookupText(index, 'a.example'))).toEqual(OPEN);
    const removal = deltaOf({ removals: ['h1.example'], base: BASE + 1, number: BASE + 2 });
    expect(applyDelta(index, removal).hosts).toBe(slots - 100);
    expect(entryAt(index, 'h1.example')).toBe(0);
  });

  it('asks for a rebuild when the verdict table is full', () => {
    const index = indexOf([entry('a.example', OPEN)]);
    const upserts = Array.from({ length: 1100 }, (_, i) =>
      entry(`h${i}.example`, { ...OPEN, categories: i + 2 }),
    );
    const delta = deltaOf({ upserts });
    expect(code(() => applyDelta(index, delta))).toBe('rebuild-needed');
    expect(describeIndex(index)).toMatchObject({ number: BASE, hosts: 1, verdicts: 1 });
  });

  it('gives a removed host its slot back, so blocking and undoing for ever needs no rebuild', () => {
    const index = indexOf([]);
    for (let i = 0; i < 3000; i++) {
      const change = i % 2 === 0 ? { upserts: [entry('a.example', BLOCKED)] } : { removals: ['a.example'] };
      applyDelta(index, deltaOf({ ...change, base: BASE + i, number: BASE + i + 1 }));
    }
    const { load, verdicts } = describeIndex(index);
    expect([load * index.lines * SLOTS, verdicts]).toEqual([1, 1]);
  });
});
