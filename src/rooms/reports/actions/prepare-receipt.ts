// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import type { Db } from '#platform/db';
import { keyringOf, makeReceiptCode, newReceipt, type ReceiptColumns } from '#platform/seal';
import { reading } from '../tables.ts';

/** A code that exists nowhere yet, and the columns of its row. */
export interface PreparedReceipt {
  id: string;
  code: string;
  columns: ReceiptColumns;
}

/**
 * Makes a code and its keys. The slow hash runs here, before any transaction. A code that ended within the
 * year is not given again: its old slip may still lie somewhere.
 */
export async function prepareReceipt(db: Db): Promise<PreparedReceipt> {
  for (;;) {
    const id = randomUUID();
    const code = makeReceiptCode();
    const columns = await newReceipt(keyringOf(db), { id, code });
    if (!(await isTaken(db, columns.lookup))) return { id, code, columns };
  }
}

async function isTaken(db: Db, lookup: Buffer): Promise<boolean> {
  const live = await reading(db)
    .selectFrom('reports.receipt')
    .select('id')
    .where('lookup', '=', lookup)
    .executeTakeFirst();
  const ended = await reading(db)
    .selectFrom('reports.receipt_ended')
    .select('until')
    .where('lookup', '=', lookup)
    .executeTakeFirst();
  return live !== undefined || ended !== undefined;
}
