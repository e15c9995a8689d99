// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseRefusal } from '../failure.ts';
import type { Engine } from './engine.ts';
import { type Home, makePrivate } from './home.ts';

/** The superuser of an embedded cluster. */
export const SUPERUSER = 'rowan_super';

/**
 * The cluster's folder, made if there is none. A new one is built beside its place and renamed, so that a kill in the
 * middle leaves nothing that looks like a cluster. Call under the start lock.
 */
export async function openCluster(home: Home, engine: Engine, fsync: boolean): Promise<string> {
  const cluster = join(home.folder, engine.major);
  refuseOtherMajors(home.folder, engine.major);
  if (existsSync(cluster)) {
    const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
    if (version !== engine.major) throw otherMajor(version, engine.major);
    return cluster;
  }
  const fresh = join(home.folder, 'new');
  rmSync(fresh, { recursive: true, force: true });
  makePrivate(fresh, home);
  await initialise(fresh, { home, engine, fsync });
  renameSync(fresh, cluster);
  return cluster;
}

function refuseOtherMajors(home: string, major: string): void {
  const other = readdirSync(home).find((name) => /^\d+$/.test(name) && name !== major);
  if (other !== undefined && !existsSync(join(home, major))) throw otherMajor(other, major);
}

function otherMajor(found: string, wanted: string): DatabaseRefusal {
  return new DatabaseRefusal(
    'db.other-major',
    `The data is in the format of PostgreSQL ${found} and this Rowan brings ${wanted}: restore a backup made by the release before.`,
  );
}

/**
 * The locale matters: with --no-locale lower(), ILIKE and pg_trgm ignore every letter outside ASCII. The built-in
 * provider needs nothing of the operating system.
 */
async function initialise(folder: string, at: { home: Home; engine: Engine; fsync: boolean }): Promise<void> {
  const options = ['-D', folder, '-U', SUPERUSER, '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8'];
  options.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions');
  if (!at.fsync) options.push('--no-sync');
  const child = spawn(at.engine.initdb, options, {
    ...spawnAs(at.home),
    cwd: folder,
    env: engineEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const code = await new Promise<number | string>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (status) => resolve(status ?? 'a signal'));
  });
  if (code === 0) return;
  rmSync(folder, { recursive: true, force: true });
  const reason = said.split('\n').find((line) => /error|fatal/i.test(line)) ?? `initdb ended with ${code}`;
  throw new DatabaseRefusal(
    'db.initdb',
    `The database could not be made: ${reason.trim()}${hint(String(code), reason)}`,
  );
}

function hint(code: string, reason: string): string {
  if (code.includes('ENOENT')) return ' (this system lacks glibc, as Alpine does: set DATABASE_URL)';
  if (reason.includes('user ID'))
    return ' (this user number has no line in /etc/passwd: add one, or set DATABASE_URL)';
  return '';
}

/** Root lends PostgreSQL the owner of the home; anybody else runs it as himself. */
export function spawnAs(home: Home): { uid?: number; gid?: number } {
  return home.asRoot ? home.owner : {};
}

/** PostgreSQL sees none of our environment: it may hold secrets, and PG* variables would steer it. */
export function engineEnvironment(): NodeJS.ProcessEnv {
  return { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' };
}
