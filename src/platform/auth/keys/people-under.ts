// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import { reading } from '../tables.ts';

/** The names of people who have a way of signing in under this pepper: it moves when they use it. */
export async function peopleUnder(db: Db, pepper: string): Promise<string[]> {
  const rows = await reading(db)
    .selectFrom('platform.unlock as way')
    .innerJoin('platform.person as person', 'person.id', 'way.user_id')
    .select('person.alias')
    .where('way.pepper_id', '=', pepper)
    .orderBy('person.alias')
    .execute();
  return rows.map(({ alias }) => alias);
}
