// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import { levelFor } from '../access.ts';
import { today } from '../change/today.ts';
import type { Face, FullRecord, History, Level, OldBody } from '../record.ts';
import { kindOf } from '../registry.ts';
import { reading } from '../tables.ts';
import { fullRecord } from './full.ts';
import { loadRecords } from './held.ts';
import { linksIn } from './targets.ts';

/** A record as a reader of this level may see it; null where there is nothing for them. */
export async function readRecord(
  db: Db,
  id: number,
  reader: { face: Face; level: Level },
): Promise<FullRecord | null> {
  const [record] = await readRecords(db, [id], reader);
  return record ?? null;
}

/** The same for many, in the order asked for; what the reader may not see is left out. */
export async function readRecords(
  db: Db,
  ids: readonly number[],
  reader: { face: Face; level: Level },
): Promise<FullRecord[]> {
  const full = (await loadRecords(db, ids)).flatMap((held) => fullRecord(held, reader) ?? []);
  const read = reader.face === 1 ? full : await withoutHiddenLinks(db, full, reader.level);
  const found = new Map(read.map((record) => [record.id, record]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** A link to what this reader cannot see leaves no trace, not even a number. */
async function withoutHiddenLinks(db: Db, records: FullRecord[], level: Level): Promise<FullRecord[]> {
  const targets = records.flatMap(({ kind, facts, successor }) => [
    ...linksIn(kind, facts).map(({ id }) => id),
    ...(successor === null ? [] : [successor]),
  ]);
  if (targets.length === 0) return records;
  const rows = await reading(db)
    .selectFrom('records.shown')
    .select('record')
    .where('face', '=', 0)
    .where('seen', '<=', level)
    .where('record', 'in', targets)
    .execute();
  const shown = new Set(rows.map(({ record }) => record));
  return records.map((record) => ({
    ...record,
    successor: record.successor !== null && shown.has(record.successor) ? record.successor : null,
    facts: Object.fromEntries(
      Object.entries(record.facts).flatMap(([name, value]) => {
        const as = kindOf(record.kind).fields[name]?.as;
        if (as === 'link') return shown.has(value as number) ? [[name, value]] : [];
        if (as !== 'links') return [[name, value]];
        const kept = (value as number[]).filter((id) => shown.has(id));
        return kept.length > 0 ? [[name, kept]] : [];
      }),
    ),
  }));
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
