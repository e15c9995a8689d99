// SPDX-License-Identifier: EUPL-1.2
import { decideAct, findAct, finishAct } from '#platform/auth';
import { atomically, type Ctx, type TxCtx } from '#platform/ctx';
import { canonicalJson } from '#platform/seal';
import { maySecond } from '../access.ts';
import { errors } from '../errors.ts';
import { readAct, type WaitingAct, waitingActs } from '../queries/waiting-acts.ts';
import { type AssessmentRow, writing } from '../tables.ts';
import { agree, dropRating } from './agree-assessment.ts';
import { assessPayload } from './assess-case.ts';
import { liftHold } from './hold-case.ts';
import { lendContact } from './lend-contact.ts';
import { lockCase } from './lock-case.ts';
import { recordEvent } from './record.ts';
import { approveReferral, findReferral, referPayload } from './refer-case.ts';

/**
 * The second person's yes. What follows happens in the same transaction: a rating is published, a hold is lifted, a
 * referral leaves, a contact is lent. Throws `auth.act-ended` (decided, or over), `auth.act-second` for one's own,
 * `cases.not-allowed`, `cases.act-changed` when what it is about is no longer what was asked.
 */
export async function approveAct(ctx: Ctx, id: string): Promise<void> {
  await atomically(ctx, async (inner) => {
    const act = await actOf(inner, id);
    requireSecond(inner, act);
    await decideAct(inner, { id, decision: 'approved' });
    await carryOut(inner, act);
    await finishAct(inner.db, inner.now, id);
  });
}

/** The second person's no, with a reason that the first one reads. Throws as {@link approveAct} does. */
export async function returnAct(ctx: Ctx, { id, words }: { id: string; words: string }): Promise<void> {
  await atomically(ctx, async (inner) => {
    const act = await actOf(inner, id);
    requireSecond(inner, act);
    await decideAct(inner, { id, decision: 'refused' });
    await callOff(inner, act, 'returned');
    await recordEvent(inner, { caseId: act.caseId, act: 'act-returned', words });
    await bringUp(inner, act.caseId);
  });
}

/** The first person takes their own act back. Throws `auth.act-second` for anybody else, `auth.act-ended`. */
export async function withdrawAct(ctx: Ctx, id: string): Promise<void> {
  await atomically(ctx, async (inner) => {
    const act = await actOf(inner, id);
    await decideAct(inner, { id, decision: 'withdrawn' });
    await callOff(inner, act, 'withdrawn');
    await recordEvent(inner, { caseId: act.caseId, act: 'act-withdrawn' });
  });
}

/** Calls off what nobody confirmed in time, or what somebody asked for who left; its case comes up again. For the clock. */
export async function endOldActs(ctx: Ctx): Promise<void> {
  await atomically(ctx, async (inner) => {
    const assessments = await writing(inner.db)
      .selectFrom('cases.assessment')
      .select(['id', 'case_id'])
      .where('state', '=', 'waiting')
      .execute();
    const referrals = await writing(inner.db)
      .selectFrom('cases.referral')
      .select(['id', 'case_id'])
      .where('state', '=', 'drafted')
      .execute();
    // Looked up last, so that what somebody asks for in this moment is not taken for old.
    const open = new Set((await waitingActs(inner.db, inner.now)).map(({ subject }) => subject));
    const isOver = ({ id }: { id: string }) => !open.has(id);
    for (const { id, case_id: caseId } of assessments.filter(isOver)) {
      await lockCase(inner, caseId);
      if (await expireAssessment(inner, id)) await noteOver(inner, caseId);
    }
    for (const { id, case_id: caseId } of referrals.filter(isOver)) {
      await lockCase(inner, caseId);
      if (await failReferral(inner, id)) await noteOver(inner, caseId);
    }
  });
}

/** The clock may not decide about ratings; a proposal that nobody released publishes nothing. */
async function expireAssessment(ctx: TxCtx, id: string): Promise<boolean> {
  const { numUpdatedRows } = await writing(ctx.db)
    .updateTable('cases.assessment')
    .set({ state: 'expired' })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function noteOver(ctx: TxCtx, caseId: string): Promise<void> {
  await recordEvent(ctx, { caseId, act: 'act-expired' });
  await bringUp(ctx, caseId);
}

async function bringUp(ctx: TxCtx, caseId: string): Promise<void> {
  await writing(ctx.db)
    .updateTable('cases.case')
    .set({ news: 'returned', news_at: ctx.now, later_until: null })
    .where('id', '=', caseId)
    .where('state', '<>', 'closed')
    .execute();
}

async function actOf(ctx: TxCtx, id: string): Promise<WaitingAct> {
  const [act] = readAct(await findAct(ctx.db, ctx.now, id));
  if (act === undefined) throw errors('not-found');
  await lockCase(ctx, act.caseId);
  return act;
}

function requireSecond(ctx: TxCtx, act: WaitingAct): void {
  if (!maySecond(ctx.actor, act)) throw errors('not-allowed');
}

async function carryOut(ctx: TxCtx, act: WaitingAct): Promise<void> {
  const { caseId, subject } = act;
  switch (act.act) {
    case 'case.assess': {
      const row = await waitingAssessment(ctx, subject);
      requireSame(act, assessPayload(row));
      return agree(ctx, row);
    }
    case 'case.refer': {
      const row = await findReferral(ctx, { caseId, id: subject });
      requireSame(act, referPayload(row));
      return approveReferral(ctx, row);
    }
    case 'case.lift-hold':
      return liftHold(ctx, { caseId, holdId: subject });
    case 'case.lend-contact':
      return lendContact(ctx, { caseId, reportId: subject, person: act.person ?? act.askedBy });
  }
}

/** What lies in the tables must be what was written down when the second person was asked. */
function requireSame({ payload }: WaitingAct, now: Readonly<Record<string, unknown>>): void {
  if (canonicalJson(now) !== canonicalJson(payload)) throw errors('act-changed');
}

async function callOff(
  ctx: TxCtx,
  { act, subject }: WaitingAct,
  state: 'returned' | 'withdrawn',
): Promise<void> {
  if (act === 'case.refer') await failReferral(ctx, subject);
  if (act !== 'case.assess') return;
  const row = await waitingAssessment(ctx, subject);
  await writing(ctx.db).updateTable('cases.assessment').set({ state }).where('id', '=', row.id).execute();
  await dropRating(ctx, row);
}

/** Answers whether it was still waiting. */
async function failReferral(ctx: TxCtx, id: string): Promise<boolean> {
  const { numUpdatedRows } = await writing(ctx.db)
    .updateTable('cases.referral')
    .set({ state: 'failed', changed_at: ctx.now })
    .where('id', '=', id)
    .where('state', '=', 'drafted')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function waitingAssessment(ctx: TxCtx, id: string): Promise<AssessmentRow> {
  const row = await writing(ctx.db)
    .selectFrom('cases.assessment')
    .selectAll()
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw errors('act-changed');
  return row;
}
