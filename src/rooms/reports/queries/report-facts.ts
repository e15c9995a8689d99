// SPDX-License-Identifier: EUPL-1.2
import type { Ctx } from '#platform/ctx';
import { errors } from '../errors.ts';
import type { What } from '../form/answers.ts';
import type { Intent } from '../form/intent.ts';
import type { Need, Priority } from '../form/priority.ts';
import { isRead, type ToldStep } from '../progress/steps.ts';
import { type ReceiptRole, reading } from '../tables.ts';
import { stepsOfReport } from './told-steps.ts';

/** The clear side of a report: codes, ids and times, for queues and clocks. */
export interface ReportFacts {
  id: string;
  receivedAt: Date;
  channel: 'web' | 'company';
  lang: string;
  kind: What;
  intent: Intent;
  priority: Priority;
  needs: Need[];
  finished: boolean;
  /** The reporter asked us not to write. */
  quiet: boolean;
  caseId: string | null;
  dueAt: Date;
  deleteAfter: string | null;
  /** A company's reference, C-2026-000001. */
  reference: string | null;
  /** Ids of the sealed compartments; the contact opens by custody only. */
  storyId: string;
  contactId: string;
  steps: ToldStep[];
  opened: boolean;
}

/** Throws `reports.not-found`. */
export async function reportFacts(ctx: Ctx, reportId: string): Promise<ReportFacts> {
  const row = await reading(ctx.db)
    .selectFrom('reports.report')
    .selectAll()
    .where('id', '=', reportId)
    .executeTakeFirst();
  if (row === undefined) throw errors('not-found');
  const steps = await stepsOfReport(ctx.db, reportId);
  return {
    id: row.id,
    receivedAt: row.received_at,
    channel: row.channel,
    lang: row.lang,
    kind: row.kind,
    intent: row.intent,
    priority: row.priority,
    needs: row.needs,
    finished: row.state === 'finished',
    quiet: row.quiet,
    caseId: row.case_id,
    dueAt: row.due_at,
    deleteAfter: row.delete_after,
    reference: row.reference,
    storyId: row.story_id,
    contactId: row.contact_id,
    steps,
    opened: isRead(steps),
  };
}

/** Ids of every sealed object of a report, for a hold, another team or deletion. */
export async function reportObjects(ctx: Ctx, reportId: string): Promise<string[]> {
  const report = await reading(ctx.db)
    .selectFrom('reports.report')
    .select(['story_id', 'contact_id', 'notify_id'])
    .where('id', '=', reportId)
    .executeTakeFirst();
  if (report === undefined) throw errors('not-found');
  const messages = await reading(ctx.db)
    .selectFrom('reports.message')
    .select('object_id')
    .where('report_id', '=', reportId)
    .execute();
  const lists = await reading(ctx.db)
    .selectFrom('reports.receipt')
    .select('list_id')
    .where('report_id', '=', reportId)
    .execute();
  return [
    report.story_id,
    report.contact_id,
    report.notify_id,
    ...messages.map(({ object_id }) => object_id),
    ...lists.flatMap(({ list_id }) => list_id ?? []),
  ];
}

/** How many reports have no case yet: always 0, or the health page is red. */
export async function reportsWithoutCase(ctx: Ctx): Promise<number> {
  const { n } = await reading(ctx.db)
    .selectFrom('reports.report')
    .select((is) => is.fn.countAll().as('n'))
    .where('case_id', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** One reader of a report as the desk sees it: that there is one, never the code. */
export interface ReceiptState {
  receiptId: string;
  role: ReceiptRole;
  accessUntil: string;
  hasWord: boolean;
  /** Twenty wrong words: only the desk can open it for another try. */
  locked: boolean;
}

export interface Readers {
  receipts: ReceiptState[];
  /** The slip for the child, where a parent reported: when it was opened, if it was. */
  invitation: { until: string; openedOn: string | null } | null;
}

/** How many codes still lie under this pepper. They move at their next visit, or end. */
export async function codesUnder(ctx: Ctx, pepper: string): Promise<number> {
  const { n } = await reading(ctx.db)
    .selectFrom('reports.receipt')
    .select((is) => is.fn.countAll<number>().as('n'))
    .where('pepper_id', '=', pepper)
    .executeTakeFirstOrThrow();
  return Number(n);
}

const LOCKED = 20;

export async function receiptStates(ctx: Ctx, reportId: string): Promise<Readers> {
  const receipts = await reading(ctx.db)
    .selectFrom('reports.receipt')
    .select(['id', 'role', 'access_until', 'word_salt', 'word_tries'])
    .where('report_id', '=', reportId)
    .orderBy('role', 'desc')
    .execute();
  const invitation = await reading(ctx.db)
    .selectFrom('reports.invitation')
    .select(['until', 'opened_on'])
    .where('report_id', '=', reportId)
    .executeTakeFirst();
  return {
    receipts: receipts.map((row) => ({
      receiptId: row.id,
      role: row.role,
      accessUntil: row.access_until,
      hasWord: row.word_salt !== null,
      locked: row.word_tries >= LOCKED,
    })),
    invitation: invitation === undefined ? null : { until: invitation.until, openedOn: invitation.opened_on },
  };
}
