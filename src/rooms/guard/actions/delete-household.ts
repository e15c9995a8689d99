// SPDX-License-Identifier: EUPL-1.2
import { endAllSessions } from '#platform/auth';
import { atomically, type Ctx } from '#platform/ctx';
import { notify, type Tx, transaction } from '#platform/db';
import { householdOf } from '../access.ts';
import { dayOf } from '../days.ts';
import { GUARD_TOPIC } from '../limits.ts';
import { writing } from '../tables.ts';

const DAY = 86_400_000;

/** Deletes the family with everything it said; its devices and networks are strangers at once. */
export function deleteHousehold(ctx: Ctx): Promise<void> {
  const household = householdOf(ctx.actor);
  return atomically(ctx, async (inner) => {
    await remove(inner.db, household);
    inner.audit({ act: 'household.delete', kind: 'household', id: null });
  });
}

/** Deletes a child with its devices, networks and page. */
export function deleteChild(ctx: Ctx, child: string): Promise<void> {
  const household = householdOf(ctx.actor);
  return atomically(ctx, async ({ db }) => {
    const gone = await writing(db)
      .deleteFrom('guard.child')
      .where('household_id', '=', household)
      .where('id', '=', child)
      .returning('id')
      .executeTakeFirst();
    if (gone === undefined) return;
    await endAllSessions(db, child);
    await notify(db, GUARD_TOPIC, household);
  });
}

/** Clears what nobody can come back to: families that never made their code, and secrets shown long enough. */
export async function sweepHouseholds(ctx: Ctx): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    await writing(tx).deleteFrom('guard.shown').where('until', '<=', ctx.now).execute();
    // Locked: one that makes its code at this very moment is not abandoned.
    const abandoned = await writing(tx)
      .selectFrom('guard.household')
      .select('id')
      .where('code_lookup', 'is', null)
      .where('made_on', '<', dayOf(new Date(ctx.now.getTime() - DAY)))
      .forUpdate()
      .execute();
    for (const { id } of abandoned) await remove(tx, id);
  });
}

async function remove(tx: Tx, household: string): Promise<void> {
  const children = await writing(tx)
    .selectFrom('guard.child')
    .select('id')
    .where('household_id', '=', household)
    .execute();
  for (const { id } of children) await endAllSessions(tx, id);
  await writing(tx).deleteFrom('guard.shown').where('household_id', '=', household).execute();
  await writing(tx).deleteFrom('guard.household').where('id', '=', household).execute();
  await endAllSessions(tx, household);
  await notify(tx, GUARD_TOPIC, household);
}
