// SPDX-License-Identifier: EUPL-1.2
import type { TxCtx } from '#platform/ctx';
import { dayOf } from '../progress/clock.ts';
import { writing } from '../tables.ts';

/** Adds one to each of today's counters. They name no report, and nothing lowers them again. */
export async function count(ctx: TxCtx, ...keys: string[]): Promise<void> {
  const day = dayOf(ctx.now);
  await writing(ctx.db)
    .insertInto('reports.counter')
    .values([...new Set(keys)].sort().map((key) => ({ day, key, n: 1 })))
    .onConflict((row) =>
      row.columns(['day', 'key']).doUpdateSet((is) => ({ n: is('reports.counter.n', '+', 1) })),
    )
    .execute();
}
