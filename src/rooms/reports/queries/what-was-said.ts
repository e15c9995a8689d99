// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx';
import { dayAfter } from '../progress/clock.ts';
import { reading } from '../tables.ts';

/** How far back the counts go, in days. */
export const SAID_DAYS = 90;

/** How often each answer about ourselves was given in the last ninety days, by its counter's key. */
export async function whatWasSaid(ctx: Ctx): Promise<ReadonlyMap<string, number>> {
  const rows = await reading(ctx.db)
    .selectFrom('reports.counter')
    .select(['key', sql<number>`sum(n)::int`.as('n')])
    .where('day', '>', dayAfter(ctx.now, -SAID_DAYS))
    .where((is) => is.or([is('key', 'like', 'feeling.%'), is('key', 'like', 'after.%')]))
    .groupBy('key')
    .execute();
  return new Map(rows.map(({ key, n }) => [key, n]));
}
