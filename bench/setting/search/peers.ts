// SPDX-License-Identifier: EUPL-1.2
import { type QueryExecutorProvider, sql } from 'kysely';
import MiniSearch from 'minisearch';

type Db = QueryExecutorProvider;

const TEXT = sql`(select string_agg(value, ' ') from jsonb_each_text(coalesce(p.live, p.body)) where key <> 'k')`;

/** What a site without a search of its own does: every word somewhere in the text, titles first. */
export async function ilike(db: Db, words: string): Promise<number[]> {
  const likes = words.split(/\s+/).map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`);
  const { rows } = await sql<{ record: string }>`
    select w.record from records.shown_words w join records.part p on p.record = w.record and p.lang = w.lang
    where w.face = 0 and ${TEXT} ilike all(${likes}::text[])
    group by w.record order by bool_or(w.title ilike all(${likes}::text[])) desc, w.record desc limit 20`.execute(
    db,
  );
  return rows.map(({ record }) => Number(record));
}

export interface Mini {
  find: (words: string) => number[];
  megabytes: number;
}

/** MiniSearch over the same texts, as its README does it: prefixes, a little fuzzy, titles twice. */
export async function miniSearch(db: Db): Promise<Mini> {
  const { rows } = await sql<{ record: string; lang: string; title: string; text: string }>`
    select w.record, w.lang, w.title, ${TEXT} as text
    from records.shown_words w join records.part p on p.record = w.record and p.lang = w.lang
    where w.face = 0`.execute(db);
  const before = process.memoryUsage().heapUsed;
  const index = new MiniSearch({
    fields: ['title', 'text'],
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 2 } },
  });
  index.addAll(rows.map(({ record, lang, title, text }) => ({ id: `${record}:${lang}`, title, text })));
  const megabytes = Math.round((process.memoryUsage().heapUsed - before) / 1e6);
  return {
    megabytes,
    find: (words) => {
      const found = index.search(words).map(({ id }) => Number(String(id).split(':')[0]));
      return [...new Set(found)].slice(0, 20);
    },
  };
}
