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
  await deleteObjects(
    ctx.db,
    sealed.map(({ object_id }) => object_id),
  );
  await db.deleteFrom('cases.case').where('id', '=', caseId).execute();
  await dropLostItems(ctx, items);
  // The objects are in the ledger by themselves.
  const at = new Date(Math.floor(ctx.now.getTime() / MINUTE) * MINUTE);
  await db
    .insertInto('platform.deletion_ledger')
    .values({ tbl: 'cases.case', row_id: caseId, rule, at })
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

/** Drops those of these addresses that no case knows any more. */
export async function dropLostItems(ctx: TxCtx, items: readonly string[]): Promise<void> {
  if (items.length === 0) return;
  const lost = await writing(ctx.db)
    .deleteFrom('cases.item')
    .where('id', 'in', items)
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
  await deleteObjects(
    ctx.db,
    lost.map(({ address_id }) => address_id),
  );
}
