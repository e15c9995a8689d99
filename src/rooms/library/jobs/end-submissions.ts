// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { atomically, type Ctx } from '#platform/ctx';
import { defineJob } from '#platform/jobs';
import { readRecords } from '#platform/records';
import { dayOf, thank } from '../actions/share.ts';
import { writing } from '../tables.ts';

export const endSubmissions = defineJob({
  name: 'library.end-submissions',
  payload: z.object({}),
  cron: '25 1 * * *',
  run: (ctx) => endDueSubmissions(ctx),
});

/** Deletes the codes nobody came back to, and the talk behind them. A name to thank stays where something was published. */
export async function endDueSubmissions(ctx: Ctx): Promise<void> {
  await atomically(ctx, async (inner) => {
    const db = writing(inner.db);
    const ended = await db
      .deleteFrom('library.submission')
      .where('until', '<', dayOf(inner.now))
      .returning(['id', 'record'])
      .execute();
    if (ended.length === 0) return;
    const rows = ended.map(({ id }) => ({
      tbl: 'library.submission',
      row_id: id,
      rule: 'code',
      at: inner.now,
    }));
    const published = await readRecords(
      inner.db,
      ended.map(({ record }) => record),
      { face: 0, level: 0 },
    );
    const kept = new Set(published.map(({ id }) => id));
    for (const { record } of ended) if (!kept.has(record)) await thank(inner, record, null);
    await db.insertInto('platform.deletion_ledger').values(rows).execute();
  });
}
