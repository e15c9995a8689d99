// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx } from '#platform/ctx';
import { findReceipt, keyringOf, openReceipt, sealReceipt } from '#platform/seal';
import { reading, writing } from '../tables.ts';

/**
 * Puts a secret word before a code that has none. `word` is tidied. `receipt` says whose code it must be.
 * False when the code leads nowhere, to another report, or has a word already.
 */
export async function setWord(
  ctx: Ctx,
  given: { code: string; word: string; receipt?: string },
): Promise<boolean> {
  const keyring = keyringOf(ctx.db);
  const candidates = await findReceipt(keyring, given.code);
  try {
    for (const candidate of candidates) {
      const row = await reading(ctx.db)
        .selectFrom('reports.receipt')
        .select(['id', 'wrapped', 'word_salt'])
        .where('lookup', '=', candidate.lookup)
        .where('pepper_id', '=', candidate.pepper_id)
        .executeTakeFirst();
      if (row === undefined || row.word_salt !== null || (given.receipt ?? row.id) !== row.id) continue;
      using priv = openReceipt(row, candidate);
      const columns = await sealReceipt(keyring, { id: row.id, code: given.code, word: given.word, priv });
      await atomically(ctx, async (inner) => {
        await writing(inner.db)
          .updateTable('reports.receipt')
          .set(columns)
          .where('id', '=', row.id)
          .execute();
      });
      return true;
    }
    return false;
  } finally {
    for (const { kek } of candidates) kek.dispose();
  }
}
