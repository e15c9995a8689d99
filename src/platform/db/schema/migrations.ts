// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type pg from 'pg';
import { cleanError, DatabaseRefusal } from '../failure.ts';
import type { Roles } from './roles.ts';

/** One plain SQL file, run once and never edited after. */
export interface Migration {
  name: string;
  text: string;
  sha256: string;
  /** Runs as the installing superuser, in the name of the audit owner. */
  audit: boolean;
}

const FILE = /^(\d+)-[a-z0-9-]+\.sql$/;
const MIGRATION_LOCK = 7_260_003;

/** The folder `migrations/` above this file: the same from the sources and from the bundle in `dist/`. */
export function findMigrationsFolder(): string {
  for (let at = import.meta.dirname; at !== dirname(at); at = dirname(at)) {
    const folder = join(at, 'migrations');
    if (existsSync(folder)) return folder;
  }
  throw new DatabaseRefusal('db.no-migrations', 'The folder migrations/ is missing beside the program.');
}

/** Reads all migrations in the order in which they run: by number, then by name. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => FILE.test(name))
    .sort((a, b) => numberOf(a) - numberOf(b) || (a < b ? -1 : 1))
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const sha256 = createHash('sha256').update(text).digest('hex');
      return { name: file.slice(0, -'.sql'.length), text, sha256, audit: file.includes('-audit-') };
    });
}

function numberOf(file: string): number {
  return Number(FILE.exec(file)?.[1]);
}

/** Two open connections: `install` may become the audit owner, `migrate` the owner of all else. */
export interface Migrators {
  install: pg.Client;
  migrate: pg.Client;
  roles: Roles;
}

/** Runs what has not run yet and returns the names. Several processes may try at once; one works, the others wait. */
export async function runMigrations(migrations: Migration[], by: Migrators): Promise<string[]> {
  await by.migrate.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
  try {
    await makeLedger(by.migrate, by.roles);
    const pending = compare(migrations, await readLedger(by.migrate));
    for (const migration of pending) await runOne(migration, by);
    if (pending.length > 0 && by.roles.separated) await by.migrate.query(grantGuard(by.roles));
    return pending.map(({ name }) => name);
  } finally {
    await by.migrate.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
  }
}

/** For a command beside a running server: the database must be exactly what this program knows. */
export async function requireMigrated(migrations: Migration[], client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('platform.migration') is not null as there`,
  );
  const pending = compare(migrations, rows[0]?.there ? await readLedger(client) : new Map());
  if (pending.length === 0) return;
  throw new DatabaseRefusal(
    'db.older',
    'The Rowan that serves this database is of an older release: restart it first.',
  );
}

/** What is still to run; refuses a database that this program does not understand. */
function compare(known: Migration[], ran: Map<string, string>): Migration[] {
  const names = new Set(known.map(({ name }) => name));
  const unknown = [...ran.keys()].find((name) => !names.has(name));
  if (unknown !== undefined) {
    throw new DatabaseRefusal(
      'db.newer',
      `The database was changed by a newer Rowan (migration ${unknown}): start that release.`,
    );
  }
  const changed = known.find(({ name, sha256 }) => ran.has(name) && ran.get(name) !== sha256);
  if (changed !== undefined) {
    throw new DatabaseRefusal(
      'db.edited',
      `The file of migration ${changed.name} is not the one that ran on this database: restore the file.`,
    );
  }
  return known.filter(({ name }) => !ran.has(name));
}

async function makeLedger(client: pg.Client, roles: Roles): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('platform.migration') is not null as there`,
  );
  if (rows[0]?.there) return;
  await client.query(`begin; set local role ${roles.owner};
    create schema if not exists platform;
    create table platform.migration (
      name text primary key, sha256 text not null, applied_at timestamptz not null default clock_timestamp());
    revoke insert, update, delete on platform.migration from ${roles.separated ? roles.app : 'public'};
    commit`);
}

async function readLedger(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from platform.migration',
  );
  return new Map(rows.map(({ name, sha256 }) => [name, sha256]));
}

async function runOne(migration: Migration, { install, migrate, roles }: Migrators): Promise<void> {
  const client = migration.audit ? install : migrate;
  await client.query('begin');
  try {
    await client.query(`set local role ${migration.audit ? roles.auditOwner : roles.owner}`);
    await client.query(withRoles(migration.text, roles));
    await client.query(`set local role ${roles.owner}`);
    await client.query('insert into platform.migration (name, sha256) values ($1, $2)', [
      migration.name,
      migration.sha256,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    const clean = cleanError(error);
    const reason = clean instanceof Error ? clean.message : 'unknown';
    throw new DatabaseRefusal(
      'db.migration',
      `Migration ${migration.name} failed and changed nothing: ${reason}`,
    );
  }
}

/** `:app` and `:guard` in grants stand for the roles; where roles cannot be made both are the user we have. */
function withRoles(text: string, roles: Roles): string {
  return text.replace(/(?<=\b(?:to|from)\s+):(app|guard)\b/g, (_, name: string) =>
    name === 'app' ? roles.app : roles.guard,
  );
}

/** The guard's role reads what the guard answers from, and nothing else. */
function grantGuard({ owner, guard }: Roles): string {
  return `do $$
    declare
      room text;
    begin
      set local role ${owner};
      foreach room in array array['guard', 'ratings'] loop
        if to_regnamespace(room) is not null then
          execute format('grant usage on schema %I to ${guard}', room);
          execute format('grant select on all tables in schema %I to ${guard}', room);
        end if;
      end loop;
    end $$`;
}
