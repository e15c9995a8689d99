// SPDX-License-Identifier: EUPL-1.2
import type { TxCtx } from '#platform/ctx';
import { deleteObjects } from '#platform/seal';
import { reportIds } from '../queries/reports.ts';
import { writing } from '../tables.ts';

const MINUTE = 60_000;

/**
 * Deletes a case with every sealed word of it; its reports have clocks of their own. Addresses that another case knows
 * stay with that case. Throws `seal.held` while a legal hold stands on any part of it.
 */
export async function deleteCase(
  ctx: TxCtx,
  { caseId, rule }: { caseId: string; rule: string },
): Promise<void> {
  const db = writing(ctx.db);
  const sealed = await db
    .selectFrom('cases.sealed')
    .select('object_id')
    .where('case_id', '=', caseId)
    .execute();
  const items = await itemsOf(ctx, await reportIds(ctx, caseId));
  const objects = sealed.map(({ object_id }) => object_id);
  await deleteObjects(ctx.db, objects);
  await db.deleteFrom('cases.case').where('id', '=', caseId).execute();
  const lost = await dropLostItems(ctx, items);
  const at = new Date(Math.floor(ctx.now.getTime() / MINUTE) * MINUTE);
  await db
    .insertInto('platform.deletion_ledger')
    .values([
      { tbl: 'cases.case', row_id: caseId, rule, at },
      ...[...objects, ...lost].map((row_id) => ({ tbl: 'platform.object', row_id, rule, at })),
    ])
    .execute();
  ctx.audit({ act: 'case.delete', kind: 'case', id: caseId, code: rule });
}

/** Addresses that these reports gave. */
export async function itemsOf(ctx: TxCtx, reports: readonly string[]): Promise<string[]> {
  if (reports.length === 0) return [];
  const rows = await writing(ctx.db)
    .selectFrom('cases.sighting')
    .select('item_id')
    .distinct()
    .where('report_id', 'in', reports)
    .execute();
  return rows.map(({ item_id }) => item_id);
}

/** Drops addresses that no case knows any more; answers the objects that went. */
export async function dropLostItems(ctx: TxCtx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const lost = await writing(ctx.db)
    .deleteFrom('cases.item')
    .where('id', 'in', ids)
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('cases.sighting as s')
            .select('s.item_id')
            .whereRef('s.item_id', '=', 'cases.item.id'),
        ),
      ),
    )
    .returning('address_id')
    .execute();
  const objects = lost.map(({ address_id }) => address_id);
  await deleteObjects(ctx.db, objects);
  return objects;
}
