// SPDX-License-Identifier: EUPL-1.2
import { verifyChain } from '#platform/audit';
import { atomically, type Ctx } from '#platform/ctx';
import { transaction } from '#platform/db';
import { writing } from './tables.ts';

/** Walks the whole audit chain now and remembers what was found, for everybody who looks later. */
export async function checkChain(ctx: Ctx): Promise<void> {
  // One picture of the chain: an entry added meanwhile would look like a head that does not fit.
  const found = await transaction(ctx.db, (tx) => verifyChain(tx), { isolation: 'repeatable read' });
  const row = { at: ctx.now, entries: found.entries, bad_seq: found.ok ? null : found.badSeq };
  await atomically(ctx, async (inner) => {
    await writing(inner.db)
      .insertInto('platform.chain_check')
      .values({ one: true, ...row })
      .onConflict((conflict) => conflict.column('one').doUpdateSet(row))
      .execute();
    inner.audit({ act: 'audit.verify', kind: 'audit', id: null, code: found.ok ? 'holds' : found.why });
  });
}
