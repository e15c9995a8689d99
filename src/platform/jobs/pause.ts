// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Db, Tx } from '#platform/db';
import { reading, writing } from './tables.ts';

// After a restore the jobs of the backup would run a second time: mail that was sent since would be sent again. So
// no worker starts a job until a person has read the list and says so.

export interface Pause {
  since: Date;
  /** A code, such as `restore`. */
  why: string;
}

/** Workers that start from now on wait for `resumeJobs`. Jobs are still taken in. */
export async function pauseJobs(tx: Tx, pause: Pause): Promise<void> {
  await writing(tx)
    .insertInto('platform.job_pause')
    .values({ one: true, ...pause })
    .onConflict((row) => row.column('one').doUpdateSet(pause))
    .execute();
}

/** Lets jobs run again, within seconds. Answers whether they were paused. */
export async function resumeJobs(tx: Tx): Promise<boolean> {
  const { numDeletedRows } = await writing(tx).deleteFrom('platform.job_pause').executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** Since when and why no job runs, or null. */
export async function jobPause(db: Db): Promise<Pause | null> {
  const row = await reading(db).selectFrom('platform.job_pause').select(['since', 'why']).executeTakeFirst();
  return row ?? null;
}

/** Jobs that wait, by name: how many, and when the first of them may run. Names only, never payloads. */
export interface WaitingJob {
  job: string;
  n: number;
  first: Date;
}

export async function waitingJobs(db: Db): Promise<WaitingJob[]> {
  return reading(db)
    .selectFrom('graphile_worker.jobs')
    .select(['task_identifier as job', sql<number>`count(*)`.as('n'), sql<Date>`min(run_at)`.as('first')])
    .groupBy('task_identifier')
    .orderBy('task_identifier')
    .execute();
}
