// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import { levelFor } from '../access.ts';
import { today } from '../change/today.ts';
import type { Face, FullRecord, History, Level, OldBody } from '../record.ts';
import { kindOf } from '../registry.ts';
import { reading } from '../tables.ts';
import { fullRecord } from './full.ts';
import { loadRecords } from './held.ts';

/** A record as a reader of this level may see it; null where there is nothing for them. */
export async function readRecord(
  db: Db,
  id: number,
  reader: { face: Face; level: Level },
): Promise<FullRecord | null> {
  const [held] = await loadRecords(db, [id]);
  return held === undefined ? null : fullRecord(held, reader);
}

/** The same for many, in the order asked for; what the reader may not see is left out. */
export async function readRecords(
  db: Db,
  ids: readonly number[],
  reader: { face: Face; level: Level },
): Promise<FullRecord[]> {
  const found = new Map((await loadRecords(db, ids)).map((held) => [held.id, held]));
  return ids.flatMap((id) => {
    const held = found.get(id);
    return (held === undefined ? null : fullRecord(held, reader)) ?? [];
  });
}

/** Why what was published here is no longer; null where nothing was, or not for this reader. */
export async function withdrawnReason(
  db: Db,
  id: number,
  level: Level,
): Promise<{ kind: string; reason: string } | null> {
  const row = await reading(db)
    .selectFrom('records.record')
    .select(['kind', 'reason'])
    .where('id', '=', id)
    .where('state', '=', 'withdrawn')
    .executeTakeFirst();
  if (row === undefined || levelFor(kindOf(row.kind).seen) > level) return null;
  return { kind: row.kind, reason: row.reason ?? '' };
}

/** Every revision and edition of a record; for those who may see what is worked on. */
export async function revisionsOf(db: Db, id: number): Promise<History> {
  const revisions = await reading(db)
    .selectFrom('records.revision')
    .select(['lang', 'rev', 'by', 'at', 'via', 'note'])
    .where('record', '=', id)
    .orderBy('at', 'desc')
    .orderBy('rev', 'desc')
    .orderBy('lang')
    .execute();
  const editions = await reading(db)
    .selectFrom('records.edition')
    .select(['no', 'parts', 'by', 'at', 'note'])
    .where('record', '=', id)
    .orderBy('no', 'desc')
    .execute();
  return { revisions, editions };
}

/** An old body, read in today's shape. Null where there is no such revision. */
export async function bodyAt(
  db: Db,
  id: number,
  { lang, rev }: { lang: string; rev: number },
): Promise<OldBody | null> {
  const row = await reading(db)
    .selectFrom('records.revision as v')
    .innerJoin('records.record as r', 'r.id', 'v.record')
    .select(['r.kind', 'v.shape', 'v.body'])
    .where('v.record', '=', id)
    .where('v.lang', '=', lang)
    .where('v.rev', '=', rev)
    .executeTakeFirst();
  return row === undefined ? null : { lang, rev, ...today(kindOf(row.kind), row.shape, row.body) };
}

/** Grows with each publication: the key of every cache of what readers see. */
export async function versionOf(db: Db): Promise<bigint> {
  const { n } = await reading(db).selectFrom('records.version').select('n').executeTakeFirstOrThrow();
  return BigInt(n);
}
