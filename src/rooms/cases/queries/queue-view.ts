// SPDX-License-Identifier: EUPL-1.2
import { type Ctx, personOf } from '#platform/ctx';
import type { Db } from '#platform/db';
import { labelOf, readLabel } from '../rules/label.ts';
import { isCaseRed } from '../rules/referral.ts';
import { type CaseRow, reading } from '../tables.ts';
import { ledgersOf } from './ledger.ts';
import { aliasesOf } from './people.ts';
import { mayKnow } from './readers.ts';
import { type CaseHead, heads, waitingCases } from './waiting.ts';

export const SHOWN = ['waiting', 'mine', 'others', 'closed'] as const;
export type Shown = (typeof SHOWN)[number];

/** What the queue is narrowed to; every part is in the address. */
export interface QueueFilter {
  show: Shown;
  kind: string;
  lang: string;
  channel: string;
  due: '' | 'late' | 'today';
}

/** A case in a list: codes and times, nobody's words. */
export interface QueueRow {
  id: string;
  label: string;
  priority: CaseRow['priority'];
  due: Date;
  late: boolean;
  kind: string;
  intent: string;
  lang: string;
  state: CaseRow['state'];
  news: CaseRow['news'];
  /** The ledger lacks a reference. */
  red: boolean;
  /** Another case knows one of its addresses. */
  seen: boolean;
  who: string | null;
  laterUntil: Date | null;
  /** The next day of a running support plan is over. */
  overdue: boolean;
}

export interface QueueList {
  rows: QueueRow[];
  /** How many there are behind this page. */
  all: number;
}

export interface QueueCounts {
  waiting: number;
  mine: number;
  others: number;
  late: number;
}

const DAY = 86_400_000;
const MOST = 1000;

/** One page of a list, `most` rows from `from` on. */
export async function queueList(
  ctx: Ctx,
  filter: QueueFilter,
  { from, most }: { from: number; most: number },
): Promise<QueueList> {
  const all = (await listed(ctx, filter.show)).filter((row) => fits(row, filter, ctx.now));
  return { rows: await queueRows(ctx, all.slice(from, from + most)), all: all.length };
}

async function listed(ctx: Ctx, show: Shown): Promise<CaseHead[]> {
  const me = personOf(ctx.actor);
  const all = await heads(ctx);
  const open = all.where('state', '<>', 'closed').limit(MOST);
  switch (show) {
    case 'waiting':
      return waitingCases(ctx);
    case 'mine':
      return open.where('assigned_to', '=', me).orderBy('news_at').orderBy('due_at').execute();
    case 'others':
      return open.where('assigned_to', '<>', me).orderBy('due_at').execute();
    case 'closed':
      return all.where('state', '=', 'closed').orderBy('closed_at', 'desc').limit(MOST).execute();
  }
}

function fits(row: CaseHead, { kind, lang, channel, due }: QueueFilter, now: Date): boolean {
  if (due === 'late' && row.due_at >= now) return false;
  if (due === 'today' && row.due_at.getTime() >= now.getTime() + DAY) return false;
  const asked: [string, string][] = [
    [kind, row.kind],
    [lang, row.lang],
    [channel, row.channel],
  ];
  return asked.every(([wanted, is]) => wanted === '' || wanted === is);
}

async function queueRows(ctx: Ctx, cases: readonly CaseHead[]): Promise<QueueRow[]> {
  const ids = cases.map(({ id }) => id);
  const ledgers = await ledgersOf(ctx.db, ids);
  const seen = await seenBefore(ctx.db, ids);
  const overdue = await overdueSupport(ctx, ids);
  const aliases = await aliasesOf(
    ctx.db,
    cases.map(({ assigned_to }) => assigned_to),
  );
  return cases.map((row) => ({
    id: row.id,
    label: labelOf(row.id),
    priority: row.priority,
    due: row.due_at,
    late: row.state !== 'closed' && row.due_at < ctx.now,
    kind: row.kind,
    intent: row.intent,
    lang: row.lang,
    state: row.state,
    news: row.news,
    red: row.state !== 'closed' && isCaseRed(row.priority, ledgers.get(row.id) ?? []),
    seen: seen.has(row.id),
    who: row.assigned_to === null ? null : (aliases.get(row.assigned_to) ?? null),
    laterUntil: row.later_until !== null && row.later_until > ctx.now ? row.later_until : null,
    overdue: overdue.has(row.id),
  }));
}

async function seenBefore(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await reading(db)
    .selectFrom('cases.report as mine')
    .innerJoin('cases.sighting as s', 's.report_id', 'mine.report_id')
    .innerJoin('cases.sighting as o', 'o.item_id', 's.item_id')
    .innerJoin('cases.report as other', 'other.report_id', 'o.report_id')
    .innerJoin('cases.case as known', (join) =>
      join.onRef('known.id', '=', 'other.case_id').on('known.restricted_at', 'is', null),
    )
    .select('mine.case_id')
    .distinct()
    .where('mine.case_id', 'in', ids)
    .whereRef('other.case_id', '<>', 'mine.case_id')
    .execute();
  return new Set(rows.map(({ case_id }) => case_id));
}

async function overdueSupport(ctx: Ctx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const today = ctx.now.toISOString().slice(0, 10);
  const rows = await reading(ctx.db)
    .selectFrom('cases.support as s')
    .leftJoin('cases.follow_up as f', (join) =>
      join.onRef('f.case_id', '=', 's.case_id').on('f.done_at', 'is', null).on('f.on_day', '<', today),
    )
    .select('s.case_id')
    .distinct()
    .where('s.case_id', 'in', ids)
    .where('s.ended_at', 'is', null)
    .where((is) => is.or([is('s.next_on', '<', today), is('f.id', 'is not', null)]))
    .execute();
  return new Set(rows.map(({ case_id }) => case_id));
}

export async function queueCounts(ctx: Ctx): Promise<QueueCounts> {
  const me = personOf(ctx.actor);
  const row = await reading(ctx.db)
    .selectFrom('cases.case')
    .where('state', '<>', 'closed')
    .where(await mayKnow(ctx))
    .select(({ fn }) => [
      fn.countAll().filterWhere('assigned_to', 'is', null).as('waiting'),
      fn.countAll().filterWhere('assigned_to', '=', me).as('mine'),
      fn.countAll().filterWhere('assigned_to', '<>', me).as('others'),
      fn.countAll().filterWhere('due_at', '<', ctx.now).as('late'),
    ])
    .executeTakeFirstOrThrow();
  return {
    waiting: Number(row.waiting),
    mine: Number(row.mine),
    others: Number(row.others),
    late: Number(row.late),
  };
}

/** Languages that cases wait in, for the filter. */
export async function queueLanguages(ctx: Ctx): Promise<string[]> {
  const rows = await reading(ctx.db)
    .selectFrom('cases.case')
    .where(await mayKnow(ctx))
    .select('lang')
    .distinct()
    .where('state', '<>', 'closed')
    .orderBy('lang')
    .execute();
  return rows.map(({ lang }) => lang);
}

/** Finds a case by its name, as somebody types it. */
export async function findByLabel(ctx: Ctx, typed: string): Promise<string | null> {
  const range = readLabel(typed);
  if (range === null) return null;
  const row = await reading(ctx.db)
    .selectFrom('cases.case')
    .select('id')
    .where(await mayKnow(ctx))
    .where('id', '>=', range.from)
    .where('id', '<=', range.to)
    .executeTakeFirst();
  return row?.id ?? null;
}
