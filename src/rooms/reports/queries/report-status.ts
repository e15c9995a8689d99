// SPDX-License-Identifier: EUPL-1.2
import type { Ctx } from '#platform/ctx';
import { openObject, openObjects } from '#platform/seal';
import { dueAt, type Installation } from '#platform/setup';
import { errors } from '../errors.ts';
import type { What } from '../form/answers.ts';
import type { Intent } from '../form/intent.ts';
import { type CompanyReceipt, companyReceipt, letter } from '../form/reply.ts';
import { type Progress, progressOf } from '../progress/progress.ts';
import { hasActed, type StepName, type ToldStep } from '../progress/steps.ts';
import { type ReceiptRole, reading } from '../tables.ts';
import { stepsOfReceipt } from './told-steps.ts';

/** One message as its reader sees it. Their own come without words: the code does not open them again. */
export interface ReadMessage {
  id: string;
  mine: boolean;
  alias: string;
  words: string | null;
  at: Date;
}

/** Everything a reporter sees of a report, by their own code. */
export interface ReportStatus {
  receiptId: string;
  reportId: string;
  role: ReceiptRole;
  kind: What;
  intent: Intent;
  reference: string | null;
  quiet: boolean;
  hasWord: boolean;
  /** Finished, and the two questions about us are not answered yet. */
  mayAnswerAfter: boolean;
  mayChangeIntent: boolean;
  accessUntil: string;
  deleteAfter: string | null;
  progress: Progress;
  messages: ReadMessage[];
  /** The newest step of each row of a company's list, by row. */
  rows: ReadonlyMap<number, StepName>;
}

/** Whose code this is: for actions, which need no more. Throws `reports.not-found` when the code just ended. */
export async function writerOf(ctx: Ctx) {
  const row = await receiptRow(ctx);
  return { receiptId: row.id, reportId: row.report_id, role: row.role };
}

/** Needs the receipt's own keys. */
export async function reportStatus(ctx: Ctx, site: Installation): Promise<ReportStatus> {
  const row = await receiptRow(ctx);
  const steps = await stepsOfReceipt(ctx.db, row.id);
  const progress = progressOf({
    priority: row.priority,
    dueAt: row.due_at,
    steps,
    now: ctx.now,
    lateBy: dueAt(site, 'p2', ctx.now),
  });
  return {
    receiptId: row.id,
    reportId: row.report_id,
    role: row.role,
    kind: row.kind,
    intent: row.intent,
    reference: row.role === 'company' ? row.reference : null,
    quiet: row.quiet,
    hasWord: row.word_salt !== null,
    mayAnswerAfter: progress.finished && row.role !== 'company' && !row.counted_after,
    mayChangeIntent: row.role !== 'company' && !hasActed(steps),
    accessUntil: row.access_until,
    deleteAfter: row.delete_after,
    progress,
    messages: await messagesOf(ctx, row.id),
    rows: rowStates(steps),
  };
}

/** A company's receipt with the ids and digests of its rows, opened by its own code. */
export async function companyList(ctx: Ctx): Promise<CompanyReceipt> {
  const { list_id } = await receiptRow(ctx);
  if (list_id === null || ctx.keys === null) throw errors('not-found');
  const { plain } = await openObject(ctx.db, ctx.keys, list_id);
  return companyReceipt.parse(JSON.parse(plain.toString('utf8')));
}

function receiptRow(ctx: Ctx) {
  const id = ctx.actor.kind === 'reporter' ? ctx.actor.receipt : '';
  return reading(ctx.db)
    .selectFrom('reports.receipt as receipt')
    .innerJoin('reports.report as report', 'report.id', 'receipt.report_id')
    .select([
      'receipt.id',
      'receipt.report_id',
      'receipt.role',
      'receipt.word_salt',
      'receipt.access_until',
      'receipt.list_id',
      'receipt.counted_after',
    ])
    .select(['report.kind', 'report.intent', 'report.priority', 'report.due_at', 'report.quiet'])
    .select(['report.reference', 'report.delete_after'])
    .where('receipt.id', '=', id)
    .executeTakeFirstOrThrow(() => errors('not-found'));
}

async function messagesOf(ctx: Ctx, receiptId: string): Promise<ReadMessage[]> {
  if (ctx.keys === null) return [];
  const rows = await reading(ctx.db)
    .selectFrom('reports.message')
    .select(['object_id', 'dir', 'at'])
    .where('receipt_id', '=', receiptId)
    .orderBy('seq')
    .execute();
  const letters = rows.filter(({ dir }) => dir === 'out').map(({ object_id }) => object_id);
  const opened = await openObjects(ctx.db, ctx.keys, letters);
  return rows.map(({ object_id: id, dir, at }) => {
    const plain = opened.get(id)?.plain;
    if (dir === 'in' || plain === undefined) return { id, mine: dir === 'in', alias: '', words: null, at };
    const { alias, words } = letter.parse(JSON.parse(plain.toString('utf8')));
    plain.fill(0);
    return { id, mine: false, alias, words, at };
  });
}

function rowStates(steps: readonly ToldStep[]): Map<number, StepName> {
  return new Map(steps.flatMap(({ row, step }) => (row === null ? [] : [[row, step] as const])));
}
