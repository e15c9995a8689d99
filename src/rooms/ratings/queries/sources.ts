// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Db } from '#platform/db';
import { categoryById } from '../categories.ts';
import type { RefusalCounts } from '../lists/refusals.ts';
import { type ListFormat, reading } from '../tables.ts';

/** A list as the desk sees it. */
export interface Source {
  id: string;
  name: string;
  licence: string;
  group: string;
  format: ListFormat;
  /** Null where the list has many. */
  category: string | null;
  addedAt: Date;
  readAt: Date | null;
  /** False once it was not read for too long: then it says nothing. */
  isFresh: boolean;
  /** Claims in force after the last reading. */
  claims: number;
}

/** One reading of a list. */
export interface Run {
  at: Date;
  seconds: number;
  lines: number;
  silent: number;
  said: number;
  added: number;
  kept: number;
  gone: number;
  refused: RefusalCounts;
}

const RUNS_SHOWN = 10;

/** Every list, by name; or the one with this id. */
export async function listSources(db: Db, now: Date, id?: string): Promise<Source[]> {
  let query = reading(db)
    .selectFrom('ratings.source as s')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('ratings.run as r')
          .select(({ eb }) => eb('r.added', '+', eb.ref('r.kept')).as('claims'))
          .whereRef('r.source_id', '=', 's.id')
          .orderBy('r.at', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .select([
      's.id',
      's.name',
      's.licence',
      's.independence_group',
      's.format',
      's.category',
      's.added_at',
      's.read_at',
      'last.claims',
      sql<boolean>`coalesce(s.read_at > ${now}::timestamptz - make_interval(days => s.fresh_days), false)`.as(
        'isFresh',
      ),
    ])
    .orderBy('s.name');
  if (id !== undefined) query = query.where('s.id', '=', id);
  return (await query.execute()).map((row) => ({
    id: row.id,
    name: row.name,
    licence: row.licence,
    group: row.independence_group,
    format: row.format,
    category: row.category === null ? null : (categoryById(row.category)?.code ?? null),
    addedAt: row.added_at,
    readAt: row.read_at,
    isFresh: row.isFresh,
    claims: row.claims ?? 0,
  }));
}

/** The last readings of a list, the newest first. */
export async function runsOf(db: Db, sourceId: string): Promise<Run[]> {
  return reading(db)
    .selectFrom('ratings.run')
    .select(['at', 'seconds', 'lines', 'silent', 'said', 'added', 'kept', 'gone', 'refused'])
    .where('source_id', '=', sourceId)
    .orderBy('at', 'desc')
    .limit(RUNS_SHOWN)
    .execute();
}
