// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Db } from '#platform/db';
import { reading } from '../tables.ts';

/** Voices of the sources that count, by source number: sources of one independence group have the same voice. */
export type Voices = ReadonlyMap<number, number>;

/** Sources read within their time; a list that nobody read for long says nothing any more. */
export async function freshSources(db: Db, now: Date): Promise<Voices> {
  const rows = await reading(db)
    .selectFrom('ratings.source')
    .select(['number', 'independence_group as group'])
    .where('read_at', 'is not', null)
    .where(sql<boolean>`read_at > ${now}::timestamptz - make_interval(days => fresh_days)`)
    .orderBy('number')
    .execute();
  const groups = [...new Set(rows.map(({ group }) => group))];
  return new Map(rows.map(({ number, group }) => [number, groups.indexOf(group)]));
}
