// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import type { TxCtx } from '#platform/ctx';
import { dueAt, type Installation, readInstallation } from '#platform/setup';
import { errors } from '../errors.ts';
import type { Priority } from '../form/priority.ts';
import { dayAfter, toMinute } from '../progress/clock.ts';
import { fits, type StepName } from '../progress/steps.ts';
import { writing } from '../tables.ts';

export interface Telling {
  reportId: string;
  step: StepName;
  /** One of `STEP_CODES[step]`; throws TypeError for another. */
  code?: string;
  /** A number for the words, e.g. how many links. */
  n?: number;
  /** A row of a company's list, from 1; left out for the whole report. */
  row?: number;
  /** By when the reporter hears next; left out, the roster's promise for this kind of step. */
  dueAt?: Date | null;
}

/** How soon we write again after a step, measured like a report of that priority. Ends promise nothing. */
const NEXT_WORD: Partial<Record<StepName, Priority>> = {
  read: 'p2',
  answered: 'p2',
  reopened: 'p2',
  'other-person': 'p2',
  acting: 'p3',
  'stop-refused': 'p3',
  'handed-over': 'p4',
  waiting: 'p4',
};

/** After this outcome there was nothing to act on, so the report is deleted sooner. */
const NOTHING = ['nothing-found', 'not-against-rules'];

/**
 * Writes one step for every receipt of a report, in the caller's transaction, so that a state never changes
 * without being told. `finished` and `not-for-us` start the clock of deletion; `reopened` stops it.
 */
export async function tellReporter(ctx: TxCtx, telling: Telling): Promise<void> {
  const { reportId, step, code = null } = telling;
  if (!fits(step, code)) throw new TypeError(`step ${step} has no code ${code}`);
  const receipts = await writing(ctx.db)
    .selectFrom('reports.receipt')
    .select('id')
    .where('report_id', '=', reportId)
    .execute();
  const site = await readInstallation(ctx.db);
  for (const { id } of receipts) await addStep(ctx, { ...telling, site, receiptId: id });
  if (telling.row === undefined) await moveClock(ctx, telling, site);
}

/** One step for one receipt. */
export async function addStep(
  ctx: TxCtx,
  step: Telling & { receiptId: string; site: Installation },
): Promise<void> {
  const next = NEXT_WORD[step.step];
  const promised = next === undefined || step.code === 'you' ? null : dueAt(step.site, next, ctx.now);
  await writing(ctx.db)
    .insertInto('reports.step')
    .values({
      id: randomUUID(),
      report_id: step.reportId,
      receipt_id: step.receiptId,
      step: step.step,
      code: step.code ?? null,
      n: step.n ?? null,
      row_n: step.row ?? null,
      due_at: step.dueAt === undefined ? promised : step.dueAt,
      at: toMinute(ctx.now),
    })
    .execute();
}

async function moveClock(ctx: TxCtx, { reportId, step, code }: Telling, site: Installation): Promise<void> {
  const ends = step === 'finished' || step === 'not-for-us';
  if (!ends && step !== 'reopened') return;
  const { closedDays, notActionableDays } = site.retention;
  const days = NOTHING.includes(code ?? '') ? notActionableDays : closedDays;
  const { numUpdatedRows } = await writing(ctx.db)
    .updateTable('reports.report')
    .set(
      ends
        ? { state: 'finished', delete_after: dayAfter(ctx.now, days) }
        : { state: 'open', delete_after: null },
    )
    .where('id', '=', reportId)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw errors('not-found');
}
