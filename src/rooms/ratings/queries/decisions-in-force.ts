// SPDX-License-Identifier: EUPL-1.2
import type { Verdict } from '@rowan/rating-index';
import type { Db } from '#platform/db';
import { keyringOf, unboxField } from '#platform/seal';
import { bitsOf } from '../categories.ts';
import { nameKey } from '../name-key.ts';
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

/** Every decision in force. For publishing only: it opens what nobody may read about (H1). */
export async function decisionsInForce(db: Db): Promise<InForce[]> {
  const open = await reading(db)
    .selectFrom('ratings.decision')
    .select(['id', 'name', 'scope', 'min_age', 'categories', 'block_everyone'])
    .where('state', '=', 'released')
    .execute();
  const guarded = await reading(db)
    .selectFrom('ratings.guarded')
    .select(['id', 'scope', 'host_box'])
    .where('state', '=', 'released')
    .execute();
  const keyring = guarded.length === 0 ? null : keyringOf(db);
  return [
    ...open.map((row) => ({ id: row.id, name: row.name, scope: row.scope, verdict: verdictOf(row) })),
    ...guarded.map(({ id, scope, host_box }) => ({
      id,
      name: nameKey(keyring === null ? '' : unboxField(keyring, guardedPlace(id), host_box)),
      scope,
      verdict: decidedVerdict({ minAge: 0, categories: 0, blockEveryone: true }),
    })),
  ];
}

function verdictOf(row: { min_age: number; categories: string[]; block_everyone: boolean }): Verdict {
  return decidedVerdict({
    minAge: row.min_age,
    categories: bitsOf(row.categories),
    blockEveryone: row.block_everyone,
  });
}
