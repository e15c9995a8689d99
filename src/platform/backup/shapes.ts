// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';

// What the database itself says about its tables. The same questions are asked where a backup is made, as the
// application, and where it is restored, as the installing user.

/** A column as PostgreSQL would declare it. */
export interface Column {
  name: string;
  type: string;
}

export interface Table {
  schema: string;
  name: string;
  /** Without columns that the database computes. */
  columns: Column[];
}

export interface Sequence {
  schema: string;
  name: string;
  last: string;
}

/** `schema.name`, as people write it. */
export const plainName = ({ schema, name }: { schema: string; name: string }): string => `${schema}.${name}`;

/** The same, quoted for SQL. */
export const quotedName = ({ schema, name }: { schema: string; name: string }): string =>
  `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;

/** Rowan's own tables and no neighbour's: those of the owners of the ledger of migrations and of the audit. */
const OURS = `c.relowner in (
  select relowner from pg_class where oid in ('platform.migration'::regclass, 'audit.entry'::regclass))`;

/**
 * Every table whose rows survive a crash. Unlogged ones hold sessions and drafts and never leave the database; what
 * migrations write about themselves is made anew by running them.
 */
export const TABLES = `
  select n.nspname as schema, c.relname as name, json_agg(
      json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum) as columns
  from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where c.relkind = 'r' and c.relpersistence = 'p' and ${OURS}
    and (n.nspname, c.relname) not in (
      ('platform', 'migration'), ('platform', 'unfinished_restore'), ('graphile_worker', 'migrations'))
  group by n.nspname, c.relname
  order by n.nspname, c.relname`;

/** Where every sequence that was ever used stands. */
export const SEQUENCES = `
  select schemaname as schema, sequencename as name, last_value::text as last
  from pg_sequences s join pg_class c on c.oid = format('%I.%I', schemaname, sequencename)::regclass
  where last_value is not null and ${OURS}
  order by 1, 2`;
