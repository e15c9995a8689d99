// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';
import type { Loader } from '#platform/db';

interface Tie {
  schema: string;
  table: string;
  name: string;
  /** Of a foreign key: how it is made. */
  definition: string;
}

const FOREIGN_KEYS = `
  select n.nspname as schema, c.conrelid::regclass::text as table, c.conname as name, pg_get_constraintdef(c.oid) as definition
  from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
  where c.contype = 'f' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  order by 1, 2, 3`;

/** The audit's own fire always and refuse what a restore does not do. */
const TRIGGERS = `
  select n.nspname as schema, g.tgrelid::regclass::text as table, g.tgname as name, '' as definition
  from pg_trigger g join pg_class t on t.oid = g.tgrelid join pg_namespace n on n.oid = t.relnamespace
  where not g.tgisinternal and g.tgenabled = 'O' and n.nspname not in ('audit', 'information_schema') and n.nspname !~ '^pg_'
  order by 1, 2, 3`;

/**
 * Loosens what ties rows to each other, so that tables can be loaded in any order and nothing reacts to rows that
 * are only coming back; answers how to tie it again, which checks every foreign key. Both inside one transaction.
 */
export async function loosenTies(loader: Loader): Promise<() => Promise<void>> {
  const keys = await loader.query<Tie & Record<string, unknown>>(FOREIGN_KEYS);
  const triggers = await loader.query<Tie & Record<string, unknown>>(TRIGGERS);
  const alter = async ({ schema, table }: Tie, change: string) => {
    await loader.become(schema);
    await loader.query(`alter table ${table} ${change}`);
  };
  for (const key of keys) await alter(key, `drop constraint ${pg.escapeIdentifier(key.name)}`);
  for (const trigger of triggers)
    await alter(trigger, `disable trigger ${pg.escapeIdentifier(trigger.name)}`);
  return async () => {
    for (const key of keys)
      await alter(key, `add constraint ${pg.escapeIdentifier(key.name)} ${key.definition}`);
    for (const trigger of triggers)
      await alter(trigger, `enable trigger ${pg.escapeIdentifier(trigger.name)}`);
  };
}
