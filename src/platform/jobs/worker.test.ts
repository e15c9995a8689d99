// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type FreshDatabase, freshDatabase } from '../../../tests/harness/database.ts';
import { read, transaction } from '../db/index.ts';
import { silentLog } from '../log/index.ts';
import { defineJob } from './define.ts';
import { enqueue } from './publish.ts';
import { startWorker } from './worker.ts';

const NAME = 'rowan worker of a test';
const now = new Date('2026-11-21T12:00:00Z');
let fresh: FreshDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  fresh = await freshDatabase();
  pool = new pg.Pool({ ...fresh.database.appConnection, application_name: NAME });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
});
afterAll(async () => {
  await pool.end();
  await fresh.drop();
});

const payload = z.object({ n: z.number() });

/** Ends every connection of the worker, as PostgreSQL does when it is killed. */
async function cutConnections(): Promise<void> {
  const client = new pg.Client(fresh.config('install'));
  await client.connect();
  await client.query('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [
    NAME,
  ]);
  await client.end();
}

async function inRows<T>(query: string): Promise<T[]> {
  return (await sql<T>`${sql.raw(query)}`.execute(read(fresh.database.db))).rows;
}

describe('a worker', () => {
  it('says that it lives in the name that its jobs are locked under, or long ones would run twice', async () => {
    const { db } = fresh.database;
    const begun = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    const job = defineJob({
      name: 'test.long',
      payload,
      run: async () => {
        begun.resolve();
        await go.promise;
      },
    });
    const worker = await startWorker({ db, pool, log: silentLog, jobs: [job], now: () => now });
    await transaction(db, (tx) => enqueue(tx, job, { payload: { n: 1 }, at: now }));
    await begun.promise;
    const locks = await inRows<{ locked_by: string }>(
      'select locked_by from graphile_worker.jobs where locked_by is not null',
    );
    expect(locks).toHaveLength(1);
    let beats: string[] = [];
    while (beats.length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      beats = (await inRows<{ id: string }>('select id from platform.worker_heartbeat')).map(({ id }) => id);
    }
    expect(beats).toContain(locks[0]?.locked_by);
    go.resolve();
    await worker.stop();
  });

  it.each([
    ['ended well', false],
    ['failed', true],
  ])(
    'whose connections are cut while a job runs that %s lives on and does the next',
    async (_name, fails) => {
      const { db } = fresh.database;
      const begun = Promise.withResolvers<void>();
      const go = Promise.withResolvers<void>();
      const after = Promise.withResolvers<void>();
      const job = defineJob({
        name: `test.cut-${fails}`,
        payload,
        run: async (_ctx, { n }) => {
          if (n === 2) after.resolve();
          if (n !== 1) return;
          begun.resolve();
          await go.promise;
          if (fails) throw new Error('as asked');
        },
      });
      const worker = await startWorker({ db, pool, log: silentLog, jobs: [job], now: () => now });
      await transaction(db, (tx) => enqueue(tx, job, { payload: { n: 1 }, at: now }));
      await begun.promise;
      await cutConnections();
      go.resolve();
      await transaction(db, (tx) => enqueue(tx, job, { payload: { n: 2 }, at: now }));
      await after.promise;
      await worker.stop();
    },
  );
});
