// SPDX-License-Identifier: EUPL-1.2
import type pg from 'pg';
import { DatabaseRefusal } from './failure.ts';

const OLDEST_VERSION = 150_000;
const HOW_TO_MAKE_ONE = `create database rowan template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`;

/** Refuses a database on which Rowan would work wrongly; returns its version number, such as 180004. */
export async function checkDatabase(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ version: number; encoding: string; lower: string }>(
    `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
       lower('Ж') as lower`,
  );
  const facts = rows[0];
  if (facts === undefined || facts.version < OLDEST_VERSION) {
    throw new DatabaseRefusal('db.old-postgres', 'Rowan needs PostgreSQL 15 or newer.');
  }
  if (facts.encoding !== 'UTF8') throw wrongLocale(`its encoding is ${facts.encoding}, not UTF8`);
  if (facts.lower !== 'ж') throw wrongLocale('it does not know letters outside ASCII');
  await requireTrigrams(client);
  return facts.version;
}

async function requireTrigrams(client: pg.Client): Promise<void> {
  try {
    await client.query('create extension if not exists pg_trgm with schema public');
  } catch {
    throw new DatabaseRefusal(
      'db.no-trigrams',
      'The extension pg_trgm is missing: run "create extension pg_trgm" in this database as an administrator.',
    );
  }
  const { rows } = await client.query<{ grams: number }>(
    `select cardinality(public.show_trgm('ж')) as grams`,
  );
  if (!rows[0]?.grams) throw wrongLocale('its search ignores letters outside ASCII');
}

function wrongLocale(reason: string): DatabaseRefusal {
  return new DatabaseRefusal(
    'db.locale',
    `Rowan cannot use this database: ${reason}. Make one with: ${HOW_TO_MAKE_ONE}`,
  );
}
