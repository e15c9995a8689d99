// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';
import type { Tx } from '#platform/db';
import { quotedName, type Table } from '../shapes.ts';
import { ask } from '../tables.ts';

const FIRST_ROWS = 100;
const MOST_ROWS = 20_000;
const BLOCK_CHARS = 2 ** 21;

// As text, json keeps every difference that a second reading would lose: null inside and outside, spelling, order.
const AS_TEXT = /^jsonb?$/;

/**
 * The rows of a table as lines of JSON, in blocks of about 2 MB however wide a row is. Only text functions of the
 * database touch the values, so numbers and times arrive exactly.
 */
export async function* readRows(tx: Tx, table: Table): AsyncGenerator<string[]> {
  const columns = table.columns.map(({ name, type }) => {
    const column = pg.escapeIdentifier(name);
    return AS_TEXT.test(type) ? `${column}::text as ${column}` : column;
  });
  await ask(
    tx,
    `declare picture no scroll cursor for
       select row_to_json("whole row")::text as line
       from (select ${columns.join(', ')} from ${quotedName(table)}) as "whole row"`,
  );
  let wanted = FIRST_ROWS;
  for (;;) {
    const rows = await ask<{ line: string }>(tx, `fetch ${wanted} from picture`);
    if (rows.length === 0) break;
    const lines = rows.map(({ line }) => line);
    yield lines;
    const chars = lines.reduce((sum, line) => sum + line.length, 0);
    wanted = Math.max(1, Math.min(MOST_ROWS, Math.round((rows.length * BLOCK_CHARS) / chars)));
  }
  await ask(tx, 'close picture');
}

/** How the rows of `columns` are read back: the definition for json_to_recordset and what to select from it. */
export function recordOf(columns: Table['columns']): {
  definition: string;
  selection: string;
  names: string;
} {
  const quoted = columns.map(({ name, type }) => ({ name: pg.escapeIdentifier(name), type }));
  return {
    definition: quoted.map(({ name, type }) => `${name} ${AS_TEXT.test(type) ? 'text' : type}`).join(', '),
    selection: quoted
      .map(({ name, type }) => (AS_TEXT.test(type) ? `r.${name}::${type}` : `r.${name}`))
      .join(', '),
    names: quoted.map(({ name }) => name).join(', '),
  };
}
