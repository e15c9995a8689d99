// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '#platform/db';
import { SealError } from '../errors.ts';
import { writing } from '../tables.ts';

/**
 * Deletes objects and their seals for good, without opening them. Throws `seal.held` (conflict) when
 * one is under legal hold; the database refuses it too. The caller writes tombstone and ledger.
 */
export async function deleteObjects(tx: Tx, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const held = await writing(tx)
    .selectFrom('platform.object')
    .select('id')
    .where('id', 'in', ids)
    .where('hold', '=', true)
    .executeTakeFirst();
  if (held !== undefined) throw new SealError('conflict', 'seal.held');
  const { numDeletedRows } = await writing(tx)
    .deleteFrom('platform.object')
    .where('id', 'in', ids)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Sets or lifts the legal hold on objects. That two people decided is the caller's rule. */
export async function holdObjects(tx: Tx, ids: readonly string[], hold: boolean): Promise<void> {
  if (ids.length === 0) return;
  await writing(tx).updateTable('platform.object').set({ hold }).where('id', 'in', ids).execute();
}

/** Moves the day after which retention deletes objects; null keeps them. */
export async function keepObjectsUntil(tx: Tx, ids: readonly string[], day: string | null): Promise<void> {
  if (ids.length === 0) return;
  await writing(tx)
    .updateTable('platform.object')
    .set({ delete_after: day })
    .where('id', 'in', ids)
    .execute();
}
