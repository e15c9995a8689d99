// SPDX-License-Identifier: EUPL-1.2
import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, parseCronItems, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import type pg from 'pg';
import type { Ctx } from '#platform/ctx';
import { type Db, databaseErrorFields } from '#platform/db';
import { translator } from '#platform/i18n';
import type { Log } from '#platform/log';
import type { AnyJob } from './define.ts';
import { startHeartbeat } from './heartbeat.ts';
import { jobPause } from './pause.ts';

export interface WorkerOptions {
  db: Db;
  pool: pg.Pool;
  log: Log;
  jobs: readonly AnyJob[];
  now: () => Date;
  concurrency?: number;
}

export interface Worker {
  stop(): Promise<void>;
}

const ASK_AGAIN = 2000;

/**
 * Runs jobs until stopped; while jobs are paused it waits, and begins within seconds of `resumeJobs`.
 * A job gets a context without keys: nothing sealed can be opened here. Jobs left locked by a worker that
 * died are freed within ten seconds (ground.md: four hours otherwise).
 */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  if ((await jobPause(options.db)) === null) return runJobs(options);
  options.log.warn('jobs-paused');
  const ending = new AbortController();
  const begun = runOnceResumed(options, ending.signal);
  return {
    stop: async () => {
      ending.abort();
      await (await begun)?.stop();
    },
  };
}

async function runOnceResumed(options: WorkerOptions, ending: AbortSignal): Promise<Worker | null> {
  while (!ending.aborted) {
    try {
      if ((await jobPause(options.db)) === null) return await runJobs(options);
    } catch (error) {
      options.log.warn('worker-waits', databaseErrorFields(error));
    }
    await sleep(ASK_AGAIN, undefined, { signal: ending }).catch(() => undefined);
  }
  return null;
}

async function runJobs(options: WorkerOptions): Promise<Worker> {
  const events: WorkerEvents = new EventEmitter() as WorkerEvents;
  const ids = new Set<string>();
  events.on('worker:create', ({ worker }) => ids.add(worker.workerId));
  events.on('worker:stop', ({ worker }) => ids.delete(worker.workerId));
  const heartbeat = await startHeartbeat({
    db: options.db,
    log: options.log,
    ids: () => [...ids],
    now: options.now,
  });
  const runner = await run({
    pgPool: options.pool,
    concurrency: options.concurrency ?? 4,
    noHandleSignals: true,
    pollInterval: 2000,
    taskList: Object.fromEntries(options.jobs.map((job) => [job.name, taskOf(job, options)])) as TaskList,
    parsedCronItems: parseCronItems(
      options.jobs.flatMap((job) =>
        job.cron === undefined ? [] : [{ task: job.name, match: job.cron, options: { backfillPeriod: 0 } }],
      ),
    ),
    logger: new Logger(() => () => {}),
    events,
  });
  return {
    stop: async () => {
      await runner.stop();
      await heartbeat.stop();
    },
  };
}

function taskOf(job: AnyJob, options: WorkerOptions) {
  return async (raw: unknown): Promise<void> => {
    const started = performance.now();
    const payload = job.payload.parse(job.cron === undefined ? raw : {});
    try {
      await job.run(jobCtx(options, job.name), payload);
    } catch (error) {
      options.log.warn('job-failed', { job: job.name, ...databaseErrorFields(error) });
      throw error;
    }
    options.log.info('job', { job: job.name, ms: Math.round(performance.now() - started) });
  };
}

function jobCtx(options: WorkerOptions, name: string): Ctx {
  return {
    db: options.db,
    actor: { kind: 'system', name },
    now: options.now(),
    log: options.log,
    t: translator('en'),
    audit: () => {
      throw new TypeError('an audit entry is written inside atomically()');
    },
    keys: null,
  };
}
