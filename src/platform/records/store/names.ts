// SPDX-License-Identifier: EUPL-1.2
import type { Db, Tx } from '#platform/db';
import { project } from '../project/project.ts';
import { reading, writing } from '../tables.ts';
import { holdRecord } from './held.ts';
import { raiseVersion } from './publish.ts';

/** The record that is known elsewhere by this name; identifiers of a kind have its name as scheme. */
export async function findByAlias(db: Db, scheme: string, value: string): Promise<number | null> {
  const row = await reading(db)
    .selectFrom('records.alias')
    .select('record')
    .where('scheme', '=', scheme)
    .where('value', '=', value)
    .executeTakeFirst();
  return row?.record ?? null;
}

/** Gives a record another name. A name that another record has moves here. */
export async function setAlias(
  tx: Tx,
  { scheme, value, record }: { scheme: string; value: string; record: number },
): Promise<void> {
  await writing(tx)
    .insertInto('records.alias')
    .values({ scheme, value, record })
    .onConflict((conflict) => conflict.columns(['scheme', 'value']).doUpdateSet({ record }))
    .execute();
}

/** Gives a record a name that no other has; false where one has it, or is just being given it. */
export async function claimAlias(
  tx: Tx,
  { scheme, value, record }: { scheme: string; value: string; record: number },
): Promise<boolean> {
  const row = await writing(tx)
    .insertInto('records.alias')
    .values({ scheme, value, record })
    .onConflict((conflict) => conflict.columns(['scheme', 'value']).doNothing())
    .returning('record')
    .executeTakeFirst();
  return row !== undefined;
}

/** Every name that a record has elsewhere. */
export async function aliasesOf(db: Db, record: number): Promise<{ scheme: string; value: string }[]> {
  return reading(db)
    .selectFrom('records.alias')
    .select(['scheme', 'value'])
    .where('record', '=', record)
    .orderBy('scheme')
    .orderBy('value')
    .execute();
}

/** What a room computed of a record: lands among its facets. Null takes it away. Throws `records.no-record`. */
export async function setTag(
  tx: Tx,
  { record, scheme, code }: { record: number; scheme: string; code: string | null },
): Promise<void> {
  const held = await holdRecord(tx, record);
  const table = writing(tx);
  if (code === null) {
    await table.deleteFrom('records.tag').where('record', '=', record).where('scheme', '=', scheme).execute();
  } else {
    await table
      .insertInto('records.tag')
      .values({ record, scheme, code })
      .onConflict((conflict) => conflict.columns(['record', 'scheme']).doUpdateSet({ code }))
      .execute();
  }
  await project(tx, held, [0, 1]);
  await raiseVersion(tx);
}
