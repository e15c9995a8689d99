// SPDX-License-Identifier: EUPL-1.2
import { endAllSessions } from '#platform/auth';
import type { TxCtx } from '#platform/ctx';
import { deleteObjects } from '#platform/seal';
import { dayAfter, dayOf, toMinute } from '../progress/clock.ts';
import { reportObjects } from '../queries/report-facts.ts';
import { writing } from '../tables.ts';

/** An ended code is remembered this long, so that it is not given again while its slip may still lie somewhere. */
const ENDED_DAYS = 365;

/**
 * Deletes a report, all that was written about it and its codes, in the caller's transaction. `rule` says why,
 * as a code: `asked`, `retention`. Throws `seal.held` (conflict) while a legal hold stands on any part of it.
 */
export async function deleteReport(
  ctx: TxCtx,
  { reportId, rule }: { reportId: string; rule: string },
): Promise<void> {
  const objects = await reportObjects(ctx, reportId);
  await deleteObjects(ctx.db, objects);
  const receipts = await writing(ctx.db)
    .selectFrom('reports.receipt')
    .select('id')
    .where('report_id', '=', reportId)
    .execute();
  for (const { id } of receipts) await endReceipt(ctx, id);
  await writing(ctx.db).deleteFrom('reports.report').where('id', '=', reportId).execute();
  await writing(ctx.db)
    .insertInto('platform.deletion_ledger')
    .values([
      { tbl: 'reports.report', row_id: reportId, rule, at: toMinute(ctx.now) },
      ...objects.map((row_id) => ({ tbl: 'platform.object', row_id, rule, at: toMinute(ctx.now) })),
    ])
    .execute();
  ctx.audit({ act: 'report.delete', kind: 'report', id: reportId, code: rule });
}

/** Ends one code: its row and its keys go, so that nothing it opened opens again. */
export async function endReceipt(ctx: TxCtx, receiptId: string): Promise<void> {
  const row = await writing(ctx.db)
    .deleteFrom('reports.receipt')
    .where('id', '=', receiptId)
    .returning(['lookup', 'pepper_id'])
    .executeTakeFirst();
  await endAllSessions(ctx.db, receiptId);
  if (row === undefined) return;
  await writing(ctx.db)
    .insertInto('reports.receipt_ended')
    .values({ ...row, ended_on: dayOf(ctx.now), until: dayAfter(ctx.now, ENDED_DAYS) })
    .onConflict((conflict) => conflict.column('lookup').doNothing())
    .execute();
}
