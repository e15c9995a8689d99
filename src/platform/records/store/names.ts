// SPDX-License-Identifier: EUPL-1.2
import type { Db, Tx } from '#platform/db';

/** The record that is known elsewhere by this name; identifiers of a kind have its name as scheme. */
export async function findByAlias(_db: Db, _scheme: string, _value: string): Promise<number | null> {
  throw new TypeError('follows');
}

export async function setAlias(
  _tx: Tx,
  _alias: { scheme: string; value: string; record: number },
): Promise<void> {
  throw new TypeError('follows');
}

/** What a room computed of a record: lands among its facets. Null takes it away. */
export async function setTag(
  _tx: Tx,
  _tag: { record: number; scheme: string; code: string | null },
): Promise<void> {
  throw new TypeError('follows');
}
