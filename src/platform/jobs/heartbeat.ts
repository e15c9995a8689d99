// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { type Db, databaseErrorFields, transaction } from '#platform/db';
import type { Log } from '#platform/log';
import { writing } from './tables.ts';

const BEAT = 2000;
const DEAD_AFTER_SECONDS = 10;

interface Options {
  db: Db;
  log: Log;
  /** The ids this process locks jobs under. */
  ids: () => string[];
  now: () => Date;
}

/** Says every two seconds that this process lives, and frees the jobs of those that stopped saying so. */
export async function startHeartbeat(options: Options): Promise<{ stop(): Promise<void> }> {
  await freeTheDead(options);
  let running: Promise<void> = Promise.resolve();
  let beats = 0;
  const timer = setInterval(() => {
    running = beat(options, beats++ % 5 === 4).catch((error) => {
      options.log.warn('heartbeat-missed', databaseErrorFields(error));
    });
  }, BEAT);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

async function beat(options: Options, sweep: boolean): Promise<void> {
  const ids = options.ids();
  if (ids.length > 0) {
    await transaction(options.db, async (tx) => {
      await sql`insert into platform.worker_heartbeat (id, at) select unnest(${ids}::text[]), now()
        on conflict (id) do update set at = excluded.at`.execute(writing(tx));
    });
  }
  if (sweep) await freeTheDead(options);
}

// The database's clock decides, so that two machines need not agree on the time. A lock younger than the
// limit may belong to a worker that has not beaten yet.
async function freeTheDead({ db }: Options): Promise<void> {
  await transaction(db, async (tx) => {
    await sql`
      with quiet as (
        select distinct j.locked_by as id from graphile_worker.jobs j
        left join platform.worker_heartbeat h on h.id = j.locked_by
        where j.locked_by is not null
          and coalesce(h.at, j.locked_at) < now() - make_interval(secs => ${DEAD_AFTER_SECONDS})
      )
      select graphile_worker.force_unlock_workers(array_agg(id)) from quiet having count(*) > 0`.execute(
      writing(tx),
    );
    await sql`delete from platform.worker_heartbeat where at < now() - interval '1 hour'`.execute(
      writing(tx),
    );
  });
}
