// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import {
  closeSync,
  constants,
  fchownSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DatabaseRefusal } from '../failure.ts';
import { engineEnvironment, SUPERUSER, spawnAs } from './cluster.ts';
import type { Engine } from './engine.ts';
import { type Home, socketFolder } from './home.ts';
import { isClusterBusy, isPostgresOf, readPidFile, uidOf, until, untilGone } from './processes.ts';
import { settingArguments } from './settings.ts';

const LARGEST_LOG_BYTES = 8 * 1024 * 1024;
/** Recovery after a crash replays at most max_wal_size; minutes on a slow disk. */
const LONGEST_START_MS = 300_000;
/** How long the children of a killed postmaster may take to notice. */
const CHILDREN_MS = 10_000;
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

/**
 * The postmaster that runs on this cluster, if one does. After a kill its own children need a moment to notice, and
 * until then no other may start. The files with its number stand in the way only while the number is taken: by
 * another process of the same user, or by the killed one itself, which nobody has buried yet.
 */
export async function findPostmaster({ cluster, home }: Ground): Promise<number | null> {
  const found = readPidFile(cluster);
  if (found === null) return null;
  if (isPostgresOf(found.pid, cluster)) return found.pid;
  const quiet = await until(() => !isClusterBusy(cluster), CHILDREN_MS);
  if (!quiet || uidOf(found.pid) !== home.owner.uid) return null;
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
  if (found.socketFolder !== '') {
    rmSync(join(found.socketFolder, `.s.PGSQL.${found.port}.lock`), { force: true });
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
  const file = openSync(path, O_APPEND | O_CREAT | O_NOFOLLOW | O_WRONLY, 0o600);
  // Root may serve an ordinary user's home, who will want to go on without root.
  const { uid, gid } = statSync(home.folder);
  if (home.asRoot) fchownSync(file, uid, gid);
  return file;
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
