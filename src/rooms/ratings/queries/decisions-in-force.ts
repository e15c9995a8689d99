// SPDX-License-Identifier: EUPL-1.2
import type { Verdict } from '@rowan/rating-index';
import { sql } from 'kysely';
import type { Db } from '#platform/db';
import { keyedLookup, keyringOf, unboxField } from '#platform/seal';
import { bitsOf } from '../categories.ts';
import { hostOfKey, keysAbove, nameKey } from '../name-key.ts';
import { decidedVerdict } from '../resolve.ts';
import { reading, type Scope } from '../tables.ts';

/** A decision that holds now, as publishing needs it. Public and guarded ones look alike from here on. */
export interface InForce {
  readonly id: string;
  readonly name: string;
  readonly scope: Scope;
  readonly verdict: Verdict;
}

/** The box of a guarded host: kind and row. */
export const guardedPlace = (id: string) => ({ kind: 'ratings.guarded', id });

/** The keyed look-up by which a guarded host is found again without standing anywhere. */
export function guardedLookup(db: Db, host: string): Buffer {
  return keyedLookup(keyringOf(db).mac, 'ratings-guarded', host);
}

/**
 * Whether a guarded decision covers this name (key). For acts of the desk only: nothing that the public can see or time
 * may depend on the answer (H1).
 */
export async function isGuarded(db: Db, name: string): Promise<boolean> {
  const above = keysAbove(name).map((key) => guardedLookup(db, hostOfKey(key)));
  const row = await reading(db)
    .selectFrom('ratings.guarded')
    .select('id')
    .where('state', '=', 'released')
    .where((where) =>
      where.or([
        where('lookup', '=', guardedLookup(db, hostOfKey(name))),
        where.and([where('scope', '=', 'subtree'), sql<boolean>`lookup = any(${above}::bytea[])`]),
      ]),
    )
    .executeTakeFirst();
  return row !== undefined;
}

/** Ids of every decision in force; opens nothing. */
export async function idsInForce(db: Db): Promise<Set<string>> {
  const rows = await Promise.all(
    (['ratings.decision', 'ratings.guarded'] as const).map((table) =>
      reading(db).selectFrom(table).select('id').where('state', '=', 'released').execute(),
    ),
  );
  return new Set(rows.flat().map(({ id }) => id));
}

/**
 * Decisions in force: all of them, those with these ids, or those about these names (keys). For publishing only: it
 * opens what nobody may read about (H1).
 */
export async function decisionsInForce(
  db: Db,
  only: { ids?: readonly string[]; names?: readonly string[] } = {},
): Promise<InForce[]> {
  let open = reading(db)
    .selectFrom('ratings.decision')
    .select(['id', 'name', 'scope', 'min_age', 'categories', 'block_everyone'])
    .where('state', '=', 'released');
  let guarded = reading(db)
    .selectFrom('ratings.guarded')
    .select(['id', 'scope', 'host_box'])
    .where('state', '=', 'released');
  if (only.ids !== undefined) {
    open = open.where(sql<boolean>`id = any(${only.ids}::uuid[])`);
    guarded = guarded.where(sql<boolean>`id = any(${only.ids}::uuid[])`);
  }
  if (only.names !== undefined) {
    const lookups = only.names.map((name) => guardedLookup(db, hostOfKey(name)));
    open = open.where(sql<boolean>`name = any(${only.names}::text[])`);
    guarded = guarded.where(sql<boolean>`lookup = any(${lookups}::bytea[])`);
  }
  const unbox = (id: string, box: Buffer) => unboxField(keyringOf(db), guardedPlace(id), box);
  return [
    ...(await open.execute()).map((row) => ({ ...row, verdict: verdictOf(row) })),
    ...(await guarded.execute()).map(({ id, scope, host_box }) => ({
      id,
      name: nameKey(unbox(id, host_box)),
      scope,
      verdict: decidedVerdict({ minAge: 0, categories: 0, blockEveryone: true }),
    })),
  ].map(({ id, name, scope, verdict }) => ({ id, name, scope, verdict }));
}

function verdictOf(row: { min_age: number; categories: string[]; block_everyone: boolean }): Verdict {
  return decidedVerdict({
    minAge: row.min_age,
    categories: bitsOf(row.categories),
    blockEveryone: row.block_everyone,
  });
}
