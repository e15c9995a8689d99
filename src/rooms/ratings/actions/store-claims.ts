// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { TxCtx } from '#platform/ctx';
import type { Tx } from '#platform/db';
import type { ListPart } from '../lists/list-files.ts';
import type { ListBatch } from '../lists/read-list.ts';
import { nameKey } from '../name-key.ts';
import { writing } from '../tables.ts';

interface Staged {
  source: number;
  part: Pick<ListPart, 'category' | 'below'>;
  batch: ListBatch;
}

/** Puts a batch beside the claims in force. One text of many lines is the quickest way of many rows into PostgreSQL. */
export async function stage(tx: Tx, { source, part, batch }: Staged): Promise<void> {
  const { category, below } = part;
  if (batch.hosts.length > 0) {
    const names = batch.hosts.map(nameKey).join('\n');
    await sql`insert into ratings.incoming (source, name, path, category, below)
      select ${source}::int2, name, '', ${category.id}::int2, ${below}::bool
      from string_to_table(${names}::text, E'\n') name`.execute(writing(tx));
  }
  if (batch.addresses.length > 0) {
    const names = batch.addresses
      .map((address) => nameKey(address.slice(0, address.indexOf('/'))))
      .join('\n');
    const paths = batch.addresses.map((address) => address.slice(address.indexOf('/'))).join('\n');
    await sql`insert into ratings.incoming (source, name, path, category, below)
      select ${source}::int2, name, path, ${category.id}::int2, false
      from unnest(string_to_array(${names}::text, E'\n'), string_to_array(${paths}::text, E'\n')) as i (name, path)`.execute(
      writing(tx),
    );
  }
}

export interface ClaimChanges {
  added: number;
  kept: number;
  gone: number;
  /** Claims that the list made more than once. */
  repeated: number;
}

interface Settled {
  source: number;
  categories: number[];
}

/** Makes what was staged the whole word of this source about these categories, and empties the stage. */
export async function settleClaims(ctx: TxCtx, about: Settled): Promise<ClaimChanges> {
  const db = writing(ctx.db);
  // Nobody counts the rows of `incoming` before they are used, so the planner takes them for few: told nothing, it
  // compared a million claims one by one.
  await sql`select set_config('enable_nestloop', 'off', true), set_config('work_mem', '96MB', true)`.execute(
    db,
  );
  const hosts = await settleHosts(ctx, about);
  const addresses = await settleAddresses(ctx, about);
  await sql`select set_config('enable_nestloop', 'on', true)`.execute(db);
  const staged = await db
    .deleteFrom('ratings.incoming')
    .where('source', '=', about.source)
    .executeTakeFirstOrThrow();
  const added = hosts.added + addresses.added;
  const total = hosts.total + addresses.total;
  return {
    added,
    kept: total - added,
    gone: hosts.gone + addresses.gone,
    repeated: Number(staged.numDeletedRows) - total,
  };
}

interface Counted {
  added: number;
  gone: number;
  total: number;
}

// Rows are added in the order of the primary key, which fills its pages twice as fast as any order.
async function settleHosts(ctx: TxCtx, { source, categories }: Settled): Promise<Counted> {
  const db = writing(ctx.db);
  const added = await sql`insert into ratings.claim (name, source, category, below, since)
    select distinct name, source, category, below, ${ctx.now}::timestamptz::date from ratings.incoming i
    where source = ${source} and path = '' and not exists (select from ratings.claim c where c.source = ${source}
      and c.name = i.name and c.category = i.category and c.below = i.below)
    order by name`.execute(db);
  const gone =
    await sql`delete from ratings.claim c where c.source = ${source} and c.category = any(${categories}::int2[])
    and not exists (select from ratings.incoming i where i.source = ${source} and i.path = ''
      and i.name = c.name and i.category = c.category and i.below = c.below)`.execute(db);
  const total = await sql<{ n: number }>`select count(*) as n from ratings.claim
    where source = ${source} and category = any(${categories}::int2[])`.execute(db);
  return counted(added, gone, total);
}

async function settleAddresses(ctx: TxCtx, { source, categories }: Settled): Promise<Counted> {
  const db = writing(ctx.db);
  const added = await sql`insert into ratings.address_claim (name, path, source, category, since)
    select distinct name, path, source, category, ${ctx.now}::timestamptz::date from ratings.incoming
    where source = ${source} and path <> '' on conflict do nothing`.execute(db);
  const gone = await sql`delete from ratings.address_claim c
    where c.source = ${source} and c.category = any(${categories}::int2[])
    and not exists (select from ratings.incoming i where i.source = ${source}
      and i.name = c.name and i.path = c.path and i.category = c.category)`.execute(db);
  const total = await sql<{ n: number }>`select count(*) as n from ratings.address_claim
    where source = ${source} and category = any(${categories}::int2[])`.execute(db);
  return counted(added, gone, total);
}

type Rows = { numAffectedRows?: bigint | undefined };

function counted(added: Rows, gone: Rows, total: { rows: { n: number }[] }): Counted {
  const count = ({ numAffectedRows }: Rows) => Number(numAffectedRows ?? 0n);
  return { added: count(added), gone: count(gone), total: Number(total.rows[0]?.n ?? 0) };
}
