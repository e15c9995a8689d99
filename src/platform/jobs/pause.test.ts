// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type FreshDatabase, freshDatabase } from '../../../tests/harness/database.ts';
import { transaction } from '../db/index.ts';
import { silentLog } from '../log/index.ts';
import { defineJob } from './define.ts';
import { jobPause, pauseJobs, resumeJobs, waitingJobs } from './pause.ts';
import { enqueue } from './publish.ts';
import { startWorker } from './worker.ts';

const since = new Date('2026-11-21T12:00:00Z');
let fresh: FreshDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  fresh = await freshDatabase();
  pool = new pg.Pool(fresh.database.appConnection);
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
});
afterAll(async () => {
  await pool.end();
  await fresh.drop();
});

describe('paused jobs', () => {
  it('wait, are listed, and run once somebody lets them', async () => {
    const { db } = fresh.database;
    const ran = Promise.withResolvers<number>();
    let done = 0;
    const job = defineJob({
      name: 'test.mail',
      payload: z.object({ n: z.number() }),
      run: async (_ctx, { n }) => {
        done++;
        ran.resolve(n);
      },
    });
    await transaction(db, (tx) => pauseJobs(tx, { since, why: 'restore' }));
    expect(await jobPause(db)).toEqual({ since, why: 'restore' });
    const worker = await startWorker({ db, pool, log: silentLog, jobs: [job], now: () => since });
    await transaction(db, (tx) => enqueue(tx, job, { payload: { n: 7 }, at: since }));
    expect(await waitingJobs(db)).toEqual([{ job: 'test.mail', n: 1, first: since }]);
    expect(done).toBe(0);
    expect(await transaction(db, resumeJobs)).toBe(true);
    expect(await ran.promise).toBe(7);
    await worker.stop();
    expect(await transaction(db, resumeJobs)).toBe(false);
    expect(await jobPause(db)).toBeNull();
  });

  it('do not keep a worker from stopping', async () => {
    const { db } = fresh.database;
    await transaction(db, (tx) => pauseJobs(tx, { since, why: 'restore' }));
    const worker = await startWorker({ db, pool, log: silentLog, jobs: [], now: () => since });
    await worker.stop();
    expect(await transaction(db, resumeJobs)).toBe(true);
  });
});
