// SPDX-License-Identifier: Apache-2.0
import type { IndexEntry, Ruling, Verdict } from '../src/index.ts';

/** Numbers from 0 to below `limit`, the same for the same seed (mulberry32). */
export type Random = (limit: number) => number;

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

export const KEY = Uint8Array.from({ length: 16 }, (_, i) => i);
export const FACTS = {
  number: 1_700_000_000_000,
  createdMs: 1_700_000_000_001,
  auditHead: new Uint8Array(32).fill(7),
};

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789-_';
const ENDS = ['example', 'test', 'invalid', 'co.test', 'example.org'];

/** A host of one to seven labels from few words, so that parents of listed hosts are often listed too. */
export function randomHost(random: Random): string {
  const labels: string[] = [];
  for (let left = random(5); left > 0; left--) labels.push(randomLabel(random));
  const end = ENDS[random(ENDS.length)] ?? 'test';
  return labels.length === 0 ? end : `${labels.join('.')}.${end}`;
}

function randomLabel(random: Random): string {
  const length = random(8) === 0 ? 1 + random(60) : 1;
  return Array.from({ length }, () => LETTERS[random(length === 1 ? 12 : LETTERS.length)]).join('');
}

export function randomVerdict(random: Random): Verdict {
  return { minAge: random(22), categories: 2 ** random(32), flags: random(4) * 2 };
}

export function randomRuling(random: Random): Ruling {
  const verdict = randomVerdict(random);
  const kind = random(3);
  if (kind === 0) return { verdict, scope: 'exact' };
  if (kind === 1) return { verdict, scope: 'subtree' };
  return { verdict, scope: 'exact', below: randomVerdict(random) };
}

export function randomEntries(random: Random, count: number): IndexEntry[] {
  return Array.from({ length: count }, () => ({ host: randomHost(random), ...randomRuling(random) }));
}

/** The meaning of an index, in the plainest form. */
export type Oracle = Map<string, Ruling>;

export function oracleOf(entries: readonly IndexEntry[]): Oracle {
  return new Map(entries.map(({ host, ...ruling }) => [String(host).toLowerCase(), ruling]));
}

/** What a look-up has to answer: the full name's ruling, else the nearest parent's that reaches down. */
export function expected(oracle: Oracle, host: string): Verdict | null {
  const own = oracle.get(host.toLowerCase());
  if (own) return own.verdict;
  for (let rest = host.toLowerCase(); rest.includes('.'); ) {
    rest = rest.slice(rest.indexOf('.') + 1);
    const ruling = oracle.get(rest);
    if (ruling?.below) return ruling.below;
    if (ruling?.scope === 'subtree') return ruling.verdict;
  }
  return null;
}

/** A host as in a DNS question. */
export function toWire(host: string): Uint8Array {
  const labels = host.split('.').filter((label) => label !== '');
  return Uint8Array.from([...labels.flatMap((label) => [label.length, ...Buffer.from(label, 'latin1')]), 0]);
}

/** The same letters, some of them large. */
export function shuffleCase(random: Random, host: string): string {
  return [...host].map((letter) => (random(2) === 0 ? letter.toUpperCase() : letter)).join('');
}
