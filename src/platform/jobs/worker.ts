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
const BEGIN_AGAIN = 1000;

/**
 * Runs jobs until stopped; while jobs are paused it waits, and begins within seconds of `resumeJobs`. Where the database
 * goes away under it, it begins again. A job gets a context without keys: nothing sealed can be opened here. Jobs left
 * locked by a worker that died are freed within ten seconds (ground.md: four hours otherwise).
 */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const ending = new AbortController();
  const isPaused = (await jobPause(options.db)) !== null;
  if (isPaused) options.log.warn('jobs-paused');
  const first = isPaused ? null : await runJobs(options);
  const running = keepRunning(options, { first, ending: ending.signal });
  return {
    stop: async () => {
      ending.abort();
      await running;
    },
  };
}

interface Keeping {
  first: Running | null;
  ending: AbortSignal;
}

async function keepRunning(options: WorkerOptions, { first, ending }: Keeping): Promise<void> {
  for (let jobs = first; !ending.aborted; jobs = null) {
    jobs ??= await begin(options, ending);
    if (jobs === null) return;
    const ended = aborted(ending);
    await Promise.race([jobs.ended, ended.promise]);
    ended.forget();
    await jobs.stop();
    if (ending.aborted) return;
    options.log.warn('worker-begins-again');
    await pause(BEGIN_AGAIN, ending);
  }
}

/** Null where it was stopped before it could begin. */
async function begin(options: WorkerOptions, ending: AbortSignal): Promise<Running | null> {
  while (!ending.aborted) {
    try {
      if ((await jobPause(options.db)) === null) return await runJobs(options);
    } catch (error) {
      options.log.warn('worker-waits', databaseErrorFields(error));
    }
    await pause(ASK_AGAIN, ending);
  }
  return null;
}

const pause = (ms: number, signal: AbortSignal) => sleep(ms, undefined, { signal }).catch(() => undefined);

function aborted(signal: AbortSignal): { promise: Promise<void>; forget(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  const heard = () => resolve();
  signal.addEventListener('abort', heard, { once: true });
  if (signal.aborted) resolve();
  return { promise, forget: () => signal.removeEventListener('abort', heard) };
}

interface Running extends Worker {
  /** Settles when it ended by itself. */
  ended: Promise<void>;
}

async function runJobs(options: WorkerOptions): Promise<Running> {
  const events: WorkerEvents = new EventEmitter() as WorkerEvents;
  // Jobs are locked in the name of the pool, not of the workers in it.
  const ids = new Set<string>();
  events.on('pool:create', ({ workerPool }) => ids.add(workerPool.id));
  const heartbeat = await startHeartbeat({
    db: options.db,
    log: options.log,
    ids: () => [...ids],
    now: options.now,
  });
  const runner = await run({
    pgPool: options.pool,
    noHandleSignals: true,
    preset: {
      worker: {
        concurrentJobs: options.concurrency ?? 4,
        pollInterval: 2000,
        // Without a batch nobody awaits the answer to "done" or "failed": a lost connection then ends the process.
        completeJobBatchDelay: 0,
        failJobBatchDelay: 0,
      },
    },
    taskList: Object.fromEntries(options.jobs.map((job) => [job.name, taskOf(job, options)])) as TaskList,
    parsedCronItems: parseCronItems(
      options.jobs.flatMap((job) =>
        job.cron === undefined ? [] : [{ task: job.name, match: job.cron, options: { backfillPeriod: 0 } }],
      ),
    ),
    logger: new Logger(() => () => {}),
    events,
  }).catch(async (error) => {
    await heartbeat.stop();
    throw error;
  });
  const ended = runner.promise.catch(() => undefined);
  return {
    ended,
    stop: async () => {
      // It refuses to be stopped twice, and what ended by itself has given up its jobs to the heartbeat's sweep.
      await runner.stop().catch(() => undefined);
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
