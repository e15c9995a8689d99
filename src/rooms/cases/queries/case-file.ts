// SPDX-License-Identifier: EUPL-1.2

import { type Ctx, holds, personOf } from '#platform/ctx';
import { decisionsOf } from '#ratings';
import { openContact, openReport, receiptStates, reportFacts, type Story, threadOf } from '#reports';
import { mayWork } from '../access.ts';
import { errors } from '../errors.ts';
import { labelOf } from '../rules/label.ts';
import { endsSoon, stands } from '../rules/police-hold.ts';
import { isCaseRed } from '../rules/referral.ts';
import { type CaseRow, reading } from '../tables.ts';
import { type CaseAddress, caseAddresses, countAddresses } from './addresses.ts';
import { type AssessmentView, assessmentsOf } from './assessments.ts';
import { openHold } from './hold.ts';
import { type LedgerRow, ledgerOf } from './ledger.ts';
import { aliasesOf } from './people.ts';
import { knows, lendersOf, readersOf } from './readers.ts';
import { type SupportView, supportOf } from './support.ts';
import { type TimelineRow, timelineOf } from './timeline.ts';
import { waitingActs } from './waiting-acts.ts';

type CaseDecision = Awaited<ReturnType<typeof decisionsOf>>[number];
type ReportFacts = Awaited<ReturnType<typeof reportFacts>>;
type DeskMessage = Awaited<ReturnType<typeof threadOf>>[number];
type Readers = Awaited<ReturnType<typeof receiptStates>>;
type Contact = Awaited<ReturnType<typeof openContact>>;

/** The side of a case that needs no key. */
export interface CaseHeadView {
  row: CaseRow;
  label: string;
  /** Who has it, by the name used at the desk. */
  who: string | null;
  mine: boolean;
  /** May this person work on it now? */
  acts: boolean;
  late: boolean;
  red: boolean;
  hold: { until: Date; stands: boolean; soon: boolean } | null;
  ledger: LedgerRow[];
  decisions: CaseDecision[];
  /** How many may read it, where not the whole desk does. */
  readers: number | null;
  /** Who of them can lend the caller the contact details; null where every custodian can. */
  lenders: string[] | null;
  /** Kinds of acts that wait for a second person. */
  waits: string[];
}

export interface ReportView {
  facts: ReportFacts;
  story: Story;
  talk: DeskMessage[];
  readers: Readers;
  /** Lent by a custodian to whoever reads this page, or null. */
  contact: Contact | null;
  stopAsked: 'stop' | 'delete' | null;
}

/** What opens with the desk's keys. */
export interface CaseFile extends CaseHeadView {
  reports: ReportView[];
  addresses: CaseAddress[];
  addressCount: number;
  assessments: AssessmentView[];
  support: SupportView | null;
  timeline: TimelineRow[];
}

/** Addresses on the case's own page; a company's list has a page of its own. */
const ADDRESSES = 20;

/** The clear side of a case. Throws `cases.not-found`, also where it is kept from the caller. */
export async function caseHead(ctx: Ctx, id: string): Promise<CaseHeadView> {
  const row = await reading(ctx.db)
    .selectFrom('cases.case')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined || !(await knows(ctx, row))) throw errors('not-found');
  const ledger = await ledgerOf(ctx.db, id);
  const hold = await openHold(ctx.db, id);
  const aliases = await aliasesOf(ctx.db, [row.assigned_to]);
  const mine = row.assigned_to !== null && row.assigned_to === personOf(ctx.actor);
  const clock = hold === null ? null : { expiresAt: hold.expires_at, endedAt: hold.ended_at };
  return {
    row,
    label: labelOf(id),
    who: row.assigned_to === null ? null : (aliases.get(row.assigned_to) ?? null),
    mine,
    acts: (mine || holds(ctx.actor, 'supervisor')) && mayWork(ctx.actor) && row.state !== 'closed',
    late: row.state !== 'closed' && row.due_at < ctx.now,
    red: row.state !== 'closed' && isCaseRed(row.priority, ledger),
    hold:
      hold === null || clock === null
        ? null
        : { until: hold.expires_at, stands: stands(clock, ctx.now), soon: endsSoon(clock, ctx.now) },
    ledger,
    readers: row.restricted_at === null ? null : (await readersOf(ctx.db, row)).length,
    lenders: row.restricted_at === null ? null : await lendersOf(ctx, row),
    decisions: await decisionsOf(ctx.db, id),
    waits: (await waitingActs(ctx.db, ctx.now, id)).map(({ act }) => act),
  };
}

/** The whole case, opened with the caller's keys. Whoever calls it has noted in the audit that it was opened. */
export async function caseFile(ctx: Ctx, head: CaseHeadView): Promise<CaseFile> {
  const { id } = head.row;
  const rows = await reading(ctx.db)
    .selectFrom('cases.report')
    .select(['report_id', 'stop_asked'])
    .where('case_id', '=', id)
    .orderBy('joined_at')
    .execute();
  const reports: ReportView[] = [];
  for (const { report_id, stop_asked } of rows) reports.push(await reportView(ctx, report_id, stop_asked));
  return {
    ...head,
    reports,
    addresses: await caseAddresses(ctx, { caseId: id, most: ADDRESSES }),
    addressCount: await countAddresses(ctx, id),
    assessments: await assessmentsOf(ctx, id),
    support: await supportOf(ctx, id),
    timeline: await timelineOf(ctx, id),
  };
}

async function reportView(ctx: Ctx, id: string, stopAsked: ReportView['stopAsked']): Promise<ReportView> {
  return {
    facts: await reportFacts(ctx, id),
    story: await openReport(ctx, id),
    talk: await threadOf(ctx, id),
    readers: await receiptStates(ctx, id),
    contact: await lentContact(ctx, id),
    stopAsked,
  };
}

async function lentContact(ctx: Ctx, reportId: string): Promise<Contact | null> {
  const loan = await reading(ctx.db)
    .selectFrom('cases.contact_loan')
    .select('until')
    .where('report_id', '=', reportId)
    .where('person_id', '=', personOf(ctx.actor))
    .where('until', '>', ctx.now)
    .executeTakeFirst();
  return loan === undefined ? null : openContact(ctx, reportId);
}
