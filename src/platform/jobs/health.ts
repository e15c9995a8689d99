// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import { reading } from './tables.ts';

export interface JobHealth {
  waiting: number;
  amber: { job: string; attempts: number }[];
  red: { job: string; attempts: number }[];
}

/** Failed twice is amber, five times red (ground.md). Names and counts only, never payloads. */
export async function jobHealth(db: Db): Promise<JobHealth> {
  const rows = await reading(db)
    .selectFrom('graphile_worker.jobs')
    .select(['task_identifier as job', 'attempts'])
    .orderBy('attempts', 'desc')
    .limit(1000)
    .execute();
  return {
    waiting: rows.length,
    amber: rows.filter((row) => row.attempts >= 2 && row.attempts < 5),
    red: rows.filter((row) => row.attempts >= 5),
  };
}
