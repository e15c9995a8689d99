// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { atomically, type Ctx, type TxCtx } from '#platform/ctx';
import { blindIndex, keyringOf, openIndexKey, type Secret, sealObject } from '#platform/seal';
import { openReport, reportFacts, type Story } from '#reports';
import { mayRead } from '../../access.ts';
import { isThere } from '../../queries/reports.ts';
import { readAddress } from '../../rules/address.ts';
import { caseOfAll, joinsBySight } from '../../rules/joining.ts';
import { reading, writing } from '../../tables.ts';
import { mergeCases } from './join-cases.ts';

/** Addresses looked at in one view of the queue (security.md 2.8). */
export const A_VIEW = 50;

interface Sight {
  text: string;
  row: number | null;
}

/**
 * The work that only somebody with the desk's key can do, done in the first view of the queue after a report came:
 * finds the addresses of new reports, tells which were seen before, and joins what only saw the same place. At most
 * {@link A_VIEW} addresses a call; answers how many. Nobody's words are kept or shown by it.
 */
export async function lookAtAddresses(ctx: Ctx): Promise<number> {
  const { keys } = ctx;
  if (keys === null || !mayRead(ctx.actor)) return 0;
  const fresh = await reading(ctx.db)
    .selectFrom('cases.report')
    .select('report_id')
    .where('looked_at', 'is', null)
    .orderBy('joined_at')
    .limit(A_VIEW)
    .execute();
  if (fresh.length === 0) return 0;
  using index = await openIndexKey(ctx.db, keyringOf(ctx.db), { keys, team: 'desk' });
  let looked = 0;
  for (const { report_id: reportId } of fresh) {
    if (looked >= A_VIEW) break;
    // Deleted before anybody saw it: what is left of it is no reason to stop at.
    if (!(await isThere(ctx, reportId))) {
      await atomically(ctx, (inner) => noteLooked(inner, { reportId, n: 0, whole: true }));
      continue;
    }
    looked += await atomically(ctx, (inner) =>
      lookAtReport(inner, { reportId, index, most: A_VIEW - looked }),
    );
  }
  return looked;
}

async function lookAtReport(
  ctx: TxCtx,
  { reportId, index, most }: { reportId: string; index: Secret; most: number },
): Promise<number> {
  const row = await writing(ctx.db)
    .selectFrom('cases.report')
    .select(['case_id', 'looked_n'])
    .where('report_id', '=', reportId)
    .where('looked_at', 'is', null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (row === undefined) return 0;
  const sights = sightsOf(await openReport(ctx, reportId));
  const now = sights.slice(row.looked_n, row.looked_n + most);
  for (const sight of now) await noteSight(ctx, { reportId, index, sight });
  const done = row.looked_n + now.length;
  const whole = done >= sights.length;
  await noteLooked(ctx, { reportId, n: done, whole });
  if (whole) await joinIfSeen(ctx, { reportId, caseId: row.case_id });
  return now.length;
}

async function noteLooked(
  ctx: TxCtx,
  { reportId, n, whole }: { reportId: string; n: number; whole: boolean },
): Promise<void> {
  await writing(ctx.db)
    .updateTable('cases.report')
    .set({ looked_n: n, looked_at: whole ? ctx.now : null })
    .where('report_id', '=', reportId)
    .execute();
}

function sightsOf(story: Story): Sight[] {
  if (story.company !== null) return story.company.rows.map(({ address, n }) => ({ text: address, row: n }));
  return story.links.map((text) => ({ text, row: null }));
}

async function noteSight(
  ctx: TxCtx,
  { reportId, index, sight }: { reportId: string; index: Secret; sight: Sight },
): Promise<void> {
  const address = readAddress(sight.text);
  if (address === null) return;
  const seen = blindIndex(index, address.key);
  const item_id = await itemOf(ctx, { seen, text: sight.text });
  await writing(ctx.db)
    .insertInto('cases.sighting')
    .values({ report_id: reportId, item_id, row_n: sight.row, answer: null })
    .onConflict((row) => row.columns(['report_id', 'item_id']).doNothing())
    .execute();
}

/** The item of an address, made when it is the first time; two who see it first in one moment make one. */
async function itemOf(ctx: TxCtx, { seen, text }: { seen: Buffer; text: string }): Promise<string> {
  const made = await writing(ctx.db)
    .insertInto('cases.item')
    .values({ id: randomUUID(), address_id: randomUUID(), seen, found_at: ctx.now })
    .onConflict((row) => row.column('seen').doNothing())
    .returning(['id', 'address_id'])
    .executeTakeFirst();
  if (made !== undefined) {
    await sealObject(ctx.db, keyringOf(ctx.db), {
      kind: 'item.address',
      id: made.address_id,
      plain: Buffer.from(JSON.stringify({ v: 1, address: text })),
      to: { team: 'desk' },
    });
    return made.id;
  }
  const known = await writing(ctx.db)
    .selectFrom('cases.item')
    .select('id')
    .where('seen', '=', seen)
    .executeTakeFirstOrThrow();
  return known.id;
}

async function joinIfSeen(
  ctx: TxCtx,
  { reportId, caseId }: { reportId: string; caseId: string },
): Promise<void> {
  const found = await writing(ctx.db)
    .selectFrom('cases.case')
    .select(['state', 'assigned_to'])
    .where('id', '=', caseId)
    .executeTakeFirst();
  if (found?.state !== 'new' || found.assigned_to !== null) return;
  if (!joinsBySight(await reportFacts(ctx, reportId))) return;
  const into = caseOfAll(await openCasesByItem(ctx, { reportId, caseId }));
  if (into !== null) await mergeCases(ctx, { from: caseId, into, how: 'same-address' });
}

/** For each address of a report, the other open cases that know it. */
async function openCasesByItem(ctx: TxCtx, { reportId, caseId }: { reportId: string; caseId: string }) {
  const rows = await writing(ctx.db)
    .selectFrom('cases.sighting as mine')
    .leftJoin('cases.sighting as other', (join) =>
      join.onRef('other.item_id', '=', 'mine.item_id').onRef('other.report_id', '<>', 'mine.report_id'),
    )
    .leftJoin('cases.report as report', 'report.report_id', 'other.report_id')
    .leftJoin('cases.case as known', (join) =>
      join
        .onRef('known.id', '=', 'report.case_id')
        .on('known.state', '<>', 'closed')
        .on('known.restricted_at', 'is', null)
        .on('known.id', '<>', caseId),
    )
    .select(['mine.item_id', 'known.id as case_id'])
    .where('mine.report_id', '=', reportId)
    .execute();
  const byItem = Map.groupBy(rows, ({ item_id }) => item_id);
  return [...byItem.values()].map((all) => [...new Set(all.flatMap(({ case_id }) => case_id ?? []))]);
}
