// SPDX-License-Identifier: EUPL-1.2
import type { Loader } from '#platform/db';
import type { TableHeading } from '../file/format.ts';
import type { LineReader } from '../file/line-reader.ts';
import { recordOf } from '../file/read-rows.ts';
import { BackupRefusal } from '../refusal.ts';
import { plainName, quotedName, type Sequence, TABLES, type Table } from '../shapes.ts';

const MOST_ROWS = 20_000;
const BLOCK_CHARS = 2 ** 22;

/** The library's tables follow its own migrations: a release may have more columns there than the backup. */
const LIBRARY = 'graphile_worker';

/** The tables of an empty database, by name. */
export async function tablesOf(loader: Loader): Promise<Map<string, Table>> {
  const tables = await loader.query<Table & Record<string, unknown>>(TABLES);
  return new Map(tables.map((table) => [plainName(table), table]));
}

/** Takes away the rows with which migrations begin a table. The audit's own head is written over instead. */
export async function emptyTables(loader: Loader, tables: Iterable<Table>): Promise<void> {
  const names = [...tables].filter(({ schema }) => schema !== 'audit').map(quotedName);
  await loader.become('platform');
  await loader.query(`truncate ${names.join(', ')}`);
}

/** Loads the rows that follow this heading into the table of the same name. */
export async function loadTable(
  loader: Loader,
  reader: LineReader,
  { from, into }: { from: TableHeading; into: Table },
): Promise<void> {
  const known = new Set(into.columns.map(({ name }) => name));
  const columns = from.columns.filter(({ name }) => known.has(name));
  if (columns.length < from.columns.length && from.schema !== LIBRARY) throw misfit(plainName(from));
  const { definition, selection, names } = recordOf(columns);
  const overHead =
    plainName(from) === 'audit.head'
      ? 'on conflict (one) do update set seq = excluded.seq, h = excluded.h'
      : '';
  const statement = `insert into ${quotedName(into)} (${names}) overriding system value
    select ${selection} from json_to_recordset($1::json) as r (${definition}) ${overHead}`;
  await loader.become(from.schema);
  for (let left = from.rows; left > 0; ) {
    const lines = await reader.some(Math.min(left, MOST_ROWS), BLOCK_CHARS);
    await loader.query(statement, [`[${lines.join(',')}]`]);
    left -= lines.length;
  }
}

/** Throws unless the table now has as many rows as the backup said. */
export async function checkCount(
  loader: Loader,
  { schema, name, rows }: Omit<TableHeading, 'columns'>,
): Promise<void> {
  const [count] = await loader.query<{ rows: number }>(
    `select count(*)::int as rows from ${quotedName({ schema, name })}`,
  );
  if (count?.rows !== rows) throw misfit(plainName({ schema, name }));
}

/** Puts sequences where they stood, so that no number is given twice. */
export async function setSequences(loader: Loader, sequences: readonly Sequence[]): Promise<void> {
  for (const sequence of sequences) {
    await loader.become(sequence.schema);
    await loader.query('select setval($1::regclass, $2)', [quotedName(sequence), sequence.last]);
  }
}

export function misfit(table: string): BackupRefusal {
  return new BackupRefusal('backup.misfit', `The backup does not fit: table ${table} is not as it says.`);
}
