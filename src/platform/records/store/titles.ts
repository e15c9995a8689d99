// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Db } from '#platform/db';
import type { BacklinkLine, Face, Level, LinkedTitle } from '../record.ts';
import { kindOf } from '../registry.ts';
import { reading } from '../tables.ts';

interface Reader {
  /** The language whose title is taken where there is one; else the original's. */
  lang: string;
  face: Face;
  level: Level;
}

/** Names of the records that the reader may see; others are not in the map. */
export async function linkedTitles(
  db: Db,
  ids: readonly number[],
  { lang, face, level }: Reader,
): Promise<Map<number, LinkedTitle>> {
  if (ids.length === 0) return new Map();
  const rows = await reading(db)
    .selectFrom('records.shown_words as w')
    .innerJoin('records.record as r', 'r.id', 'w.record')
    .distinctOn('w.record')
    .select(['w.record as id', 'w.kind', 'w.title', 'w.lang'])
    .where('w.record', 'in', [...ids])
    .where('w.face', '=', face)
    .where('w.seen', '<=', level)
    .orderBy('w.record')
    .orderBy(sql`w.lang = ${lang}`, 'desc')
    .orderBy(sql`w.lang = r.tongue`, 'desc')
    .orderBy('w.lang')
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Records that link here and that the reader may see, through the fields that the kind shows backwards; newest first. */
export async function backlinksTo(db: Db, id: number, reader: Reader): Promise<BacklinkLine[]> {
  const target = await reading(db)
    .selectFrom('records.record')
    .select('kind')
    .where('id', '=', id)
    .executeTakeFirst();
  if (target === undefined) return [];
  const shown = kindOf(target.kind).backlinks;
  const rows = await reading(db)
    .selectFrom('records.link as l')
    .innerJoin('records.shown as s', (join) =>
      join.onRef('s.record', '=', 'l.source').onRef('s.face', '=', 'l.face'),
    )
    .distinct()
    .select(['s.kind', 'l.field', 'l.source as id', 's.day'])
    .where('l.target', '=', id)
    .where('l.face', '=', reader.face)
    .where('s.seen', '<=', reader.level)
    .orderBy('s.day', 'desc')
    .orderBy('l.source', 'desc')
    .execute();
  const wanted = rows.filter(({ kind, field }) =>
    shown.some((one) => one.kind === kind && one.field === field),
  );
  const titles = await linkedTitles(
    db,
    wanted.map((row) => row.id),
    reader,
  );
  return wanted.flatMap(({ kind, field, id: source }) => {
    const title = titles.get(source)?.title;
    return title === undefined ? [] : [{ kind, field, id: source, title }];
  });
}
