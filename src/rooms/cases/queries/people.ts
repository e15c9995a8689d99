// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import { WORKERS } from '../access.ts';
import { reading } from '../tables.ts';

/** The names by which staff know each other at the desk, by id. Reporters never see them. */
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

/** Those of a case's readers who could take it over. */
export async function workers(db: Db, readers: readonly string[]): Promise<{ id: string; alias: string }[]> {
  const rows = await reading(db)
    .selectFrom('platform.person')
    .select(['id', 'alias', 'roles'])
    .where('state', '=', 'active')
    .orderBy('alias')
    .execute();
  return rows
    .filter(
      ({ id, roles }) => readers.includes(id) && roles.some((role) => WORKERS.some((one) => one === role)),
    )
    .map(({ id, alias }) => ({ id, alias }));
}
