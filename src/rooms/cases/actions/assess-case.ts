// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { askSecond } from '#platform/auth';
import { atomically, type Ctx, personOf, type TxCtx } from '#platform/ctx';
import { isLang } from '#platform/i18n';
import { CATEGORIES, proposeDecision, REASONS } from '#ratings';
import { openAddress } from '../queries/addresses.ts';
import { requireNothingWaits } from '../queries/waiting-acts.ts';
import { isAbuse, moreCareful, type Needs, needsByClass, ratesHost } from '../rules/assessment.ts';
import type { Assessed } from '../schema.ts';
import { type AssessmentRow, writing } from '../tables.ts';
import { agree } from './agree-assessment.ts';
import { insertHold } from './hold-case.ts';
import { lockOwnCase } from './lock-case.ts';
import { tellReporters } from './outgoing.ts';
import { recordEvent, sealFor } from './record.ts';

/** Categories that a rating may name; the others say what kind of place a host is. */
export const RATED = CATEGORIES.filter(({ kind }) => kind === 'content' || kind === 'danger').map(
  ({ code }) => code,
);

/**
 * Says what a case is and what shall happen. A rating of a host is proposed in the same transaction; what is grave,
 * unsure, or asked for by the ratings room waits for a second person, anything else holds at once. Needs the keys of a
 * member of the desk where an address is rated. Answers who must agree. Throws `cases.act-waits` and what `ratings` throws.
 */
export async function assessCase(
  ctx: Ctx,
  caseId: string,
  input: Assessed & { lang: string },
): Promise<Needs> {
  return atomically(ctx, async (inner) => {
    await lockOwnCase(inner, caseId);
    await requireNothingWaits(inner, { caseId, act: 'case.assess' });
    const decision = await propose(inner, caseId, input);
    const needs = moreCareful(needsByClass(input), decision?.needs ?? 'none');
    const row = await insertAssessment(inner, { caseId, input, needs, decisionId: decision?.id ?? null });
    if (input.next === 'hold') await insertHold(inner, { caseId, words: input.words });
    await writing(inner.db)
      .updateTable('cases.case')
      .set({ state: 'acting' })
      .where('id', '=', caseId)
      .execute();
    await recordEvent(inner, { caseId, act: 'assessed', code: needs });
    await tellReporters(inner, caseId, { step: 'acting', code: 'checking' });
    if (needs === 'none') await agree(inner, row);
    else await askSecond(inner, { act: 'case.assess', payload: assessPayload(row) });
    return needs;
  });
}

/** Exactly what the second person agrees to. */
export function assessPayload(row: AssessmentRow) {
  const { id, case_id, words_id, harm, legal, severity, target, item_id, next, needs, decision_id } = row;
  return {
    caseId: case_id,
    subject: id,
    harm,
    legal,
    severity,
    target,
    item: item_id,
    next,
    needs,
    decision: decision_id,
    words: words_id,
  };
}

async function propose(ctx: TxCtx, caseId: string, input: Assessed & { lang: string }) {
  if (!ratesHost(input.target)) return null;
  const guarded = isAbuse(input.legal);
  const { host } = await openAddress(ctx, { caseId, itemId: input.item });
  // Of abuse nothing is ever said in public: no age, no category, no reason (H1).
  const open = {
    minAge: input.minAge ?? 0,
    categories: RATED.filter((code) => input.categories.includes(code)),
    reasons: REASONS.filter((reason) => input.reasons.includes(reason)),
    words: input.publicWords,
    wordsLang: isLang(input.lang) ? input.lang : null,
    blockEveryone: input.everyone !== undefined,
  };
  return proposeDecision(ctx, { host, scope: input.target, caseId, guarded, ...(guarded ? {} : open) });
}

interface NewAssessment {
  caseId: string;
  input: Assessed;
  needs: Needs;
  decisionId: string | null;
}

async function insertAssessment(
  ctx: TxCtx,
  { caseId, input, needs, decisionId }: NewAssessment,
): Promise<AssessmentRow> {
  const { harm, legal, severity, target, item, next, words } = input;
  return writing(ctx.db)
    .insertInto('cases.assessment')
    .values({
      id: randomUUID(),
      case_id: caseId,
      harm,
      legal,
      severity,
      target,
      item_id: target === 'none' || item === '' ? null : item,
      next,
      needs,
      state: 'waiting',
      by: personOf(ctx.actor),
      at: ctx.now,
      agreed_by: null,
      agreed_at: null,
      words_id: await sealFor(ctx, { caseId, kind: 'assessment', content: { v: 1, words } }),
      decision_id: decisionId,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}
