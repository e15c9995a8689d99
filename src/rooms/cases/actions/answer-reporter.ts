// SPDX-License-Identifier: EUPL-1.2

import { atomically, type Ctx, type TxCtx } from '#platform/ctx';
import { deleteReport } from '#reports';
import { errors } from '../errors.ts';
import { isHeld } from '../queries/hold.ts';
import { reportIds } from '../queries/reports.ts';
import { type RowAnswer, writing } from '../tables.ts';
import { deleteCase, dropLostItems, itemsOf } from './delete-case.ts';
import { lockOwnCase } from './lock-case.ts';
import { tellKept, tellRefused, tellRow } from './outgoing.ts';
import { recordEvent } from './record.ts';

interface Wish {
  caseId: string;
  reportId: string;
  words: string;
}

/**
 * Says no to "stop the report" or "delete what I told", with the reason in the timeline; the reporter reads that we cannot, and
 * nobody else of the case learns that somebody asked. Throws `cases.on-hold`, `cases.bad-step` where nobody asked.
 */
export async function refuseStop(ctx: Ctx, { caseId, reportId, words }: Wish): Promise<{ gone: boolean }> {
  return atomically(ctx, async (inner) => {
    await lockOwnCase(inner, caseId);
    await requireWish(inner, { caseId, reportId });
    await writing(inner.db)
      .updateTable('cases.report')
      .set({ stop_asked: null })
      .where('report_id', '=', reportId)
      .execute();
    await tellRefused(inner, { caseId, reportId });
    await recordEvent(inner, { caseId, act: 'stop-refused', words });
    return { gone: false };
  });
}

/**
 * Deletes what one reporter told because they asked; with the last report its case goes too. Throws `cases.on-hold`
 * while the police hold the case, `cases.bad-step` where nobody asked, `seal.held` under a legal hold. Answers whether the
 * case is gone.
 */
export async function deleteOnRequest(
  ctx: Ctx,
  { caseId, reportId, words }: Wish,
): Promise<{ gone: boolean }> {
  return atomically(ctx, async (inner) => {
    await lockOwnCase(inner, caseId);
    await requireWish(inner, { caseId, reportId });
    if (await isHeld(inner.db, caseId, inner.now)) throw errors('on-hold');
    await deleteReport(inner, { reportId, rule: 'asked' });
    const others = (await reportIds(inner, caseId)).filter((id) => id !== reportId);
    if (others.length === 0) {
      await deleteCase(inner, { caseId, rule: 'asked' });
      return { gone: true };
    }
    const items = await itemsOf(inner, [reportId]);
    await writing(inner.db).deleteFrom('cases.report').where('report_id', '=', reportId).execute();
    await dropLostItems(inner, items);
    await recordEvent(inner, { caseId, act: 'report-deleted', words });
    return { gone: false };
  });
}

/** What a reporter told ends by their wish only. */
async function requireWish(ctx: TxCtx, of: { caseId: string; reportId: string }): Promise<void> {
  const row = await writing(ctx.db)
    .selectFrom('cases.report')
    .select('stop_asked')
    .where('report_id', '=', of.reportId)
    .where('case_id', '=', of.caseId)
    .executeTakeFirst();
  if (row === undefined) throw errors('not-found');
  if (row.stop_asked === null) throw errors('bad-step');
}

async function requireReport(
  ctx: TxCtx,
  { caseId, reportId }: { caseId: string; reportId: string },
): Promise<void> {
  if (!(await reportIds(ctx, caseId)).includes(reportId)) throw errors('not-found');
}

/** Answers rows of a company's list; each row's reader sees it at once. Throws `cases.on-hold`. */
export async function answerRows(
  ctx: Ctx,
  {
    caseId,
    reportId,
    items,
    answer,
  }: { caseId: string; reportId: string; items: readonly string[]; answer: RowAnswer },
): Promise<void> {
  await atomically(ctx, async (inner) => {
    await lockOwnCase(inner, caseId);
    await requireReport(inner, { caseId, reportId });
    const rows = await writing(inner.db)
      .updateTable('cases.sighting')
      .set({ answer })
      .where('report_id', '=', reportId)
      .where('item_id', 'in', items)
      .where('row_n', 'is not', null)
      .returning('row_n')
      .execute();
    if (rows.length === 0) throw errors('not-found');
    for (const { row_n } of rows)
      if (row_n !== null) await tellRow(inner, { caseId, reportId, n: row_n, answer });
    await recordEvent(inner, { caseId, act: 'rows-answered', code: answer });
  });
}

/** Tells what a hold kept back, now that it does not stand any more. Throws `cases.on-hold`. */
export async function tellNow(ctx: Ctx, caseId: string): Promise<void> {
  await atomically(ctx, async (inner) => {
    await tellKept(inner, await lockOwnCase(inner, caseId));
    await recordEvent(inner, { caseId, act: 'kept-told' });
  });
}

/** A note for whoever works on the case. */
export async function addNote(ctx: Ctx, { caseId, words }: { caseId: string; words: string }): Promise<void> {
  await atomically(ctx, async (inner) => {
    await lockOwnCase(inner, caseId);
    await recordEvent(inner, { caseId, act: 'note', words });
  });
}
