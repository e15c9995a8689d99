// SPDX-License-Identifier: EUPL-1.2
import type pg from 'pg';
import { DatabaseRefusal } from '../failure.ts';
import type { Roles } from './roles.ts';

// While a backup is being loaded the database bears a mark, and whoever would serve or work on it is refused. It is
// made before anything else and goes last, so a restore that was killed at any moment leaves nothing that could pass
// for an installation.

const MARK = 'platform.unfinished_restore';

/** Whether a restore into this database began and did not end. */
export async function isRestoring(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ marked: boolean }>(
    `select to_regclass('${MARK}') is not null as marked`,
  );
  return rows[0]?.marked ?? false;
}

/** Refuses a database that a restore left half-way. */
export async function requireNoRestore(client: pg.Client): Promise<void> {
  if (!(await isRestoring(client))) return;
  throw new DatabaseRefusal(
    'db.restoring',
    'A backup is being restored into this database, or a restore did not end: run "rowan restore" again, it starts over.',
  );
}

/** Refuses a database in which anybody keeps anything. */
export async function requireEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'm', 'v') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    limit 1`);
  if (rows[0] === undefined) return;
  throw new DatabaseRefusal(
    'db.not-empty',
    `A backup is restored into an empty database only, and this one has ${rows[0].name}: name another in DATABASE_URL, or another folder in ROWAN_DATA.`,
  );
}

/** Throws away what an unfinished restore left. Only for a database that bears the mark: nobody ever used it. */
export async function startOver(client: pg.Client): Promise<void> {
  if (!(await isRestoring(client))) throw new TypeError('only an unfinished restore is thrown away');
  await client.query(`do $$
    declare
      room text;
    begin
      for room in select nspname from pg_namespace
        where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')
      loop
        execute format('drop schema %I cascade', room);
      end loop;
    end $$`);
}

/** The first thing a restore writes. */
export async function markRestore(client: pg.Client, { owner }: Roles): Promise<void> {
  await client.query(`begin; set local role ${owner};
    create schema if not exists platform;
    create table ${MARK} (since timestamptz not null default clock_timestamp());
    commit`);
}

/** The last. */
export async function unmarkRestore(client: pg.Client, { owner }: Roles): Promise<void> {
  await client.query(`begin; set local role ${owner}; drop table ${MARK}; commit`);
}
