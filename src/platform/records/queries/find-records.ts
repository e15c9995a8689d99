// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import type { Found } from '../form/form-view.ts';
import type { Level } from '../record.ts';
import { matchRecords } from '../search/match.ts';
import { linkedTitles } from '../store/titles.ts';

const MOST = 10;

/**
 * Records that answer to these words, or whose number they are, among the kinds a link may name; never one that the asker
 * may not see.
 */
export async function findRecords(
  db: Db,
  asked: { words: string; kinds: readonly string[]; lang: string; level: Level },
): Promise<Found['results']> {
  if (asked.kinds.length === 0) return [];
  const { lang, level, kinds, words } = asked;
  const number = /^\s*\d{1,15}\s*$/.test(words) ? [Number(words)] : [];
  const matches = await matchRecords(db, { words, kinds, reader: { face: 1, level, lang } });
  const ids = [...new Set([...number, ...(matches?.records ?? [])])].slice(0, MOST);
  const titles = await linkedTitles(db, ids, { lang, face: 1, level });
  return ids.flatMap((id) => titles.get(id) ?? []).filter(({ kind }) => kinds.includes(kind));
}
