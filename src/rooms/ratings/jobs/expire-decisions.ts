// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { atomically, type Ctx } from '#platform/ctx';
import { defineJob } from '#platform/jobs';
import { findDecision } from '../actions/find-decision.ts';
import { endInForce } from '../actions/undo-decision.ts';
import { reading } from '../tables.ts';

/** Ends what held for its 90 days and was not renewed (H3). Each in a transaction of its own. */
export const expireJob = defineJob<Record<string, never>>({
  name: 'ratings:expire',
  payload: z.strictObject({}),
  cron: '*/10 * * * *',
  run: async (ctx) => {
    for (const id of await overdue(ctx)) await expire(ctx, id);
  },
});

async function overdue(ctx: Ctx): Promise<string[]> {
  const rows = await Promise.all(
    (['ratings.decision', 'ratings.guarded'] as const).map((table) =>
      reading(ctx.db)
        .selectFrom(table)
        .select('id')
        .where('state', '=', 'released')
        .where('expires_at', '<=', ctx.now)
        .execute(),
    ),
  );
  return rows.flat().map(({ id }) => id);
}

async function expire(ctx: Ctx, id: string): Promise<void> {
  await atomically(ctx, async (inner) => {
    const found = await findDecision(inner, id);
    const isDue = found.expires_at !== null && found.expires_at <= inner.now;
    if (found.state === 'released' && isDue) await endInForce(inner, found, 'expired');
  });
}
