// SPDX-License-Identifier: EUPL-1.2

import { atomically, type Ctx, personOf, type TxCtx } from '#platform/ctx';
import { publish } from '#platform/jobs';
import { readInstallation } from '#platform/setup';
import { decisionsOf } from '#ratings';
import { mayWork } from '../access.ts';
import { errors } from '../errors.ts';
import { caseClosed } from '../events.ts';
import { isHeld } from '../queries/hold.ts';
import { ledgerOf } from '../queries/ledger.ts';
import { waitingActs } from '../queries/waiting-acts.ts';
import { type CloseProblem, closeProblems, type Outcome, stepOf, type Untold } from '../rules/closing.ts';
import { isHandedOver } from '../rules/referral.ts';
import { type CaseRow, writing } from '../tables.ts';
import { lockCase, lockOwnCase } from './lock-case.ts';
import { tellReporters } from './outgoing.ts';
import { count, recordEvent } from './record.ts';

const DAY = 86_400_000;
/** After these there was nothing to act on, so the case is kept for a shorter time. */
const NOTHING: readonly Outcome[] = ['nothing-found', 'not-against-rules'];

interface Closing {
  caseId: string;
  outcome: Outcome;
  untold: Untold | null;
  words: string;
}

/** Ends a case, and tells its reporters how. Answers what keeps it open; while there is anything, nothing changed. */
export async function closeCase(ctx: Ctx, closing: Closing): Promise<CloseProblem[]> {
  return atomically(ctx, async (inner) => {
    const { caseId, outcome, untold, words } = closing;
    const found = await lockOwnCase(inner, caseId);
    const problems = await problemsOf(inner, found, closing);
    if (problems.length > 0) return problems;
    await writing(inner.db)
      .updateTable('cases.case')
      .set({
        state: 'closed',
        closed_at: inner.now,
        outcome,
        untold,
        assigned_to: null,
        assigned_at: null,
        later_until: null,
        news: null,
        news_at: null,
        delete_after: await deleteAfter(inner, closing),
      })
      .where('id', '=', caseId)
      .execute();
    // With no safe way to tell, the page behind the code says only that it is finished.
    const { step, code } = stepOf(outcome);
    await tellReporters(inner, caseId, untold === null ? { step, code } : { step: 'finished' });
    await publish(inner.db, caseClosed, { caseId, outcome });
    await count(inner, `outcome.${outcome}`);
    await recordEvent(inner, { caseId, act: 'closed', code: outcome, words });
    return [];
  });
}

async function problemsOf(ctx: TxCtx, found: CaseRow, { outcome, untold }: Closing): Promise<CloseProblem[]> {
  const support = await writing(ctx.db)
    .selectFrom('cases.support')
    .select('ended_at')
    .where('case_id', '=', found.id)
    .executeTakeFirst();
  const decisions = await decisionsOf(ctx.db, found.id);
  return closeProblems({
    outcome,
    untold,
    told: found.told_at !== null,
    held: await isHeld(ctx.db, found.id, ctx.now),
    waitsForSecond: (await waitingActs(ctx.db, ctx.now, found.id)).length > 0,
    supportOn: support !== undefined && support.ended_at === null,
    handedOver: isHandedOver(await ledgerOf(ctx.db, found.id)),
    rated: decisions.some(({ state, guarded }) => state === 'released' && !guarded),
  });
}

/** The day of its reports: the clock of a report that was not told the outcome is the longer one. */
async function deleteAfter(ctx: TxCtx, { outcome, untold }: Closing): Promise<string> {
  const { retention } = await readInstallation(ctx.db);
  const soon = untold === null && NOTHING.includes(outcome);
  const days = soon ? retention.notActionableDays : retention.closedDays;
  return new Date(ctx.now.getTime() + days * DAY).toISOString().slice(0, 10);
}

/** What a case that was closed looks like when it is open again. */
export const OPEN_AGAIN = {
  state: 'reading' as const,
  assigned_to: null,
  assigned_at: null,
  closed_at: null,
  outcome: null,
  untold: null,
  told_at: null,
  delete_after: null,
};

/** Opens a closed case again, for whoever does it. Throws `cases.not-closed`. */
export async function reopenCase(
  ctx: Ctx,
  { caseId, words }: { caseId: string; words: string },
): Promise<void> {
  if (!mayWork(ctx.actor)) throw errors('not-allowed');
  await atomically(ctx, async (inner) => {
    const found = await lockCase(inner, caseId);
    if (found.state !== 'closed') throw errors('not-closed');
    await writing(inner.db)
      .updateTable('cases.case')
      .set({ ...OPEN_AGAIN, assigned_to: personOf(inner.actor), assigned_at: inner.now })
      .where('id', '=', caseId)
      .execute();
    await recordEvent(inner, { caseId, act: 'reopened', words });
    await tellReporters(inner, caseId, { step: 'reopened' });
  });
}
