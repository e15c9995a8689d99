// SPDX-License-Identifier: EUPL-1.2

import type { TxCtx } from '#platform/ctx';
import { type Mail, queueMail } from '#platform/mail';
import { dueAt, readInstallation } from '#platform/setup';
import { releaseDecision } from '#ratings';
import { reportFacts, STEP_CODES, sendMessage, tellReporter } from '#reports';
import { errors } from '../errors.ts';
import { isHeld } from '../queries/hold.ts';
import { reportIds } from '../queries/reports.ts';
import type { Priority } from '../rules/priority.ts';
import type { Body } from '../rules/referral.ts';
import { type CaseRow, type RowAnswer, writing } from '../tables.ts';

// Everything of a case that leaves the desk leaves through this file, and while the police hold the case nothing does
// (H2). A test sees to it that no other file of the room opens the doors used here.

type Telling = Parameters<typeof tellReporter>[1];
type Said = Pick<Telling, 'step' | 'code' | 'n'>;

/** By when the reporter hears again after a step, measured like a report of that priority. */
const NEXT_WORD: Partial<Record<Telling['step'], Priority>> = {
  read: 'p2',
  reopened: 'p2',
  acting: 'p3',
  'stop-refused': 'p3',
  'handed-over': 'p4',
  waiting: 'p4',
};

async function requireMayLeave(ctx: TxCtx, caseId: string): Promise<void> {
  if (await isHeld(ctx.db, caseId, ctx.now)) throw errors('on-hold');
}

/**
 * Tells every reporter of a case the same step. Under a hold the last step is kept back instead; {@link tellKept} says
 * it when a person wants it said.
 */
export async function tellReporters(ctx: TxCtx, caseId: string, said: Said): Promise<void> {
  const held = await isHeld(ctx.db, caseId, ctx.now);
  const kept = held
    ? { kept_step: said.step, kept_code: said.code ?? null }
    : { kept_step: null, kept_code: null };
  const next = await promiseAfter(ctx, said);
  await writing(ctx.db)
    .updateTable('cases.case')
    .set({ ...kept, ...(next === null ? {} : { due_at: next }) })
    .where('id', '=', caseId)
    .execute();
  if (held) return;
  for (const reportId of await reportIds(ctx, caseId)) await tell(ctx, reportId, { ...said, next });
}

/** Tells what a hold kept back. Throws `cases.on-hold` while it stands; does nothing where nothing was kept. */
export async function tellKept(ctx: TxCtx, { id, kept_step: step, kept_code: code }: CaseRow): Promise<void> {
  await requireMayLeave(ctx, id);
  if (step === null || !isStep(step)) return;
  await tellReporters(ctx, id, { step, ...(code === null ? {} : { code }) });
}

const isStep = (step: string): step is Telling['step'] => Object.hasOwn(STEP_CODES, step);

async function promiseAfter(ctx: TxCtx, { step }: Said): Promise<Date | null> {
  const next = NEXT_WORD[step];
  return next === undefined ? null : dueAt(await readInstallation(ctx.db), next, ctx.now);
}

/** `next` is by when the reporter hears again; null leaves it to the step. */
function tell(ctx: TxCtx, reportId: string, { next, ...said }: Said & { next: Date | null }): Promise<void> {
  return tellReporter(ctx, { ...said, reportId, ...(next === null ? {} : { dueAt: next }) });
}

/** Tells those reporters of a case who do not know it yet that a person reads it. */
export async function tellRead(ctx: TxCtx, caseId: string): Promise<void> {
  if (await isHeld(ctx.db, caseId, ctx.now)) return;
  const next = await promiseAfter(ctx, { step: 'read' });
  for (const reportId of await reportIds(ctx, caseId)) {
    const { opened } = await reportFacts(ctx, reportId);
    if (!opened) await tell(ctx, reportId, { step: 'read', next });
  }
}

/** Brings a report that joined a case to where its other reporters are. */
export async function tellSame(
  ctx: TxCtx,
  { caseId, as, reportId }: { caseId: string; as: string; reportId: string },
) {
  if (await isHeld(ctx.db, caseId, ctx.now)) return;
  const { steps } = await reportFacts(ctx, as);
  const last = steps.findLast(({ row, step }) => row === null && step !== 'received' && step !== 'answered');
  if (last === undefined) return;
  const { step, code, n } = last;
  await tellReporter(ctx, {
    reportId,
    step,
    ...(code === null ? {} : { code }),
    ...(n === null ? {} : { n }),
  });
}

/** Tells one reporter that a question waits for them. Throws `cases.on-hold`. */
export async function askReporter(
  ctx: TxCtx,
  { caseId, reportId }: { caseId: string; reportId: string },
): Promise<void> {
  await requireMayLeave(ctx, caseId);
  await tellReporter(ctx, { reportId, step: 'question' });
}

/** Tells one reporter that we cannot stop; the others of the case never asked. Throws `cases.on-hold`. */
export async function tellRefused(
  ctx: TxCtx,
  { caseId, reportId }: { caseId: string; reportId: string },
): Promise<void> {
  await requireMayLeave(ctx, caseId);
  await tell(ctx, reportId, {
    step: 'stop-refused',
    next: await promiseAfter(ctx, { step: 'stop-refused' }),
  });
}

/** Answers one row of a company's list. Throws `cases.on-hold`. */
export async function tellRow(
  ctx: TxCtx,
  row: { caseId: string; reportId: string; n: number; answer: RowAnswer },
): Promise<void> {
  await requireMayLeave(ctx, row.caseId);
  await tellReporter(ctx, { reportId: row.reportId, step: `row-${row.answer}`, row: row.n });
}

/** Writes to one reader of a report. Throws `cases.on-hold`, and what `reports` throws. */
export async function writeToReporter(
  ctx: TxCtx,
  { caseId, ...letter }: { caseId: string } & Parameters<typeof sendMessage>[1],
): Promise<void> {
  await requireMayLeave(ctx, caseId);
  await sendMessage(ctx, letter);
}

/** Queues a mail about a case, e.g. "You have a message". Throws `cases.on-hold`. */
export async function mailAbout(ctx: TxCtx, caseId: string, mail: Mail): Promise<void> {
  await requireMayLeave(ctx, caseId);
  await queueMail(ctx, mail);
}

/** Publishes what a person decided about a host. Throws `cases.on-hold`, and what `ratings` throws. */
export async function publishRating(ctx: TxCtx, caseId: string, decisionId: string): Promise<void> {
  await requireMayLeave(ctx, caseId);
  await releaseDecision(ctx, decisionId);
}

/** Lets a referral go. The police are the one body that a hold does not keep out. Throws `cases.on-hold`. */
export async function letReferralGo(
  ctx: TxCtx,
  { caseId, body, mail }: { caseId: string; body: Body; mail: Mail | null },
): Promise<void> {
  if (body !== 'police') await requireMayLeave(ctx, caseId);
  if (mail !== null) await queueMail(ctx, mail);
}
