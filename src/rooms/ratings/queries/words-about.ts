// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Db } from '#platform/db';
import { keysAbove, keysBelow } from '../name-key.ts';
import type { NamedClaim, NamedWords } from '../snapshot/compile.ts';
import { sortDecisions } from '../snapshot/words.ts';
import { reading } from '../tables.ts';
import { decisionsInForce } from './decisions-in-force.ts';
import { freshSources } from './fresh-sources.ts';

/** Names below one name that a delta takes along. Beyond, a full snapshot brings the rest. */
const MAX_BELOW = 2000;

/** What the index has to hear again when words about some names changed. */
export interface Affected {
  /** Everything said about the names, what stands above them, and what stands below; in the order of names. */
  words: NamedWords[];
  /** Keys whose entries change: the names and what is below. */
  targets: Set<string>;
  /** False where a name has so much below it that only a full snapshot can bring all of it. */
  isWhole: boolean;
}

/**
 * Gathers everything that decides what the index answers for these names (keys) and everything below them. Names below
 * that only a person spoke about need not be heard again: they have entries of their own that no name above changes.
 */
export async function wordsAbout(db: Db, names: readonly string[], now: Date): Promise<Affected> {
  const above = new Set(names.flatMap(keysAbove));
  const below = new Set<string>();
  let isWhole = true;
  for (const name of names) {
    const found = await listedBelow(db, name);
    isWhole &&= found.length <= MAX_BELOW;
    for (const key of found.slice(0, MAX_BELOW)) below.add(key);
  }
  const targets = new Set([...names, ...below]);
  const keys = new Set([...above, ...targets]);
  const claims = await claimsOf(db, [...keys], now);
  const decisions = sortDecisions(await decisionsInForce(db, { names: [...keys] }));
  const decided = new Map(decisions.map(({ key, decision }) => [key, decision]));
  const words = [...keys]
    .sort((a, b) => (a < b ? -1 : 1))
    .map((key) => ({ key, claims: claims.get(key) ?? [], decision: decided.get(key) ?? null }));
  return { words, targets, isWhole };
}

async function listedBelow(db: Db, name: string): Promise<string[]> {
  const { after, before } = keysBelow(name);
  const rows = await reading(db)
    .selectFrom('ratings.claim')
    .select('name')
    .distinct()
    .where('name', '>', after)
    .where('name', '<', before)
    .orderBy('name')
    .limit(MAX_BELOW + 1)
    .execute();
  return rows.map((row) => row.name);
}

async function claimsOf(db: Db, keys: readonly string[], now: Date): Promise<Map<string, NamedClaim[]>> {
  const voices = await freshSources(db, now);
  const rows = await reading(db)
    .selectFrom('ratings.claim')
    .select(['name', 'source', 'category', 'below'])
    .where(sql<boolean>`name = any(${keys}::text[])`)
    .execute();
  const claims = new Map<string, NamedClaim[]>();
  for (const { name, source, category, below } of rows) {
    const group = voices.get(source);
    if (group !== undefined) claims.set(name, [...(claims.get(name) ?? []), { group, category, below }]);
  }
  return claims;
}
