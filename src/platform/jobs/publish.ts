// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { type Db, type Tx, transaction } from '#platform/db';
import type { Fact, Job, Subscription } from './define.ts';
import { writing } from './tables.ts';

// With backoff of e^attempt seconds ten tries are about six hours; then a person has to look.
const MOST_ATTEMPTS = 10;

/**
 * Announces a fact: one job a subscriber, as rows of the caller's transaction, so that a rolled-back act
 * announces nothing and a committed one is never forgotten. Throws where the payload breaks its schema.
 */
export async function publish<P>(tx: Tx, fact: Fact<P>, payload: P): Promise<void> {
  const body = JSON.stringify(fact.payload.parse(payload));
  await sql`select graphile_worker.add_job(s.job, ${body}::json, max_attempts => ${MOST_ATTEMPTS})
    from platform.subscription s where s.fact = ${fact.name}`.execute(writing(tx));
}

/** Adds one job in the caller's transaction. The same `key` replaces a job that has not started yet. */
export async function enqueue<P>(
  tx: Tx,
  job: Job<P>,
  order: { payload: P; at?: Date; key?: string },
): Promise<void> {
  const body = JSON.stringify(job.payload.parse(order.payload));
  await sql`select graphile_worker.add_job(${job.name}, ${body}::json, run_at => ${order.at ?? null}::timestamptz,
    job_key => ${order.key ?? null}::text, max_attempts => ${MOST_ATTEMPTS})`.execute(writing(tx));
}

/** Writes down who listens to what; the app calls it at start, before anything is published. */
export async function storeSubscriptions(db: Db, subscriptions: readonly Subscription[]): Promise<void> {
  const rows = subscriptions.map(({ fact, job }) => ({ fact, job: job.name }));
  await transaction(db, async (tx) => {
    await writing(tx).deleteFrom('platform.subscription').execute();
    if (rows.length > 0) await writing(tx).insertInto('platform.subscription').values(rows).execute();
  });
}
