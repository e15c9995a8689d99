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
  run: (ctx) => endDueCodes(ctx),
});

const retention = defineJob({
  name: 'reports.retention',
  payload: z.object({}),
  cron: '40 1 * * *',
  run: (ctx) => deleteDueReports(ctx),
});

export const clocks: AnyJob[] = [sweep, endCodes, retention];

/** Ends the codes nobody came back to, and forgets those that ended a year ago. */
export async function endDueCodes(ctx: Ctx, batch = BATCH): Promise<void> {
  const today = dayOf(ctx.now);
  for (;;) {
    const due = await reading(ctx.db)
      .selectFrom('reports.receipt')
      .select('id')
      .where('access_until', '<=', today)
      .limit(batch)
      .execute();
    for (const { id } of due) await atomically(ctx, (inner) => endReceipt(inner, id));
    if (due.length < batch) break;
  }
  await atomically(ctx, async (inner) => {
    await writing(inner.db).deleteFrom('reports.receipt_ended').where('until', '<', today).execute();
    await writing(inner.db)
      .deleteFrom('reports.invitation')
      .where('until', '<', today)
      .where('opened_on', 'is', null)
      .execute();
  });
}

/**
 * Deletes the reports whose time is over, each for itself: one under legal hold keeps no other, neither the next nor,
 * where many are held, those of the next batch.
 */
export async function deleteDueReports(ctx: Ctx, batch = BATCH): Promise<void> {
  let last: string | null = null;
  do {
    const due: { id: string }[] = await dueReports(ctx, last, batch);
    for (const { id } of due) {
      try {
        await atomically(ctx, (inner) => deleteReport(inner, { reportId: id, rule: 'retention' }));
      } catch (error) {
        if (!(error instanceof SealError && error.code === 'seal.held')) throw error;
      }
    }
    last = due.length < batch ? null : (due.at(-1)?.id ?? null);
  } while (last !== null);
}

function dueReports(ctx: Ctx, after: string | null, batch: number) {
  const due = reading(ctx.db)
    .selectFrom('reports.report')
    .select('id')
    .where('delete_after', '<', dayOf(ctx.now))
    .orderBy('id')
    .limit(batch);
  return (after === null ? due : due.where('id', '>', after)).execute();
}
