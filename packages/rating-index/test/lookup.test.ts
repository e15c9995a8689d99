// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import {
  ALLOW_ALWAYS,
  BLOCK_EVERYONE,
  buildIndex,
  entryAt,
  type IndexEntry,
  lookupBatch,
  lookupText,
  lookupWire,
  NEVER,
  openIndex,
  type RatingIndex,
  verdictAt,
} from '../src/index.ts';
import {
  expected,
  FACTS,
  KEY,
  oracleOf,
  randomEntries,
  randomHost,
  seeded,
  shuffleCase,
  toWire,
} from './random-hosts.ts';

function indexOf(entries: Iterable<IndexEntry>): RatingIndex {
  const built = buildIndex({ ...FACTS, key: KEY, entries });
  expect(built.collisions).toBe(0);
  return openIndex(built.buffer);
}

const BLOCKED = { minAge: NEVER, categories: 0, flags: BLOCK_EVERYONE };
const HELP = { minAge: 0, categories: 0, flags: ALLOW_ALWAYS };
const TEENS = { minAge: 13, categories: 4, flags: 0 };

describe('a look-up', () => {
  it('agrees with a plain map for listed hosts, their parents, names below and strangers', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const random = seeded(seed);
      const entries = randomEntries(random, 4 ** (seed % 7));
      const index = indexOf(entries);
      const oracle = oracleOf(entries);
      const hosts = [...oracle.keys()].flatMap((host) => [
        host,
        `x.${host}`,
        host.slice(host.indexOf('.') + 1),
      ]);
      for (let i = 0; i < 1000; i++) hosts.push(randomHost(random));
      for (const host of hosts) {
        expect(verdictAt(index, lookupText(index, host)), host).toEqual(expected(oracle, host));
      }
    }
  });

  it('gives the same answer for text, for bytes at any offset, for any case and for many at once', () => {
    const random = seeded(99);
    const index = indexOf(randomEntries(random, 3000));
    const hosts = Array.from({ length: 2000 }, () => randomHost(random));
    const wires = hosts.map((host) => toWire(shuffleCase(random, host)));
    const bytes = new Uint8Array(wires.reduce((sum, wire) => sum + wire.length, 3));
    const offsets = new Uint32Array(wires.length);
    let at = 3;
    for (const [i, wire] of wires.entries()) {
      bytes.set(wire, at);
      offsets[i] = at;
      at += wire.length;
    }
    const ids = new Uint16Array(hosts.length);
    lookupBatch(index, { bytes, offsets }, ids);
    for (const [i, host] of hosts.entries()) {
      const id = lookupText(index, host);
      expect(lookupText(index, `${shuffleCase(random, host)}.`)).toBe(id);
      expect(lookupWire(index, bytes, offsets[i] ?? 0)).toBe(id);
      expect(ids[i]).toBe(id);
    }
    expect(new Set(ids).size).toBeGreaterThan(100);
  });

  it('lets the longest match win, help below a blocked host and a block below help', () => {
    const index = indexOf([
      { host: 'bad.example', scope: 'subtree', verdict: BLOCKED },
      { host: 'help.bad.example', scope: 'subtree', verdict: HELP },
      { host: 'worse.help.bad.example', scope: 'exact', verdict: BLOCKED },
    ]);
    const answer = (host: string) => verdictAt(index, lookupText(index, host));
    expect(answer('www.bad.example')).toEqual(BLOCKED);
    expect(answer('www.help.bad.example')).toEqual(HELP);
    expect(answer('worse.help.bad.example')).toEqual(BLOCKED);
    expect(answer('www.worse.help.bad.example')).toEqual(HELP);
  });

  it('counts an exact entry for the full name only, and can hold another verdict for names below', () => {
    const index = indexOf([
      { host: 'shared.example', scope: 'exact', verdict: HELP, below: TEENS },
      { host: 'one.example', scope: 'exact', verdict: TEENS },
    ]);
    expect(verdictAt(index, lookupText(index, 'shared.example'))).toEqual(HELP);
    expect(verdictAt(index, lookupText(index, 'anna.shared.example'))).toEqual(TEENS);
    expect(verdictAt(index, lookupText(index, 'one.example'))).toEqual(TEENS);
    expect(lookupText(index, 'www.one.example')).toBe(0);
  });

  it('looks at top-level domains once one is listed', () => {
    const index = indexOf([
      { host: 'test', scope: 'subtree', verdict: BLOCKED },
      { host: 'good.test', scope: 'subtree', verdict: HELP },
    ]);
    const hosts = ['test', 'a.test', 'b.a.test', 'good.test', 'example'];
    const answers = [BLOCKED, BLOCKED, BLOCKED, HELP, null];
    expect(hosts.map((host) => verdictAt(index, lookupText(index, host)))).toEqual(answers);
    const wires = hosts.map(toWire);
    const offsets = Uint32Array.from(wires, (_, i) =>
      wires.slice(0, i).reduce((sum, wire) => sum + wire.length, 0),
    );
    const ids = new Uint16Array(hosts.length);
    lookupBatch(index, { bytes: Uint8Array.from(wires.flatMap((wire) => [...wire])), offsets }, ids);
    expect([...ids].map((id) => verdictAt(index, id))).toEqual(answers);
  });

  it('does not take a dot or a zero inside a label for a boundary', () => {
    const index = indexOf([{ host: 'a.b.example', scope: 'subtree', verdict: TEENS }]);
    const dotted = Uint8Array.of(3, 0x61, 0x2e, 0x62, 7, ...Buffer.from('example'), 0);
    const zero = Uint8Array.of(3, 0x61, 0, 0x62, 7, ...Buffer.from('example'), 0);
    expect(lookupWire(index, dotted, 0)).toBe(0);
    expect(lookupWire(index, zero, 0)).toBe(0);
    expect(lookupWire(index, toWire('a.b.example'), 0)).not.toBe(0);
  });

  it('keeps bytes apart that case folding could mix up', () => {
    const index = indexOf([{ host: 'a-b_c.example', scope: 'exact', verdict: TEENS }]);
    const twin = toWire('a\rb\x7fc.example');
    expect(lookupWire(index, twin, 0)).toBe(0);
    expect(lookupWire(index, toWire('A-B_C.EXAMPLE'), 0)).not.toBe(0);
  });

  it('knows nothing about what is not a host name', () => {
    const index = indexOf([{ host: 'example', scope: 'subtree', verdict: TEENS }]);
    const label = 'a'.repeat(63);
    const longest = `${label}.${label}.${label}.${'b'.repeat(53)}.example`;
    expect(lookupText(index, longest)).not.toBe(0);
    expect(lookupWire(index, toWire(longest), 0)).not.toBe(0);
    const tooLong = longest.replace('.b', '.bb');
    const noText = ['', '.', '..', 'a..example', '.example', 'ä.example', `${label}a.example`, tooLong];
    expect(noText.map((host) => lookupText(index, host))).toEqual(noText.map(() => 0));
    const example = toWire('example');
    const noWire = [
      [],
      [0],
      [1],
      [5, 97],
      [0xc0, 12],
      [64, ...Array(64).fill(97), ...example],
      toWire(tooLong),
    ];
    expect(noWire.map((wire) => lookupWire(index, Uint8Array.from(wire), 0))).toEqual(noWire.map(() => 0));
    expect(lookupWire(index, example.subarray(0, -1), 0)).toBe(0);
    for (const offset of [-1, 9, 1e9, Number.NaN]) expect(lookupWire(index, example, offset)).toBe(0);
  });

  it('keeps an exact entry from names below and knows no single label when asked for many at once', () => {
    const index = indexOf([{ host: 'one.example', scope: 'exact', verdict: TEENS }]);
    const hosts = ['one.example', 'www.one.example', 'example', 'one'];
    const bytes = Uint8Array.from(hosts.flatMap((host) => [...toWire(host)]));
    const ids = new Uint16Array(hosts.length + 1);
    for (const offsets of [Uint32Array.of(0, 13, 30, 39), Uint32Array.of(30, 0, 39, 13)]) {
      lookupBatch(index, { bytes, offsets }, ids);
      expect([...ids]).toEqual([...Array.from(offsets, (at) => (at === 0 ? 1 : 0)), 0]);
    }
    const open = indexOf([{ host: 'one.example', scope: 'subtree', verdict: TEENS }]);
    lookupBatch(open, { bytes, offsets: Uint32Array.of(0, 0) }, ids);
    lookupBatch(open, { bytes, offsets: Uint32Array.of(30, 39) }, ids);
    expect([...ids.subarray(0, 2)]).toEqual([0, 0]);
    const tooFew = () => lookupBatch(index, { bytes, offsets: new Uint32Array(3) }, new Uint16Array(2));
    expect(tooFew).toThrow('fewer places');
  });

  it('tells the entry of exactly one host', () => {
    const index = indexOf([{ host: 'a.example', scope: 'subtree', verdict: TEENS }]);
    expect(verdictAt(index, entryAt(index, 'A.example.'))).toEqual(TEENS);
    expect(entryAt(index, toWire('a.example'))).toBe(entryAt(index, 'a.example'));
    expect([entryAt(index, 'b.a.example'), entryAt(index, 'example'), entryAt(index, '')]).toEqual([0, 0, 0]);
  });
});
