// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { z } from 'zod';
import { type Db, transaction } from '#platform/db';
import { defineJob, enqueue } from '#platform/jobs';
import { project } from '../project/project.ts';
import { kinds } from '../registry.ts';
import { reading, writing } from '../tables.ts';
import { loadRecords, shareProjections, storePart } from './held.ts';

const BATCH = 1000;

/**
 * Brings parts (never revisions) into today's shape, some records a transaction, and makes anew what readers find.
 * Records that somebody holds are left for the next turn. Answers how many were brought.
 */
export async function rewriteParts(db: Db, batch = BATCH): Promise<number> {
  let done = 0;
  for (;;) {
    const brought = await rewriteSome(db, batch);
    done += brought;
    if (brought < batch) return done;
  }
}

function rewriteSome(db: Db, batch: number): Promise<number> {
  return transaction(db, async (tx) => {
    await shareProjections(tx);
    const { rows } = await sql<{ id: number }>`
      select ${old()}
      order by r.id limit ${batch} for no key update of r skip locked`.execute(writing(tx));
    for (const held of await loadRecords(
      tx,
      rows.map(({ id }) => id),
    )) {
      for (const part of held.parts.values()) await storePart(tx, held, part);
      await project(tx, held, [0, 1]);
    }
    return rows.length;
  });
}

/** Runs after each deployment, and once a day for what was held then. */
export const rewriteJob = defineJob({
  name: 'records.rewrite',
  payload: z.object({}),
  cron: '37 3 * * *',
  run: async (ctx) => {
    await rewriteParts(ctx.db);
  },
});

/** Asks the worker for it where there is something to do. */
export async function orderRewrite(db: Db): Promise<void> {
  const { rows } = await sql`select ${old()} limit 1`.execute(reading(db));
  if (rows.length === 0) return;
  await transaction(db, (tx) => enqueue(tx, rewriteJob, { payload: {}, key: 'records.rewrite' }));
}

/** The rest of a select of records with a part in an older shape. */
function old() {
  const names = kinds().map(({ name }) => name);
  const shapes = kinds().map(({ shape }) => shape);
  return sql`r.id from records.record r
    join unnest(${names}::text[], ${shapes}::int[]) as k (name, shape) on k.name = r.kind
    where exists (select from records.part p
      where p.record = r.id and (p.shape < k.shape or p.live_shape < k.shape))`;
}
