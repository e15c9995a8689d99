// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import { reading } from '../tables.ts';

/** The names by which staff know each other, by id; also of those who left. */
export async function aliasesOf(db: Db, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const asked = [...new Set(ids.filter((id) => id !== null))];
  if (asked.length === 0) return new Map();
  const rows = await reading(db)
    .selectFrom('platform.person')
    .select(['id', 'alias'])
    .where('id', 'in', asked)
    .execute();
  return new Map(rows.map(({ id, alias }) => [id, alias]));
}
