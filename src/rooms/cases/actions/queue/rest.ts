// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx, personOf } from '#platform/ctx';
import { reading, writing } from '../../tables.ts';
import { count } from '../record.ts';

const HOUR = 3_600_000;
/** A working day at the most; the next one begins without a question. */
const REST_HOURS = 12;

/** "No more today." No reason, no trace but a count that names nobody. */
export async function restNow(ctx: Ctx): Promise<void> {
  await atomically(ctx, async (inner) => {
    const row = {
      person_id: personOf(inner.actor),
      until: new Date(inner.now.getTime() + REST_HOURS * HOUR),
    };
    await writing(inner.db)
      .insertInto('cases.rest')
      .values(row)
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ until: row.until }))
      .execute();
    await count(inner, 'break');
  });
}

/** "I can take one more." */
export async function comeBack(ctx: Ctx): Promise<void> {
  await atomically(ctx, async (inner) => {
    await writing(inner.db).deleteFrom('cases.rest').where('person_id', '=', personOf(inner.actor)).execute();
  });
}

export async function isResting(ctx: Ctx): Promise<boolean> {
  const row = await reading(ctx.db)
    .selectFrom('cases.rest')
    .select('until')
    .where('person_id', '=', personOf(ctx.actor))
    .where('until', '>', ctx.now)
    .executeTakeFirst();
  return row !== undefined;
}
