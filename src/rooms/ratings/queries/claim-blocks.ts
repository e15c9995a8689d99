// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Db } from '#platform/db';
import { reading } from '../tables.ts';

/** Claims a block. A block is one text, so that the driver makes one value of it and not a million small ones. */
const BLOCK = 20_000;

interface Place {
  name: string;
  source: number;
  category: number;
  below: boolean;
}

/**
 * All claims in the order of names, as `WordJoiner` takes them. Give a handle of one repeatable-read transaction, or
 * claims that come and go meanwhile are seen in part.
 */
export async function* claimBlocks(db: Db): AsyncGenerator<string> {
  let last: Place = { name: '', source: 0, category: 0, below: false };
  for (;;) {
    const { rows } = await sql<{ lines: string | null; rows: number }>`
      with block as (
        select name, source, category, below from ratings.claim
        where (name, source, category, below) > (${last.name}, ${last.source}::int2, ${last.category}::int2, ${last.below})
        order by name, source, category, below limit ${BLOCK})
      select string_agg(concat_ws(E'\t', name, source, category, below::int), E'\n' order by name, source, category, below) as lines,
        count(*)::int as rows from block`.execute(reading(db));
    const block = rows[0];
    if (block === undefined || block.lines === null) return;
    yield block.lines;
    if (block.rows < BLOCK) return;
    last = lastOf(block.lines);
  }
}

function lastOf(lines: string): Place {
  const [name = '', source, category, below] = lines.slice(lines.lastIndexOf('\n') + 1).split('\t');
  return { name, source: Number(source), category: Number(category), below: below === '1' };
}
