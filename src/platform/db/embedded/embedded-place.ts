// SPDX-License-Identifier: EUPL-1.2
import { statfs } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DatabaseRefusal } from '../failure.ts';
import type { Part, Place } from '../place.ts';
import { openCluster, SUPERUSER } from './cluster.ts';
import { type EnginePackage, findEnginePackage, prepareEngine } from './engine.ts';
import { type Home, openHome } from './home.ts';
import {
  findPostmaster,
  type Ground,
  type Running,
  startPostmaster,
  stopPostmaster,
  untilAnswers,
} from './postmaster.ts';
import { isAlive } from './processes.ts';
import { withStartLock } from './start-lock.ts';

/** Numbers of the advisory locks, in the one database. Arbitrary, fixed for ever. */
export const SERVER_LOCK = 7_260_001;
export const WORK_LOCK = 7_260_002;

const DATABASE = 'rowan';
const USERS: Record<Part, string> = { install: SUPERUSER, migrate: 'rowan_migrate', app: 'rowan_app' };

const SERVER_GONE_TRIES = 10;
const SERVER_GONE_STEP_MS = 50;

interface Others {
  server: boolean;
  work: boolean;
}

const NOBODY: Others = { server: false, work: false };

/** Exit code and line when another Rowan serves from the same data folder. */
export function alreadyRuns(dataFolder: string): DatabaseRefusal {
  return new DatabaseRefusal('db.running', `Rowan runs here already (data folder ${dataFolder}).`, 3);
}

export interface EmbeddedOptions {
  dataFolder: string;
  role: 'server' | 'command';
  fsync: boolean;
}

/** The PostgreSQL of this data folder, brought by npm: found, started, adopted and stopped here. */
export class EmbeddedPlace implements Place {
  readonly embedded = true;
  readonly locks = { server: SERVER_LOCK, work: WORK_LOCK };
  readonly home: Home;
  readonly #found: EnginePackage;
  readonly #options: EmbeddedOptions;
  #running: Running | null = null;

  constructor(options: EmbeddedOptions) {
    this.#found = findEnginePackage();
    this.#options = options;
    this.home = openHome(options.dataFolder, this.#found.major);
  }

  /** Number of the running postmaster, for tests and the health page. */
  get pid(): number | null {
    return this.#running !== null && isAlive(this.#running.pid) ? this.#running.pid : null;
  }

  config(part: Part): pg.ClientConfig {
    if (this.#running === null) throw new Error('the embedded PostgreSQL does not run yet');
    const { socketFolder, port } = this.#running;
    return { host: socketFolder, port, user: USERS[part], database: DATABASE };
  }

  async ensure(hold: () => Promise<void>): Promise<void> {
    await withStartLock(this.home.folder, async () => {
      const { home } = this;
      const { fsync } = this.#options;
      const engine = prepareEngine(this.#found, home);
      const cluster = await openCluster(home, engine, fsync);
      const { running, started } = await this.#run({ home, engine, cluster, fsync });
      this.#running = running;
      try {
        await withClient(this.#superuser('postgres'), makeDatabase);
        await hold();
      } catch (error) {
        if (started) await stopPostmaster(running.pid);
        throw error;
      }
    });
  }

  async #run(ground: Ground): Promise<{ running: Running; started: boolean }> {
    const pid = await findPostmaster(ground);
    const running = pid === null ? null : await untilAnswers(ground.cluster, () => !isAlive(pid));
    if (pid === null || running === null) return { running: await startPostmaster(ground), started: true };
    const known = this.#running?.pid === pid;
    this.#running = running;
    if (known || this.#options.role === 'command') return { running, started: false };
    const others = await this.#untilServerGone();
    if (others.server) throw alreadyRuns(this.#options.dataFolder);
    if (others.work) return { running, started: false };
    // Nobody serves or works: it was left behind by a kill -9, perhaps by an older release.
    await stopPostmaster(pid);
    return { running: await startPostmaster(ground), started: true };
  }

  /** A killed server's connection is noticed by PostgreSQL a moment later: look again before believing in it. */
  async #untilServerGone(): Promise<Others> {
    for (let tries = 1; ; tries++) {
      const others = await this.#others(null);
      if (!others.server || tries === SERVER_GONE_TRIES) return others;
      await sleep(SERVER_GONE_STEP_MS);
    }
  }

  async #others(ownBackend: number | null): Promise<Others> {
    return withClient(this.#superuser('postgres'), async (client) => {
      const { rows } = await client.query<{ number: string }>(
        `select distinct l.objid::text as number from pg_locks l join pg_database d on d.oid = l.database
         where l.locktype = 'advisory' and l.granted and d.datname = $1 and l.pid is distinct from $2`,
        [DATABASE, ownBackend],
      );
      const held = new Set(rows.map(({ number }) => Number(number)));
      return { server: held.has(SERVER_LOCK), work: held.has(WORK_LOCK) };
    });
  }

  /** Without an answer a server stops its own PostgreSQL, and a command leaves alone what may serve somebody. */
  #unknown(): Others {
    return this.#options.role === 'server' ? NOBODY : { server: true, work: true };
  }

  #superuser(database: string): pg.ClientConfig {
    return { ...this.config('install'), database };
  }

  /** True when a server, of this process or another, holds the lock. */
  async isServed(): Promise<boolean> {
    return (await this.#others(null)).server;
  }

  async freeBytes(): Promise<number> {
    const { bavail, bsize } = await statfs(this.home.folder);
    return bavail * bsize;
  }

  async leave(ownBackend: number | null, release: () => Promise<void>): Promise<void> {
    await withStartLock(this.home.folder, async () => {
      const pid = this.pid;
      const others = pid === null ? NOBODY : await this.#others(ownBackend).catch(() => this.#unknown());
      await release();
      if (pid !== null && !others.server && !others.work) await stopPostmaster(pid);
    });
  }
}

async function makeDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
  if (rowCount === 0) await client.query(`create database ${DATABASE}`);
}

async function withClient<T>(config: pg.ClientConfig, fn: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config);
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await fn(client);
  } finally {
    await client.end();
  }
}
