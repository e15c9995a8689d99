// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomBytes } from 'node:crypto';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { atomically, type Ctx } from '#platform/ctx';
import { type Db, transaction } from '#platform/db';
import { translator } from '#platform/i18n';
import { silentLog } from '#platform/log';
import { attachKeyring, confirmRecovery, type Half } from '#platform/seal';
import { type FreshDatabase, freshDatabase } from '../../../../tests/harness/database.ts';
import { findMigrationsFolder } from '../../db/schema/migrations.ts';
import { begin, type Installation, NOW, put } from '../../seal/testing/installation.ts';
import { halvesOf } from '../../seal/testing/papers.ts';
import { type BackupKey, makeBackupKey } from '../make/backup-key.ts';
import { type MadeBackup, makeBackup } from '../make/make-backup.ts';

// For tests only: an installation with sealed words, rows of every kind and a folder, worth a backup.

export interface Source {
  fresh: FreshDatabase;
  at: Installation;
  db: Db;
  /** An object that the operator opens. */
  story: string;
  folder: string;
  /** The project's migrations and one more. */
  migrations: string;
  key: BackupKey;
  halves: [Half, Half];
  ctx(now?: Date): Ctx;
  backup(file: string, now?: Date): Promise<MadeBackup>;
  sql(text: string): Promise<void>;
  drop(): Promise<void>;
}

export function systemCtx(db: Db, now: Date = NOW): Ctx {
  return {
    db,
    actor: { kind: 'system', name: 'test' },
    now,
    log: silentLog,
    t: translator('en'),
    audit: () => {
      throw new TypeError('an audit entry is written inside atomically()');
    },
    keys: null,
  };
}

/** `confirmed` false: nobody typed the recovery halves back yet. */
export async function makeSource({ confirmed = true } = {}): Promise<Source> {
  const fresh = await freshDatabase();
  const at = await begin(fresh);
  const { db } = at;
  attachKeyring(db, at.keyring);
  const halves = halvesOf(at.recovery);
  if (confirmed) await transaction(db, (tx) => confirmRecovery(tx, at.keyring, { halves, now: NOW }));
  const folder = await mkdtemp(join(tmpdir(), 'rowan-backup-'));
  const key = await makeBackupKey();
  const install = new pg.Client(fresh.config('install'));
  await install.connect();
  const source: Source = {
    fresh,
    at,
    db,
    story: await put(at, 'report.story'),
    folder,
    migrations: join(folder, 'migrations'),
    key,
    halves,
    ctx: (now) => systemCtx(db, now),
    backup: (file, now = NOW) =>
      makeBackup(systemCtx(db, now), {
        file: join(folder, file),
        recipient: key.recipient,
        dataFolder: folder,
        program: '0.0.0',
      }),
    sql: async (text) => {
      await install.query(text);
    },
    drop: async () => {
      await install.end();
      await fresh.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  await fill(source);
  return source;
}

/** A migration with a table whose rows are easy to lose on the way: null beside null, large numbers, cycles, times. */
const TRIAL = `
  create schema trial;
  create table trial.odd (
    id uuid primary key, n bigint, r real, d double precision, m numeric, t text, b bytea, j jsonb, js json, a text[],
    aj jsonb[], ts timestamptz, day date, iv interval, less bigint generated always as (n - 1) stored,
    "Strange ""name""" text, seq bigint generated always as identity, next uuid references trial.odd);
  create unlogged table trial.passing (id int);
  create table trial.noticed (id int);
  create function trial.notice() returns trigger language plpgsql as
    $$ begin insert into trial.noticed values (1); return null; end $$;
  create trigger notice after insert on trial.odd for each row execute function trial.notice();`;

const ODD_ROWS = `
  insert into trial.passing values (1);
  insert into trial.odd (id, n, r, d, m, t, b, j, js, a, aj, ts, day, iv, "Strange ""name""") values
    (gen_random_uuid(), 9223372036854775807, 0.1, 1e-308, 1.230000000000000000001,
      E'line\\nнов \\u2028 "quoted" \\\\ 雪', '\\x00ff0a', 'null', E'{"a" : 1,\\n "a": 2}', '{"x","y,z",null,"\\"q\\""}',
      array['1', 'null', '{"k": [1]}']::jsonb[], '2026-11-21 12:00:00.123456+00', '0044-03-15 BC',
      '1 mon 2 days 00:00:03.5', 'kept'),
    (gen_random_uuid(), null, 'NaN', 'Infinity', null, '', '', null, null, '{}', null, 'infinity', 'infinity', null, null);
  insert into trial.odd (id, t, next) select gen_random_uuid(), 'points forward', id from trial.odd limit 1;
  update trial.odd set next = (select id from trial.odd where t = 'points forward') where n is not null`;

const CLAIMS = `
  insert into ratings.source (id, name, licence, independence_group, format, added_at)
    values (gen_random_uuid(), 'Example list', 'CC0', 'example', 'hosts', now());
  insert into ratings.claim (name, source, category, below, since)
    select 'org example n' || n, 1, n % 7, false, '2026-11-21' from generate_series(1, 3000) n`;

async function fill({ ctx, sql, folder, migrations }: Source): Promise<void> {
  await cp(findMigrationsFolder(), migrations, { recursive: true });
  await writeFile(join(migrations, '98-trial-odd.sql'), TRIAL);
  const sum = createHash('sha256').update(TRIAL).digest('hex');
  await sql(
    `do $$ begin execute format('grant create on database %I to rowan_owner', current_database()); end $$`,
  );
  await sql(`set role rowan_owner; ${TRIAL}`);
  await sql(`insert into platform.migration (name, sha256) values ('98-trial-odd', '${sum}'); reset role`);
  await sql(ODD_ROWS);
  await sql(CLAIMS);
  await sql(`insert into platform.session (id, kind, idle_until, absolute_until)
    values ('\\x01', 'desk', now(), now())`);
  for (const id of ['a', 'b', 'c', 'd', 'e'])
    await atomically(ctx(), async (inner) => inner.audit({ act: 'test', kind: 'test', id }));
  await mkdir(join(folder, 'snapshots'));
  for (const number of [9, 10, 11])
    await writeFile(join(folder, 'snapshots', `${number}.rix`), randomBytes(2_000_000));
}
