// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import type { Found } from '../form/form-view.ts';
import type { Level } from '../record.ts';
import { linkedTitles } from '../store/titles.ts';
import { reading } from '../tables.ts';

const MOST = 10;

/**
 * Records whose title holds every word, or whose number it is, among the kinds a link may name; never one that the
 * asker may not see.
 */
export async function findRecords(
  db: Db,
  asked: { words: string; kinds: readonly string[]; lang: string; level: Level },
): Promise<Found['results']> {
  const words = asked.words.normalize('NFC').split(/\s+/u).filter(Boolean).slice(0, 8);
  if (words.length === 0 || asked.kinds.length === 0) return [];
  let query = reading(db)
    .selectFrom('records.shown_words')
    .select('record')
    .distinct()
    .where('face', '=', 1)
    .where('seen', '<=', asked.level)
    .where('kind', 'in', [...asked.kinds]);
  const number = words.length === 1 && /^\d{1,15}$/.test(words[0] ?? '') ? Number(words[0]) : null;
  query = query.where((is) =>
    is.or([
      is.and(words.map((word) => is('title', 'ilike', `%${literal(word)}%`))),
      ...(number === null ? [] : [is('record', '=', number)]),
    ]),
  );
  const rows = await query.orderBy('record', 'desc').limit(MOST).execute();
  const ids = rows.map(({ record }) => Number(record));
  const titles = await linkedTitles(db, ids, { lang: asked.lang, face: 1, level: asked.level });
  return ids.flatMap((id) => titles.get(id) ?? []);
}

/** Signs that LIKE would read as its own. */
const literal = (word: string) => word.replaceAll(/[\\%_]/g, '\\$&');
