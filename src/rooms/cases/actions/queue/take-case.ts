// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { atomically, type Ctx, personOf, type TxCtx } from '#platform/ctx';
import { mayWork } from '../../access.ts';
import { errors } from '../../errors.ts';
import { waitingCases } from '../../queries/waiting.ts';
import { canTake, type Need } from '../../rules/priority.ts';
import { isDanger } from '../../rules/queue-order.ts';
import { writing } from '../../tables.ts';
import { lockCase } from '../lock-case.ts';
import { tellRead } from '../outgoing.ts';
import { recordEvent } from '../record.ts';

/**
 * "Give me the next one": the first waiting case that this person can take today and that nobody is taking at this
 * moment. Answers its id, or null when nothing waits.
 */
export async function takeNext(ctx: Ctx, can: readonly Need[]): Promise<string | null> {
  if (!mayWork(ctx.actor)) throw errors('not-allowed');
  const me = personOf(ctx.actor);
  return atomically(ctx, async (inner) => {
    const waiting = await waitingCases(inner);
    const mine = waiting.filter((one) => one.not_by !== me && canTake(can, one));
    const caseId = await lockFirst(
      inner,
      mine.map(({ id }) => id),
    );
    if (caseId === null) return null;
    await give(inner, caseId);
    if (!mine.some((one) => one.id === caseId && isDanger(one))) await countTurn(inner);
    return caseId;
  });
}

/** Locks the first of these that is still free, passing over what another is taking in this very moment. */
async function lockFirst(ctx: TxCtx, ids: readonly string[]): Promise<string | null> {
  const row = await writing(ctx.db)
    .selectFrom('cases.case')
    .select('id')
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .where('assigned_to', 'is', null)
    .where('state', '<>', 'closed')
    .orderBy(sql`array_position(${ids}::uuid[], id)`)
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row?.id ?? null;
}

async function countTurn(ctx: TxCtx): Promise<void> {
  await writing(ctx.db)
    .updateTable('cases.turn')
    .set((is) => ({ n: is('n', '+', 1) }))
    .execute();
}

/**
 * Takes one case. Throws `cases.taken` where another has it, `cases.closed`, `cases.other-asked` for whoever the reporter
 * did not want to write with any more; a supervisor may still give it to them. Taking one's own again
 * changes nothing.
 */
export async function takeCase(ctx: Ctx, caseId: string): Promise<void> {
  if (!mayWork(ctx.actor)) throw errors('not-allowed');
  const me = personOf(ctx.actor);
  await atomically(ctx, async (inner) => {
    const found = await lockCase(inner, caseId);
    if (found.state === 'closed') throw errors('closed');
    if (found.assigned_to === me) return;
    if (found.assigned_to !== null) throw errors('taken');
    if (found.not_by === me) throw errors('other-asked');
    await give(inner, caseId);
  });
}

async function give(ctx: TxCtx, caseId: string): Promise<void> {
  await writing(ctx.db)
    .updateTable('cases.case')
    .set((is) => ({
      assigned_to: personOf(ctx.actor),
      assigned_at: ctx.now,
      opened_at: is.fn.coalesce('opened_at', is.val(ctx.now)),
      later_until: null,
      state: sql`case state when 'new' then 'reading' else state end`,
    }))
    .where('id', '=', caseId)
    .execute();
  await recordEvent(ctx, { caseId, act: 'taken' });
  await tellRead(ctx, caseId);
}
