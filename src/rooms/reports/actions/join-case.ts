// SPDX-License-Identifier: EUPL-1.2
import type { TxCtx } from '#platform/ctx';
import { errors } from '../errors.ts';
import { writing } from '../tables.ts';

/** Says which case a report belongs to; joining another later is a change of mind, not an error. */
export async function joinCase(ctx: TxCtx, join: { reportId: string; caseId: string }): Promise<void> {
  const { numUpdatedRows } = await writing(ctx.db)
    .updateTable('reports.report')
    .set({ case_id: join.caseId })
    .where('id', '=', join.reportId)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw errors('not-found');
}

/** Lets a code's secret word be tried again after twenty wrong ones. Whoever asks was recognised by other means. */
export async function allowWordAgain(ctx: TxCtx, { receiptId }: { receiptId: string }): Promise<void> {
  const { numUpdatedRows } = await writing(ctx.db)
    .updateTable('reports.receipt')
    .set({ word_tries: 0, word_wait: null })
    .where('id', '=', receiptId)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw errors('no-receipt');
  ctx.audit({ act: 'receipt.word-again', kind: 'receipt', id: receiptId });
}
