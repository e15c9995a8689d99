// SPDX-License-Identifier: EUPL-1.2
import { type Actor, holds, personOf, type TxCtx } from '#platform/ctx';
import { mayWork } from '../access.ts';
import { errors } from '../errors.ts';
import { knows } from '../queries/readers.ts';
import { type CaseRow, writing } from '../tables.ts';

/** A case, locked until the transaction ends. Throws `cases.not-found`, also where it is kept from the caller. */
export async function lockCase(ctx: TxCtx, id: string): Promise<CaseRow> {
  const row = await writing(ctx.db)
    .selectFrom('cases.case')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined || !(await knows(ctx, row))) throw errors('not-found');
  return row;
}

/**
 * An open case of the actor's own, locked. A supervisor may act on anybody's. Throws `cases.not-allowed`,
 * `cases.closed`, `cases.not-yours`.
 */
export async function lockOwnCase(ctx: TxCtx, id: string): Promise<CaseRow> {
  const row = await lockCase(ctx, id);
  requireOwn(ctx.actor, row);
  return row;
}

/** Throws what {@link lockOwnCase} throws of a case that is locked already. */
export function requireOwn(actor: Actor, row: CaseRow): void {
  if (!mayWork(actor)) throw errors('not-allowed');
  if (row.state === 'closed') throw errors('closed');
  if (row.assigned_to !== personOf(actor) && !holds(actor, 'supervisor')) throw errors('not-yours');
}
