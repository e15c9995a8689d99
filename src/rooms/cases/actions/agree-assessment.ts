// SPDX-License-Identifier: EUPL-1.2

import { atomically, type Ctx, personOf, type TxCtx } from '#platform/ctx';
import { publish } from '#platform/jobs';
import { undoDecision } from '#ratings';
import { mayRead } from '../access.ts';
import { errors } from '../errors.ts';
import { caseConfirmed } from '../events.ts';
import { isHeld } from '../queries/hold.ts';
import { isAbuse } from '../rules/assessment.ts';
import { type AssessmentRow, writing } from '../tables.ts';
import { lockCase, lockOwnCase } from './lock-case.ts';
import { publishRating, tellReporters } from './outgoing.ts';
import { recordEvent } from './record.ts';

/** Makes an assessment hold: it takes the place of the one before, and what it rates is published unless the police hold the case. */
export async function agree(ctx: TxCtx, row: AssessmentRow): Promise<void> {
  const { case_id: caseId, harm, legal, severity } = row;
  await writing(ctx.db)
    .updateTable('cases.assessment')
    .set({ state: 'replaced' })
    .where('case_id', '=', caseId)
    .where('state', '=', 'agreed')
    .execute();
  await writing(ctx.db)
    .updateTable('cases.assessment')
    .set({
      state: 'agreed',
      agreed_at: ctx.now,
      agreed_by: row.needs === 'none' ? null : personOf(ctx.actor),
    })
    .where('id', '=', row.id)
    .execute();
  await writing(ctx.db)
    .updateTable('cases.case')
    .set({ harm, legal, severity })
    .where('id', '=', caseId)
    .execute();
  await publish(ctx.db, caseConfirmed, { caseId, harm, severity });
  await recordEvent(ctx, { caseId, act: 'agreed' });
  const held = await isHeld(ctx.db, caseId, ctx.now);
  if (row.decision_id !== null && !held) await release(ctx, row, row.decision_id);
}

interface Rated {
  caseId: string;
  /** The assessment. */
  id: string;
}

/**
 * Publishes the rating of an agreed assessment that a hold kept back. Throws `cases.no-rating`, `cases.on-hold`, `cases.closed`, and
 * what `ratings` throws: `ratings.needs-second` for whoever proposed what needs two, `ratings.not-waiting` the second time.
 */
export async function releaseRating(ctx: Ctx, rated: Rated): Promise<void> {
  await atomically(ctx, async (inner) => {
    if (!mayRead(inner.actor)) throw errors('not-allowed');
    const { state } = await lockCase(inner, rated.caseId);
    if (state === 'closed') throw errors('closed');
    const row = await ratedBy(inner, rated);
    if (row.state !== 'agreed') throw errors('no-rating');
    await release(inner, row, row.decision_id);
  });
}

async function release(ctx: TxCtx, row: AssessmentRow, decisionId: string): Promise<void> {
  await publishRating(ctx, row.case_id, decisionId);
  await recordEvent(ctx, { caseId: row.case_id, act: 'released' });
  // That a host of the abuse classes is blocked is said to nobody, not even to who reported it (H1).
  const step = { step: 'acting' as const };
  await tellReporters(ctx, row.case_id, isAbuse(row.legal) ? step : { ...step, code: 'rating' });
}

/** Takes a rating back; on every guard as fast as it came. Throws `cases.no-rating` and what `ratings` throws. */
export async function undoRating(ctx: Ctx, rated: Rated): Promise<void> {
  await atomically(ctx, async (inner) => {
    await lockOwnCase(inner, rated.caseId);
    const row = await ratedBy(inner, rated);
    await undoDecision(inner, row.decision_id);
    await recordEvent(inner, { caseId: rated.caseId, act: 'undone' });
    await tellReporters(inner, rated.caseId, { step: 'acting', code: 'checking' });
  });
}

/** Withdraws the proposed rating of an assessment that did not come to hold. */
export async function dropRating(ctx: TxCtx, { decision_id }: AssessmentRow): Promise<void> {
  if (decision_id !== null) await undoDecision(ctx, decision_id);
}

async function ratedBy(ctx: TxCtx, { caseId, id }: Rated): Promise<AssessmentRow & { decision_id: string }> {
  const row = await writing(ctx.db)
    .selectFrom('cases.assessment')
    .selectAll()
    .where('id', '=', id)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  if (row === undefined || row.decision_id === null) throw errors('no-rating');
  return { ...row, decision_id: row.decision_id };
}
