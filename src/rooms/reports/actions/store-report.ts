// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomUUID } from 'node:crypto';
import type { TxCtx } from '#platform/ctx';
import type { Lang } from '#platform/i18n';
import { publish } from '#platform/jobs';
import { keyringOf, makePageToken, pageTokenHash, sealObject } from '#platform/seal';
import type { Installation } from '#platform/setup';
import { reportSubmitted } from '../events.ts';
import type { Answers } from '../form/answers.ts';
import { intentOf } from '../form/intent.ts';
import { needsOf, priorityOf } from '../form/priority.ts';
import type { CompanyReceipt } from '../form/reply.ts';
import { compartments, type Story } from '../form/story.ts';
import { dayAfter } from '../progress/clock.ts';
import { writing } from '../tables.ts';
import { count } from './count.ts';
import { insertReceipt } from './insert-receipt.ts';
import type { PreparedReceipt } from './prepare-receipt.ts';
import { addStep } from './tell-reporter.ts';

/** How long the slip for the child may wait (H7). */
const INVITATION_DAYS = 30;

export interface NewReport {
  answers: Answers;
  receipt: PreparedReceipt;
  site: Installation;
  lang: Lang;
  receivedAt: Date;
  due: Date;
}

/** Writes a whole report: clear codes, sealed compartments, its code, its first step, its fact. */
export async function storeReport(
  ctx: TxCtx,
  report: NewReport,
): Promise<{ reference: string | null; invitation: string | null }> {
  const { answers, receipt, site } = report;
  const reportId = randomUUID();
  const company = answers.who === 'company';
  const reference = company ? await nextReference(ctx) : null;
  const { story, contact, notice } = compartments(answers);
  const sealed = {
    story_id: await seal(ctx, 'report.story', story),
    contact_id: await seal(ctx, 'report.contact', contact),
    notify_id: await seal(ctx, 'report.notify', notice),
  };
  const codes = await insertReport(ctx, { ...report, reportId, reference, story, sealed });
  await insertReceipt(ctx, { receipt, reportId, role: company ? 'company' : 'main', site });
  await addStep(ctx, { reportId, receiptId: receipt.id, site, step: 'received', dueAt: report.due });
  if (reference !== null) await sealCompanyReceipt(ctx, { ...report, reportId, reference, story });
  const invitation = answers.who === 'parent' ? await insertInvitation(ctx, reportId) : null;
  await count(ctx, 'sent', ...codes);
  await publish(ctx.db, reportSubmitted, { reportId });
  ctx.audit({ act: 'report.submit', kind: 'report', id: reportId });
  return { reference, invitation };
}

type Compartment = 'report.story' | 'report.contact' | 'report.notify';

function seal(ctx: TxCtx, kind: Compartment, content: object): Promise<string> {
  const team = kind === 'report.contact' ? 'custody' : 'desk';
  const plain = Buffer.from(JSON.stringify(content));
  return sealObject(ctx.db, keyringOf(ctx.db), { kind, plain, to: { team } });
}

interface Described extends NewReport {
  reportId: string;
  reference: string | null;
  story: Story;
}

type Sealed = Record<'story_id' | 'contact_id' | 'notify_id', string>;

async function insertReport(ctx: TxCtx, report: Described & { sealed: Sealed }): Promise<string[]> {
  const { answers, story } = report;
  const kind = story.what;
  const intent = intentOf(answers);
  const priority = priorityOf(answers);
  await writing(ctx.db)
    .insertInto('reports.report')
    .values({
      id: report.reportId,
      received_at: report.receivedAt,
      channel: story.company === null ? 'web' : 'company',
      lang: report.lang,
      kind,
      intent,
      priority,
      needs: needsOf(answers),
      case_id: null,
      due_at: report.due,
      delete_after: null,
      reference: report.reference,
      ...report.sealed,
    })
    .execute();
  return [
    `kind.${kind}`,
    `intent.${intent}`,
    `priority.${priority}`,
    `who.${story.who}`,
    `lang.${report.lang}`,
  ];
}

async function insertInvitation(ctx: TxCtx, reportId: string): Promise<string> {
  const token = makePageToken();
  await writing(ctx.db)
    .insertInto('reports.invitation')
    .values({
      token_hash: pageTokenHash(token),
      report_id: reportId,
      until: dayAfter(ctx.now, INVITATION_DAYS),
      opened_on: null,
    })
    .execute();
  return token;
}

/** C-2026-000001: a running number a year, so that a company can quote it on the phone. */
async function nextReference(ctx: TxCtx): Promise<string> {
  const year = ctx.now.getUTCFullYear();
  const { n } = await writing(ctx.db)
    .insertInto('reports.reference')
    .values({ year, n: 1 })
    .onConflict((row) => row.column('year').doUpdateSet((is) => ({ n: is('reports.reference.n', '+', 1) })))
    .returning('n')
    .executeTakeFirstOrThrow();
  return `C-${year}-${String(n).padStart(6, '0')}`;
}

/** The id of one row of a company's list. */
export function rowId(reference: string, n: number): string {
  return `${reference}-${String(n).padStart(3, '0')}`;
}

// The company's code opens its receipt. It holds digests, not addresses: whoever finds the code reads none.
async function sealCompanyReceipt(ctx: TxCtx, report: Described & { reference: string }): Promise<void> {
  const { receipt, story, reference, receivedAt } = report;
  const content: CompanyReceipt = {
    v: 1,
    reference,
    receivedAt: receivedAt.toISOString(),
    rows: (story.company?.rows ?? []).map(({ n, address }) => ({
      id: rowId(reference, n),
      sha256: createHash('sha256').update(address).digest('hex'),
    })),
  };
  const { pub, pub_mac } = receipt.columns;
  const object_id = await sealObject(ctx.db, keyringOf(ctx.db), {
    kind: 'message.out',
    plain: Buffer.from(JSON.stringify(content)),
    to: { team: 'desk', receipt: { id: receipt.id, pub, pub_mac } },
  });
  await writing(ctx.db)
    .updateTable('reports.receipt')
    .set({ list_id: object_id })
    .where('id', '=', receipt.id)
    .execute();
}
