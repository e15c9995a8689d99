// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx } from '#platform/ctx';
import type { AfterAnswers } from '../form/after.ts';
import { writing } from '../tables.ts';
import { count } from './count.ts';

/** Counts what was answered after the end, once for each code: a number of the day, not of the report. */
export async function countAfter(ctx: Ctx, receiptId: string, answers: AfterAnswers): Promise<void> {
  const keys = Object.entries(answers).map(([question, answer]) => `after.${question}.${answer}`);
  if (keys.length === 0) return;
  await atomically(ctx, async (inner) => {
    const { numUpdatedRows } = await writing(inner.db)
      .updateTable('reports.receipt')
      .set({ counted_after: true })
      .where('id', '=', receiptId)
      .where('counted_after', '=', false)
      .executeTakeFirst();
    if (numUpdatedRows > 0n) await count(inner, ...keys);
  });
}
