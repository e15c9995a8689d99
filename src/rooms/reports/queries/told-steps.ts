// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import { isStep, type ToldStep } from '../progress/steps.ts';
import { reading, type StepRow } from '../tables.ts';

/** The steps that one receipt reads, oldest first. */
export async function stepsOfReceipt(db: Db, receiptId: string): Promise<ToldStep[]> {
  const rows = await reading(db)
    .selectFrom('reports.step')
    .selectAll()
    .where('receipt_id', '=', receiptId)
    .orderBy('seq')
    .execute();
  return told(rows);
}

/** The steps of a report, as its oldest receipt reads them; none when every code has ended. */
export async function stepsOfReport(db: Db, reportId: string): Promise<ToldStep[]> {
  const rows = await reading(db)
    .selectFrom('reports.step')
    .selectAll()
    .where('report_id', '=', reportId)
    .orderBy('seq')
    .execute();
  const first = rows[0]?.receipt_id;
  return told(rows.filter((row) => row.receipt_id === first));
}

function told(rows: readonly StepRow[]): ToldStep[] {
  return rows.flatMap(({ step, code, n, row_n, due_at, at }) =>
    isStep(step) ? [{ step, code, n, row: row_n, dueAt: due_at, at }] : [],
  );
}
