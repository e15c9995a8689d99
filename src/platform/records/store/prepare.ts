// SPDX-License-Identifier: EUPL-1.2
import { type Db, transaction } from '#platform/db';
import type { RecordRoom } from '../registry.ts';
import { orderRewrite } from './rewrite.ts';
import { seedTerms } from './terms.ts';

/** What a start owes to mounted rooms: their vocabularies, and bodies that an older release wrote. Run twice, it does nothing. */
export async function prepareRecords(db: Db, rooms: readonly RecordRoom[]): Promise<void> {
  const seeds = rooms.flatMap(({ terms }) => terms?.() ?? []);
  if (seeds.length > 0) await transaction(db, (tx) => seedTerms(tx, seeds));
  await orderRewrite(db);
}
