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

/** Makes what was staged the whole word of this source about these categories, and empties the stage. */
export async function settleClaims(
  ctx: TxCtx,
  { source, categories }: { source: number; categories: number[] },
): Promise<ClaimChanges> {
  const db = writing(ctx.db);
  const day = ctx.now.toISOString().slice(0, 10);
  const [staged, added, gone, addedAddresses, goneAddresses] = [
    await sql<{
      n: number;
    }>`select count(*)::int as n from ratings.incoming where source = ${source}`.execute(db),
    await sql`insert into ratings.claim (name, source, category, below, since)
      select name, source, category, below, ${day}::date from ratings.incoming
      where source = ${source} and path = '' order by name on conflict do nothing`.execute(db),
    await sql`delete from ratings.claim c where c.source = ${source} and c.category = any(${categories}::int2[])
      and not exists (select from ratings.incoming i where i.source = ${source} and i.path = ''
        and i.name = c.name and i.category = c.category and i.below = c.below)`.execute(db),
    await sql`insert into ratings.address_claim (name, path, source, category, since)
      select name, path, source, category, ${day}::date from ratings.incoming
      where source = ${source} and path <> '' on conflict do nothing`.execute(db),
    await sql`delete from ratings.address_claim c where c.source = ${source} and c.category = any(${categories}::int2[])
      and not exists (select from ratings.incoming i where i.source = ${source}
        and i.name = c.name and i.path = c.path and i.category = c.category)`.execute(db),
  ];
  const now = await sql<{ n: number }>`select
      (select count(*) from ratings.claim where source = ${source} and category = any(${categories}::int2[]))
    + (select count(*) from ratings.address_claim where source = ${source} and category = any(${categories}::int2[]))
      as n`.execute(db);
  await writing(ctx.db).deleteFrom('ratings.incoming').where('source', '=', source).execute();
  const count = (result: { numAffectedRows?: bigint | undefined }) => Number(result.numAffectedRows ?? 0n);
  const isNew = count(added) + count(addedAddresses);
  const total = Number(now.rows[0]?.n ?? 0);
  return {
    added: isNew,
    kept: total - isNew,
    gone: count(gone) + count(goneAddresses),
    repeated: (staged.rows[0]?.n ?? 0) - total,
  };
}
