// SPDX-License-Identifier: EUPL-1.2
import { type Db, read, type Tx, write } from '#platform/db';

interface Tables {
  'platform.subscription': { fact: string; job: string };
  'platform.worker_heartbeat': { id: string; at: Date };
  'platform.job_pause': { one: boolean; since: Date; why: string };
  'graphile_worker.jobs': {
    id: string;
    task_identifier: string;
    attempts: number;
    max_attempts: number;
    locked_by: string | null;
    run_at: Date;
  };
}

export const reading = (db: Db) => read<Tables>(db);
export const writing = (tx: Tx) => write<Tables>(tx);
