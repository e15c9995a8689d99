// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import type { Adoption } from '../adoption.ts';
import { reading } from '../tables.ts';

const MOST = 1000;

/** Who follows a guideline today, by name. */
export function adoptionsOf(db: Db, guideline: number): Promise<Adoption[]> {
  return reading(db)
    .selectFrom('library.adoption')
    .selectAll()
    .where('guideline', '=', guideline)
    .where('ended_on', 'is', null)
    .orderBy('name')
    .limit(MOST)
    .execute();
}
