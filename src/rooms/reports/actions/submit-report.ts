// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx, type TxCtx } from '#platform/ctx';
import { setCookie } from '#platform/http';
import type { Lang } from '#platform/i18n';
import { deriveSession } from '#platform/seal';
import { dueAt, type Installation } from '#platform/setup';
import type { Draft, Shown } from '../drafts/draft.ts';
import {
  type DraftPlace,
  letShow,
  lockDraft,
  readDraft,
  startDraft,
  writeDraft,
} from '../drafts/draft-store.ts';
import type { Answers } from '../form/answers.ts';
import { isAnswered, onTheWay, stepsOf } from '../form/flow.ts';
import { priorityOf } from '../form/priority.ts';
import { toMinute } from '../progress/clock.ts';
import { type PreparedReceipt, prepareReceipt } from './prepare-receipt.ts';
import { storeReport } from './store-report.ts';

export interface Submission {
  place: DraftPlace;
  site: Installation;
  lang: Lang;
  /** "Send now with what I have written": questions may be open. Otherwise an unfinished form is not sent. */
  early: boolean;
}

/**
 * Sends what the draft holds and answers with the cookie line that leads to the code, or null when there is
 * nothing to send. Sent twice, the second gives the same code and makes no second report.
 */
export async function submitReport(ctx: Ctx, submission: Submission): Promise<string | null> {
  const before = await readDraft(ctx.db, submission.place, ctx.now);
  if (!isForm(before)) return atomically(ctx, (inner) => leadOn(inner, before));
  // Nobody reads a demonstration, so nothing of it is kept (H12).
  const receipt = submission.site.kind === 'demo' ? null : await prepareReceipt(ctx.db);
  return atomically(ctx, async (inner) => {
    const draft = await lockDraft(inner.db, submission.place, inner.now);
    if (!isForm(draft)) return leadOn(inner, draft);
    if (!submission.early && !isWhole(draft.answers)) return null;
    const shown = await keep(inner, { ...submission, receipt, answers: draft.answers });
    const { token, cookie } = await startDraft(inner.db, inner.now, shown);
    await writeDraft(inner.db, submission.place, { now: inner.now, draft: { kind: 'sent', token } });
    return cookie;
  });
}

function isForm(draft: Draft | 'over' | null): draft is Extract<Draft, { kind: 'form' }> {
  return draft !== null && draft !== 'over' && draft.kind === 'form';
}

async function leadOn(ctx: TxCtx, draft: Draft | 'over' | null): Promise<string | null> {
  if (draft === null || draft === 'over' || draft.kind !== 'sent') return null;
  using place = deriveSession(draft.token);
  await letShow(ctx.db, place, ctx.now);
  return setCookie('__Host-rowan', draft.token);
}

/** Whether every question on the way has its answer. */
function isWhole(answers: Answers): boolean {
  return stepsOf(answers).every((step) => step === 'check' || isAnswered(answers, step));
}

interface Kept extends Submission {
  answers: Answers;
  receipt: PreparedReceipt | null;
}

async function keep(ctx: TxCtx, { answers, receipt, site, lang }: Kept): Promise<Shown> {
  const receivedAt = toMinute(ctx.now);
  const due = dueAt(site, priorityOf(answers), receivedAt);
  const stored =
    receipt === null ? null : await storeReport(ctx, { answers, receipt, site, lang, receivedAt, due });
  const said = onTheWay(answers);
  const company = answers.who === 'company';
  return {
    kind: 'shown',
    role: company ? 'company' : 'main',
    code: receipt?.code ?? null,
    young: answers.who === 'under-13',
    invitation: stored?.invitation ?? null,
    reference: stored?.reference ?? null,
    wrote: company ? [] : [said.where?.text ?? '', said.more ?? ''].filter((words) => words !== ''),
    receivedAt,
    dueAt: due,
    worded: false,
    thanked: false,
  };
}
