// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { type Db, type Tx, transaction } from '#platform/db';
import { project } from '../project/project.ts';
import { kinds } from '../registry.ts';
import { reading, writing } from '../tables.ts';
import { loadRecords } from './held.ts';
import { raiseVersion } from './publish.ts';

const BATCH = 200;

/**
 * Empties what readers see and makes it anew from the parts, in one transaction: readers keep the old until it is
 * done, those who save wait. Answers how many records there are.
 */
export function rebuild(db: Db): Promise<number> {
  return transaction(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('records.shown'))`.execute(writing(tx));
    for (const table of ['records.link', 'records.shown_words', 'records.shown'] as const)
      await writing(tx).deleteFrom(table).execute();
    let count = 0;
    for (let ids = await idsAfter(tx, 0); ids.length > 0; ids = await idsAfter(tx, ids.at(-1) ?? 0)) {
      for (const held of await loadRecords(tx, ids)) await project(tx, held, [0, 1]);
      count += ids.length;
    }
    await sql`select records.count_anew()`.execute(writing(tx));
    await raiseVersion(tx);
    return count;
  });
}

/** Records of rooms that are not mounted are not shown. */
async function idsAfter(tx: Tx, last: number): Promise<number[]> {
  const names = kinds().map(({ name }) => name);
  if (names.length === 0) return [];
  const rows = await reading(tx)
    .selectFrom('records.record')
    .select('id')
    .where('id', '>', last)
    .where('kind', 'in', names)
    .orderBy('id')
    .limit(BATCH)
    .execute();
  return rows.map(({ id }) => id);
}
