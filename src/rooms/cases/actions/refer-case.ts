// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { askSecond } from '#platform/auth';
import { atomically, type Ctx, personOf, type TxCtx } from '#platform/ctx';
import { errors } from '../errors.ts';
import { openReferral, type ReferralContent, referralContent } from '../queries/referral-content.ts';
import { withoutLinks } from '../rules/address.ts';
import { labelOf } from '../rules/label.ts';
import {
  asksReference,
  type Body,
  mayMove,
  needsSecondToRefer,
  type ReferralState,
} from '../rules/referral.ts';
import type { Refer } from '../schema.ts';
import { type ReferralRow, writing } from '../tables.ts';
import { lockCase, lockOwnCase } from './lock-case.ts';
import { letReferralGo, tellReporters } from './outgoing.ts';
import { recordEvent, sealFor } from './record.ts';

/** Steps by which a reporter hears of a referral; a platform that shall take something down has nothing of theirs. */
const STEP_OF: Readonly<Record<Body, Parameters<typeof tellReporters>[2]>> = {
  police: { step: 'handed-over', code: 'police' },
  helpline: { step: 'handed-over', code: 'helpline' },
  'child-protection': { step: 'handed-over', code: 'child-protection' },
  school: { step: 'handed-over', code: 'school' },
  hotline: { step: 'handed-over', code: 'hotline' },
  platform: { step: 'acting', code: 'removal' },
  regulator: { step: 'handed-over', code: 'other' },
  other: { step: 'handed-over', code: 'other' },
};

/**
 * Writes a referral into the ledger. Against the wish of the child a second person has to agree first; otherwise a mail
 * leaves at once, and what was done by phone or by hand already is noted as sent, with their reference if there is one.
 * Needs the desk's keys. Throws `cases.on-hold`, `cases.bad-step` for a mail to somebody whose address nobody approved.
 */
export async function referCase(
  ctx: Ctx,
  caseId: string,
  input: Refer,
): Promise<{ id: string; waits: boolean }> {
  return atomically(ctx, async (inner) => {
    await lockOwnCase(inner, caseId);
    const content = await referralContent(inner, caseId, input);
    if (input.way === 'mail' && content.to.email === '') throw errors('bad-step');
    const waits = needsSecondToRefer(input.consent);
    const row = await insertReferral(inner, {
      caseId,
      input,
      content,
      state: waits ? 'drafted' : 'approved',
    });
    await recordEvent(inner, { caseId, act: 'referral-written', code: input.body });
    if (waits) {
      await askSecond(inner, { act: 'case.refer', payload: referPayload(row) });
      return { id: row.id, waits };
    }
    const done = input.way === 'mail' || input.done !== undefined || input.reference !== '';
    if (done) await go(inner, row, content);
    if (done && input.reference !== '') await noteReference(inner, row, input.reference);
    return { id: row.id, waits };
  });
}

/** Exactly what the second person agrees to. */
export function referPayload(row: ReferralRow) {
  const { id, case_id, words_id, body, way, consent } = row;
  return { caseId: case_id, subject: id, body, way, consent, shared: row.shared.join(' '), words: words_id };
}

/** The second person's yes: a mail leaves at once, anything else waits for the hand that does it. */
export async function approveReferral(ctx: TxCtx, row: ReferralRow): Promise<void> {
  await lockCase(ctx, row.case_id);
  if (row.state !== 'drafted') throw errors('act-changed');
  await setState(ctx, row.id, 'approved');
  await recordEvent(ctx, { caseId: row.case_id, act: 'referral-approved', code: row.body });
  if (row.way === 'mail') await go(ctx, row, await openReferral(ctx, { caseId: row.case_id, id: row.id }));
}

interface Move {
  caseId: string;
  id: string;
  to: ReferralState;
  reference: string;
  words: string;
}

/** Moves a line of the ledger. Throws `cases.bad-step` for a step that is not next, or lacks their reference. */
export async function moveReferral(ctx: Ctx, { caseId, id, to, reference, words }: Move): Promise<void> {
  await atomically(ctx, async (inner) => {
    await lockOwnCase(inner, caseId);
    const row = await findReferral(inner, { caseId, id });
    // What was drafted against somebody's wish waits for the second person, who approves it or sends it back.
    if (row.state === 'drafted' || !mayMove(row.state, to)) throw errors('bad-step');
    if (asksReference(to) && reference === '' && row.reference_id === null) throw errors('bad-step');
    if (to === 'sent') await go(inner, row, await openReferral(inner, { caseId, id }));
    else if (to === 'acknowledged' && reference !== '') await noteReference(inner, row, reference);
    else await setState(inner, row.id, to);
    await recordEvent(inner, { caseId, act: `referral-${to}`, code: row.body, words });
  });
}

async function go(ctx: TxCtx, row: ReferralRow, content: ReferralContent): Promise<void> {
  const { case_id: caseId, body } = row;
  const text = content.lines.map((line) => `${line.label}:\n${withoutLinks(line.text)}`).join('\n\n');
  const subject = ctx.t('cases.refer.mail-subject', { name: labelOf(caseId) });
  const mail = row.way === 'mail' ? { to: content.to.email, subject, text, purpose: 'referral' } : null;
  await letReferralGo(ctx, { caseId, body, mail });
  await setState(ctx, row.id, 'sent');
  await writing(ctx.db)
    .updateTable('cases.referral')
    .set({ sent_at: ctx.now })
    .where('id', '=', row.id)
    .execute();
  await writing(ctx.db)
    .updateTable('cases.case')
    .set({ state: 'waiting' })
    .where('id', '=', caseId)
    .execute();
  await recordEvent(ctx, { caseId, act: 'referred', code: body });
  await tellReporters(ctx, caseId, STEP_OF[body]);
}

/** Their reference: from now on the line is not red. */
async function noteReference(ctx: TxCtx, row: ReferralRow, reference: string): Promise<void> {
  const content = { v: 1, reference };
  await writing(ctx.db)
    .updateTable('cases.referral')
    .set({
      state: 'acknowledged',
      reference_id: await sealFor(ctx, { caseId: row.case_id, kind: 'referral', content }),
      changed_at: ctx.now,
    })
    .where('id', '=', row.id)
    .execute();
  await recordEvent(ctx, { caseId: row.case_id, act: 'reference', code: row.body, words: reference });
}

async function setState(ctx: TxCtx, id: string, state: ReferralState): Promise<void> {
  await writing(ctx.db)
    .updateTable('cases.referral')
    .set({ state, changed_at: ctx.now })
    .where('id', '=', id)
    .execute();
}

export async function findReferral(
  ctx: TxCtx,
  { caseId, id }: { caseId: string; id: string },
): Promise<ReferralRow> {
  const row = await writing(ctx.db)
    .selectFrom('cases.referral')
    .selectAll()
    .where('id', '=', id)
    .where('case_id', '=', caseId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw errors('not-found');
  return row;
}

interface NewReferral {
  caseId: string;
  input: Refer;
  content: ReferralContent;
  state: ReferralState;
}

async function insertReferral(
  ctx: TxCtx,
  { caseId, input, content, state }: NewReferral,
): Promise<ReferralRow> {
  const { body, way, consent, shared } = input;
  return writing(ctx.db)
    .insertInto('cases.referral')
    .values({
      id: randomUUID(),
      case_id: caseId,
      body,
      way,
      consent,
      shared,
      state,
      by: personOf(ctx.actor),
      at: ctx.now,
      sent_at: null,
      changed_at: ctx.now,
      answer_by: input.answerBy === '' ? null : input.answerBy,
      words_id: await sealFor(ctx, { caseId, kind: 'referral', content: { v: 1, ...content } }),
      reference_id: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}
