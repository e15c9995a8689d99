// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx, type TxCtx } from '#platform/ctx';
import { publish } from '#platform/jobs';
import { keyringOf, sealObject } from '#platform/seal';
import { readInstallation } from '#platform/setup';
import { errors } from '../errors.ts';
import { reportAdded, reportMessage, reportStopAsked } from '../events.ts';
import { findAddresses } from '../form/addresses.ts';
import { isAct } from '../form/flow.ts';
import type { Intent } from '../form/intent.ts';
import type { Quick, Reply } from '../form/reply.ts';
import { toMinute } from '../progress/clock.ts';
import { AGAIN_DAYS } from '../progress/progress.ts';
import { hasActed, isStep } from '../progress/steps.ts';
import { type ReceiptRole, writing } from '../tables.ts';
import { count } from './count.ts';
import { readersOf } from './restrict-report.ts';
import { addStep, tellReporter } from './tell-reporter.ts';

/** Whose code was given: the receipt and its report. */
export interface Writer {
  receiptId: string;
  reportId: string;
  role: ReceiptRole;
}

/** An answer to the desk, in words or by a ready answer. */
export async function writeMessage(
  ctx: Ctx,
  writer: Writer,
  said: { words: string; quick: Quick | null },
): Promise<void> {
  await atomically(ctx, async (inner) => {
    await sealReply(inner, writer, { kind: 'answer', ...said });
    await answerQuestion(inner, writer);
    await publish(inner.db, reportMessage, { reportId: writer.reportId, role: writer.role, wish: 'answer' });
  });
}

/** More about what happened: words and addresses. */
export async function addMore(ctx: Ctx, writer: Writer, words: string): Promise<void> {
  await atomically(ctx, async (inner) => {
    await sealReply(inner, writer, { kind: 'more', words });
    await publish(inner.db, reportAdded, { reportId: writer.reportId, role: writer.role, what: 'words' });
  });
}

/** "I want to talk with another person." */
export async function askOtherPerson(ctx: Ctx, writer: Writer): Promise<void> {
  await atomically(ctx, async (inner) => {
    await sealReply(inner, writer, { kind: 'other-person' });
    await publish(inner.db, reportMessage, {
      reportId: writer.reportId,
      role: writer.role,
      wish: 'other-person',
    });
  });
}

/** An end, as far as one can be had. `quiet` holds at once; the desk answers `stop` and `delete`. */
export async function askStop(ctx: Ctx, writer: Writer, wish: 'quiet' | 'stop' | 'delete'): Promise<void> {
  await atomically(ctx, async (inner) => {
    if (wish === 'quiet') await updateReport(inner, writer, { quiet: true });
    await sealReply(inner, writer, { kind: wish });
    await count(inner, `stop.${wish}`);
    await publish(inner.db, reportStopAsked, { reportId: writer.reportId, role: writer.role, wish });
  });
}

/**
 * Changes what the report is for, until the desk acted. Throws `reports.too-late` after that, and where there is no act
 * against a child that could be denounced (H24).
 */
export async function changeIntent(ctx: Ctx, writer: Writer, intent: Intent): Promise<void> {
  await atomically(ctx, async (inner) => {
    if (hasActed(await lockedSteps(inner, writer))) throw errors('too-late');
    if (intent === 'denounce' && !isAct(await kindOf(inner, writer))) throw errors('too-late');
    await updateReport(inner, writer, { intent });
    await sealReply(inner, writer, { kind: 'intent', words: intent });
    await publish(inner.db, reportAdded, { reportId: writer.reportId, role: writer.role, what: 'intent' });
  });
}

/** Opens a finished report again, within thirty days. Throws `reports.too-late` otherwise. */
export async function openAgain(ctx: Ctx, writer: Writer): Promise<void> {
  await atomically(ctx, async (inner) => {
    const last = (await lockedSteps(inner, writer)).at(-1);
    const ended = last?.step === 'finished' || last?.step === 'not-for-us';
    if (!ended || inner.now.getTime() - last.at.getTime() > AGAIN_DAYS * 86_400_000) throw errors('too-late');
    await tellReporter(inner, { reportId: writer.reportId, step: 'reopened' });
    await sealReply(inner, writer, { kind: 'again' });
    await publish(inner.db, reportAdded, { reportId: writer.reportId, role: writer.role, what: 'again' });
  });
}

// A question that was answered waits for us again, in the eyes of the one who answered.
async function answerQuestion(ctx: TxCtx, writer: Writer): Promise<void> {
  if ((await lockedSteps(ctx, writer)).at(-1)?.step !== 'question') return;
  await addStep(ctx, { ...writer, step: 'answered', site: await readInstallation(ctx.db) });
}

async function lockedSteps(ctx: TxCtx, { reportId, receiptId }: Writer) {
  await writing(ctx.db)
    .selectFrom('reports.report')
    .select('id')
    .where('id', '=', reportId)
    .forUpdate()
    .execute();
  const rows = await writing(ctx.db)
    .selectFrom('reports.step')
    .select(['step', 'at'])
    .where('receipt_id', '=', receiptId)
    .where('row_n', 'is', null)
    .orderBy('seq')
    .execute();
  return rows.flatMap(({ step, at }) => (isStep(step) ? [{ step, at }] : []));
}

async function kindOf(ctx: TxCtx, { reportId }: Writer) {
  const report = writing(ctx.db).selectFrom('reports.report').select('kind').where('id', '=', reportId);
  return (await report.executeTakeFirstOrThrow(() => errors('not-found'))).kind;
}

async function updateReport(
  ctx: TxCtx,
  writer: Writer,
  change: { quiet?: boolean; intent?: Intent },
): Promise<void> {
  await writing(ctx.db).updateTable('reports.report').set(change).where('id', '=', writer.reportId).execute();
}

/** Who reads what is written now; nobody changes that before it is written. */
async function readersNow(ctx: TxCtx, reportId: string) {
  const { restricted } = await writing(ctx.db)
    .selectFrom('reports.report')
    .select('restricted')
    .where('id', '=', reportId)
    .forShare()
    .executeTakeFirstOrThrow(() => errors('not-found'));
  return readersOf(restricted);
}

async function sealReply(
  ctx: TxCtx,
  writer: Writer,
  said: Pick<Reply, 'kind'> & Partial<Reply>,
): Promise<void> {
  const words = said.words ?? '';
  const reply: Reply = {
    v: 1,
    kind: said.kind,
    words,
    quick: said.quick ?? null,
    links: findAddresses(words),
  };
  const object_id = await sealObject(ctx.db, keyringOf(ctx.db), {
    kind: 'message.in',
    plain: Buffer.from(JSON.stringify(reply)),
    to: { team: await readersNow(ctx, writer.reportId) },
  });
  await writing(ctx.db)
    .insertInto('reports.message')
    .values({
      object_id,
      report_id: writer.reportId,
      receipt_id: writer.receiptId,
      dir: 'in',
      at: toMinute(ctx.now),
    })
    .execute();
}
