// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { closeSync, constants, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DatabaseRefusal } from '../failure.ts';
import { engineEnvironment, SUPERUSER, spawnAs } from './cluster.ts';
import type { Engine } from './engine.ts';
import { type Home, socketFolder } from './home.ts';
import { isAlive, isPostmasterOf, readPidFile, uidOf, untilGone } from './processes.ts';
import { settingArguments } from './settings.ts';

const LARGEST_LOG_BYTES = 8 * 1024 * 1024;
/** Recovery after a crash replays at most max_wal_size; minutes on a slow disk. */
const LONGEST_START_MS = 300_000;
const FAST_STOP_MS = 20_000;
const QUICK_STOP_MS = 10_000;

/** A PostgreSQL that answers. */
export interface Running {
  pid: number;
  socketFolder: string;
  port: number;
}

export interface Ground {
  home: Home;
  engine: Engine;
  cluster: string;
  fsync: boolean;
}

/** The postmaster that runs on this cluster, if one does; a number left by a crash is cleared away. */
export function findPostmaster(ground: Ground): number | null {
  const found = readPidFile(ground.cluster);
  if (found === null) return null;
  if (isPostmasterOf(found.pid, ground.cluster)) return found.pid;
  // PostgreSQL itself clears the file away, unless the number was given to another process of its own user.
  if (isAlive(found.pid) && uidOf(found.pid) === ground.home.owner.uid) {
    rmSync(join(ground.cluster, 'postmaster.pid'), { force: true });
  }
  return null;
}

/** Starts PostgreSQL and waits until it answers. */
export async function startPostmaster(ground: Ground): Promise<Running> {
  const { home, engine, cluster } = ground;
  const log = openLog(home);
  const child = spawn(
    engine.postgres,
    ['-D', cluster, ...settingArguments(socketFolder(home), ground.fsync)],
    {
      ...spawnAs(home),
      cwd: cluster,
      env: engineEnvironment(),
      // In our own process group Ctrl-C would stop it before we have answered, and a pipe would fill up.
      detached: true,
      stdio: ['ignore', log, log],
    },
  );
  closeSync(log);
  child.unref();
  let ended = false;
  child.on('error', () => {
    ended = true;
  });
  child.on('exit', () => {
    ended = true;
  });
  const running = await untilAnswers(cluster, () => ended);
  if (running !== null) return running;
  child.kill('SIGQUIT');
  throw new DatabaseRefusal('db.start', `PostgreSQL did not start: ${lastWords(home)}`);
}

/** Waits until the postmaster of this cluster answers; null when it ended instead. */
export async function untilAnswers(cluster: string, ended: () => boolean): Promise<Running | null> {
  for (let waited = 0; waited < LONGEST_START_MS && !ended(); waited += 20) {
    const file = readPidFile(cluster);
    if (file !== null && file.socketFolder !== '' && (await answers(file.socketFolder, file.port)))
      return file;
    await sleep(20);
  }
  return null;
}

async function answers(host: string, port: number): Promise<boolean> {
  const client = new pg.Client({
    host,
    port,
    user: SUPERUSER,
    database: 'postgres',
    connectionTimeoutMillis: 5000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Stops a postmaster: fast first (SIGINT), then at once (SIGQUIT), which the next start repairs from the log. */
export async function stopPostmaster(pid: number): Promise<void> {
  signal(pid, 'SIGINT');
  if (await untilGone(pid, FAST_STOP_MS)) return;
  signal(pid, 'SIGQUIT');
  if (await untilGone(pid, QUICK_STOP_MS)) return;
  throw new DatabaseRefusal('db.stop', `PostgreSQL (process ${pid}) does not stop.`);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone in the meantime, which is what was wanted.
  }
}

/** Opened by us and handed down: PostgreSQL can write to it but not put another file in its place. */
function openLog(home: Home): number {
  const path = logPath(home);
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG_BYTES)
    renameSync(path, `${path}.1`);
  const { O_APPEND, O_CREAT, O_NOFOLLOW, O_WRONLY } = constants;
  return openSync(path, O_APPEND | O_CREAT | O_NOFOLLOW | O_WRONLY, 0o600);
}

/** PostgreSQL's own log. */
export function logPath(home: Home): string {
  return join(home.folder, 'postgres.log');
}

function lastWords(home: Home): string {
  const lines = readFileSync(logPath(home), 'utf8').trimEnd().split('\n').slice(-20);
  const line = lines.findLast((text) => /FATAL|PANIC|error/i.test(text)) ?? lines.at(-1) ?? '';
  return `${line.replace(/^[-\d :.]+UTC \[\d+\] /, '')} (${logPath(home)})`;
}
