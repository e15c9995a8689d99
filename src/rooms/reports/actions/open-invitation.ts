// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { atomically, type Ctx, type TxCtx } from '#platform/ctx';
import { publish } from '#platform/jobs';
import { pageTokenHash, readPageToken } from '#platform/seal';
import { readInstallation } from '#platform/setup';
import { startDraft } from '../drafts/draft-store.ts';
import { reportAdded } from '../events.ts';
import { dayOf } from '../progress/clock.ts';
import { reading, writing } from '../tables.ts';
import { insertReceipt } from './insert-receipt.ts';
import { prepareReceipt } from './prepare-receipt.ts';

/** Whether a slip can still be opened. */
export async function isInvitationOpen(ctx: Ctx, token: string): Promise<boolean> {
  if (readPageToken(token) === null) return false;
  const row = await reading(ctx.db)
    .selectFrom('reports.invitation')
    .select('until')
    .where('token_hash', '=', pageTokenHash(token))
    .where('opened_on', 'is', null)
    .where('until', '>=', dayOf(ctx.now))
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Opens the slip for the child: makes its own code, shown only to whoever opened it, and answers with the
 * cookie line that leads there. Null when the slip was opened before, or is too old (H7).
 */
export async function openInvitation(ctx: Ctx, token: string): Promise<string | null> {
  if (!(await isInvitationOpen(ctx, token))) return null;
  const receipt = await prepareReceipt(ctx.db);
  const site = await readInstallation(ctx.db);
  return atomically(ctx, async (inner) => {
    const invitation = await writing(inner.db)
      .updateTable('reports.invitation')
      .set({ opened_on: dayOf(inner.now) })
      .where('token_hash', '=', pageTokenHash(token))
      .where('opened_on', 'is', null)
      .returning('report_id')
      .executeTakeFirst();
    if (invitation === undefined) return null;
    const reportId = invitation.report_id;
    await insertReceipt(inner, { receipt, reportId, role: 'child', site });
    await copySteps(inner, reportId, receipt.id);
    await publish(inner.db, reportAdded, { reportId, role: 'child', what: 'child' });
    inner.audit({ act: 'report.invitation', kind: 'report', id: reportId });
    const { received_at, due_at } = await timesOf(inner, reportId);
    const { cookie } = await startDraft(inner.db, inner.now, {
      kind: 'shown',
      role: 'child',
      code: receipt.code,
      young: false,
      invitation: null,
      reference: null,
      wrote: [],
      receivedAt: received_at,
      dueAt: due_at,
      worded: false,
      thanked: false,
    });
    return cookie;
  });
}

function timesOf(ctx: TxCtx, reportId: string) {
  return writing(ctx.db)
    .selectFrom('reports.report')
    .select(['received_at', 'due_at'])
    .where('id', '=', reportId)
    .executeTakeFirstOrThrow();
}

// Both codes read the same steps, from the first one on. What was answered to the other is not among them.
async function copySteps(ctx: TxCtx, reportId: string, receiptId: string): Promise<void> {
  const rows = await writing(ctx.db)
    .selectFrom('reports.step as step')
    .innerJoin('reports.receipt as receipt', 'receipt.id', 'step.receipt_id')
    .select(['step.step', 'step.code', 'step.n', 'step.row_n', 'step.due_at', 'step.at'])
    .where('step.report_id', '=', reportId)
    .where('receipt.role', '=', 'main')
    .where('step.step', '<>', 'answered')
    .orderBy('step.seq')
    .execute();
  const values = rows.map((row) => ({
    ...row,
    id: randomUUID(),
    report_id: reportId,
    receipt_id: receiptId,
  }));
  if (values.length > 0) await writing(ctx.db).insertInto('reports.step').values(values).execute();
}
