// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { atomically, type Ctx } from '#platform/ctx';
import { type AnyJob, defineJob } from '#platform/jobs';
import { SealError } from '#platform/seal';
import { deleteReport, endReceipt } from '../actions/delete-report.ts';
import { sweepDrafts } from '../drafts/draft-store.ts';
import { dayOf } from '../progress/clock.ts';
import { reading, writing } from '../tables.ts';

const BATCH = 500;

const sweep = defineJob({
  name: 'reports.sweep-drafts',
  payload: z.object({}),
  cron: '* * * * *',
  run: (ctx) => atomically(ctx, (inner) => sweepDrafts(inner.db, inner.now)),
});

const endCodes = defineJob({
  name: 'reports.end-codes',
  payload: z.object({}),
  cron: '20 1 * * *',
  run: endDueCodes,
});

const retention = defineJob({
  name: 'reports.retention',
  payload: z.object({}),
  cron: '40 1 * * *',
  run: deleteDueReports,
});

export const clocks: AnyJob[] = [sweep, endCodes, retention];

/** Ends the codes nobody came back to, and forgets those that ended a year ago. */
export async function endDueCodes(ctx: Ctx): Promise<void> {
  const today = dayOf(ctx.now);
  const due = await reading(ctx.db)
    .selectFrom('reports.receipt')
    .select('id')
    .where('access_until', '<=', today)
    .limit(BATCH)
    .execute();
  for (const { id } of due) await atomically(ctx, (inner) => endReceipt(inner, id));
  await atomically(ctx, async (inner) => {
    await writing(inner.db).deleteFrom('reports.receipt_ended').where('until', '<', today).execute();
    await writing(inner.db)
      .deleteFrom('reports.invitation')
      .where('until', '<', today)
      .where('opened_on', 'is', null)
      .execute();
  });
}

/** Deletes the reports whose time is over, each for itself: one under legal hold does not keep the others. */
export async function deleteDueReports(ctx: Ctx): Promise<void> {
  const due = await reading(ctx.db)
    .selectFrom('reports.report')
    .select('id')
    .where('delete_after', '<', dayOf(ctx.now))
    .limit(BATCH)
    .execute();
  for (const { id } of due) {
    try {
      await atomically(ctx, (inner) => deleteReport(inner, { reportId: id, rule: 'retention' }));
    } catch (error) {
      if (!(error instanceof SealError && error.code === 'seal.held')) throw error;
    }
  }
}
