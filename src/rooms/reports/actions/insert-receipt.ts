// SPDX-License-Identifier: EUPL-1.2
import type { TxCtx } from '#platform/ctx';
import type { Installation } from '#platform/setup';
import { mondayAfter } from '../progress/clock.ts';
import { type ReceiptRole, writing } from '../tables.ts';
import type { PreparedReceipt } from './prepare-receipt.ts';

export interface NewReceiptRow {
  receipt: PreparedReceipt;
  reportId: string;
  role: ReceiptRole;
  site: Installation;
}

/** Writes the row of a prepared code. It ends when nobody comes back for as long as the country says. */
export async function insertReceipt(
  ctx: TxCtx,
  { receipt, reportId, role, site }: NewReceiptRow,
): Promise<void> {
  await writing(ctx.db)
    .insertInto('reports.receipt')
    .values({
      id: receipt.id,
      report_id: reportId,
      role,
      ...receipt.columns,
      word_wait: null,
      list_id: null,
      access_until: mondayAfter(ctx.now, site.retention.codeDays),
    })
    .execute();
}
