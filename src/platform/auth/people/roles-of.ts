// SPDX-License-Identifier: EUPL-1.2
import type { Role } from '#platform/ctx';
import type { Db } from '#platform/db';
import { reading } from '../tables.ts';

/** The roles that people hold today, by id; whoever is unknown is not in it. */
export async function rolesOf(db: Db, ids: readonly string[]): Promise<Map<string, readonly Role[]>> {
  if (ids.length === 0) return new Map();
  const rows = await reading(db)
    .selectFrom('platform.person')
    .select(['id', 'roles'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, roles }) => [id, roles as Role[]]));
}
