// SPDX-License-Identifier: EUPL-1.2
import type { Loader } from '#platform/db';
import type { Deleted } from './ledger.ts';

interface Keyed {
  name: string;
  schema: string;
  quoted: string;
  key: string;
}

const BLOCK = 10_000;

/** Tables whose key is one uuid. Others cannot be named by a ledger. */
const KEYED = `
  select format('%s.%s', n.nspname, c.relname) as name, n.nspname as schema, format('%I.%I', n.nspname, c.relname) as quoted,
    quote_ident(a.attname) as key
  from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
  where i.indisprimary and i.indnkeyatts = 1 and a.atttypid = 'uuid'::regtype and n.nspname not in ('audit')`;

interface Arrow {
  child: string;
  parent: string;
}

const ARROWS = `
  select c.conrelid::regclass::text as child, c.confrelid::regclass::text as parent
  from pg_constraint c where c.contype = 'f' and c.conrelid <> c.confrelid`;

/** A row goes before the row it refers to. */
function childrenFirst(tables: readonly Keyed[], arrows: readonly Arrow[]): Keyed[] {
  const done = new Set<string>();
  const order: Keyed[] = [];
  const visit = (table: Keyed): void => {
    if (done.has(table.quoted)) return;
    done.add(table.quoted);
    const children = new Set(
      arrows.filter(({ parent }) => parent === table.quoted).map(({ child }) => child),
    );
    for (const one of tables) if (children.has(one.quoted)) visit(one);
    order.push(table);
  };
  for (const table of tables) visit(table);
  return order;
}

/**
 * Deletes again what the ledger says was deleted, and notes it in this database's own ledger. Ids are never given
 * twice, so lines from before the backup find nothing. Answers how many rows went.
 */
export async function replayLedger(loader: Loader, deleted: readonly Deleted[]): Promise<number> {
  const tables = await loader.query<Keyed & Record<string, unknown>>(KEYED);
  const wanted = Map.groupBy(deleted, ({ tbl }) => tbl);
  let gone = 0;
  for (const table of childrenFirst(tables, await loader.query<Arrow & Record<string, unknown>>(ARROWS))) {
    const lines = wanted.get(table.name) ?? [];
    await loader.become(table.schema);
    for (let at = 0; at < lines.length; at += BLOCK)
      gone += await deleteRows(loader, table, lines.slice(at, at + BLOCK));
  }
  return gone;
}

async function deleteRows(loader: Loader, table: Keyed, lines: readonly Deleted[]): Promise<number> {
  const ids = lines.map(({ id }) => id);
  // It was deleted, so whatever hold the backup shows was lifted before that.
  if (table.name === 'platform.object')
    await loader.query('update platform.object set hold = false where hold and id = any($1::uuid[])', [ids]);
  const rows = await loader.query(
    `delete from ${table.quoted} where ${table.key} = any($1::uuid[]) returning 1 as gone`,
    [ids],
  );
  await loader.query(
    `insert into platform.deletion_ledger (tbl, row_id, rule, at)
     select $1, r.id, r.rule, r.at from json_to_recordset($2::json) as r (id uuid, rule text, at timestamptz)
     where not exists (select from platform.deletion_ledger l where l.tbl = $1 and l.row_id = r.id)`,
    [table.name, JSON.stringify(lines)],
  );
  return rows.length;
}
