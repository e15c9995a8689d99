// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { DatabaseRefusal } from '../failure.ts';
import { NEWS_CHANNEL } from '../transaction.ts';

const PROBE_TOPIC = 'rowan.probe';
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
  let grams: number | undefined;
  try {
    await client.query('create extension if not exists pg_trgm with schema public');
    const { rows } = await client.query<{ grams: number }>(
      `select cardinality(public.show_trgm('ж')) as grams`,
    );
    grams = rows[0]?.grams;
  } catch {
    throw new DatabaseRefusal(
      'db.no-trigrams',
      'Rowan needs the extension pg_trgm: run "create extension pg_trgm with schema public" in its database as an administrator.',
    );
  }
  if (!grams) throw wrongLocale('its search ignores letters outside ASCII');
}

function wrongLocale(reason: string): DatabaseRefusal {
  return new DatabaseRefusal(
    'db.locale',
    `Rowan cannot use this database: ${reason}. Make one with: ${HOW_TO_MAKE_ONE}`,
  );
}

const LONGEST_NEWS_MS = 5_000;

/**
 * Refuses a transaction pooler: through one, LISTEN succeeds and nothing is ever heard. `listen` registers on the
 * lasting connection; the word is sent over another.
 */
export async function requireNews(
  client: pg.Client,
  listen: (topic: string, handler: (id: string | null) => void) => () => void,
  waitMs: number = LONGEST_NEWS_MS,
): Promise<void> {
  const word = randomUUID();
  const heard = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => heard.resolve(false), waitMs);
  const stop = listen(PROBE_TOPIC, (id) => {
    if (id === word) heard.resolve(true);
  });
  try {
    await client.query('select pg_notify($1, $2)', [NEWS_CHANNEL, `${PROBE_TOPIC} ${word}`]);
    if (await heard.promise) return;
  } finally {
    clearTimeout(timer);
    stop();
  }
  throw new DatabaseRefusal(
    'db.pooler',
    'Notifications do not arrive through DATABASE_URL: it leads to a transaction pooler. Name the database itself, or a session pooler.',
  );
}
