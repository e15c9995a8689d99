// SPDX-License-Identifier: EUPL-1.2
import { Logger, runOnce, type TaskList } from 'graphile-worker';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../../tests/harness/database.ts';
import { read, write } from '../handle.ts';
import { transaction } from '../transaction.ts';

/** Due whatever the machine's clock does between adding and working. */
const LONG_AGO = new Date('2020-01-01T00:00:00Z');

let fresh: FreshDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  fresh = await freshDatabase();
  pool = new pg.Pool({ ...fresh.database.appConnection, max: 2 });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
});
afterAll(async () => {
  await pool.end();
  await fresh.drop();
});

function work(taskList: TaskList): Promise<void> {
  return runOnce({
    pgPool: pool,
    taskList,
    logger: new Logger(() => () => undefined),
    noHandleSignals: true,
  });
}

describe('the jobs of the application', () => {
  it('are added inside its own transaction and done by a worker with its role', async () => {
    await transaction(fresh.database.db, async (tx) => {
      await sql`select graphile_worker.add_job('trial', ${'{"id":"a"}'}::json, queue_name => 'q', run_at => ${LONG_AGO})`.execute(
        write(tx),
      );
    });
    const seen: unknown[] = [];
    await work({
      trial: async (payload, helpers) => {
        const { rows } = await helpers.query('select current_user as who');
        seen.push(payload, rows);
      },
    });
    expect(seen).toEqual([
      { id: 'a' },
      [{ who: inject('postgres').facts.appRole === 'shared' ? expect.any(String) : 'rowan_app' }],
    ]);
    const { rows } = await sql`select * from graphile_worker.jobs`.execute(read(fresh.database.db));
    expect(rows).toEqual([]);
  });

  it('are not there when the transaction is rolled back, and wait for another try when they fail', async () => {
    const failing = transaction(fresh.database.db, async (tx) => {
      await sql`select graphile_worker.add_job('trial')`.execute(write(tx));
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    await transaction(fresh.database.db, async (tx) => {
      await sql`select graphile_worker.add_job('failing', job_key => 'k', run_at => ${LONG_AGO})`.execute(
        write(tx),
      );
    });
    await work({
      failing: () => {
        throw new Error('not yet');
      },
    });
    const { rows } =
      await sql`select task_identifier as task, attempts, key from graphile_worker.jobs`.execute(
        read(fresh.database.db),
      );
    expect(rows).toEqual([{ task: 'failing', attempts: 1, key: 'k' }]);
  });
});
