// SPDX-License-Identifier: EUPL-1.2
import { allText, anyText, type Question, type QuestionWord, question } from '@rowan/words';
import { type RawBuilder, sql } from 'kysely';
import { type Db, transaction } from '#platform/db';
import { reading } from '../tables.ts';
import type { SearchReader } from './reader.ts';

/** How a question was answered: by titles, by whole texts, by some of its words, by what is spelt alike. */
export type MatchStep = 'head' | 'all' | 'any' | 'like';

export interface Matches {
  step: MatchStep;
  /** Records, the best first. */
  records: number[];
  /** More were there than are ranked. */
  more: boolean;
}

export interface MatchAsk {
  words: string;
  reader: SearchReader;
  /** Only records of these kinds; all where it is left out. */
  kinds?: readonly string[];
  /** Only records with one of the terms of each list. */
  narrowed?: readonly (readonly number[])[];
}

/** So many are ranked; past it nobody turns pages. */
export const MOST_MATCHES = 2000;
// With so many titles that say it, what merely mentions it further down is no longer looked for.
const ENOUGH = 60;
const MOST_ALIKE = 20;

/**
 * Records for a question, by the cheapest step that answers (kinds.md 7). Null where nothing was asked. Nothing about the
 * question is kept.
 */
export async function matchRecords(db: Db, ask: MatchAsk): Promise<Matches | null> {
  const asked = question(ask.words, ask.reader.lang);
  if (asked.words.length === 0) return asked.like.trim() === '' ? null : alike(db, ask, asked);
  const inTitles = await ranked(db, ask, { column: 'head', asked });
  if (inTitles.length >= ENOUGH) return result('head', inTitles);
  const anywhere = await ranked(db, ask, { column: 'tsv', asked });
  if (anywhere.length > 0) return result(inTitles.length > 0 ? 'head' : 'all', anywhere);
  const some = await someWords(db, ask, asked.words);
  return some.length > 0 ? result('any', some) : alike(db, ask, asked);
}

const result = (step: MatchStep, records: number[]): Matches => ({
  step,
  records: records.slice(0, MOST_MATCHES),
  more: records.length > MOST_MATCHES,
});

/** Rows of `shown_words` (as `w`) that this reader may see, of these kinds and with these terms. */
function visible({ reader, kinds, narrowed = [] }: MatchAsk): RawBuilder<unknown> {
  const ofKinds = kinds === undefined ? sql`` : sql`and w.kind = any(${[...kinds]}::text[])`;
  const terms = narrowed.map(
    (ids) => sql`and exists (select from records.shown s where s.record = w.record and s.face = w.face
      and s.facets && ${[...ids]}::int[])`,
  );
  return sql`w.face = ${reader.face} and w.seen <= ${reader.level} ${ofKinds} ${sql.join(terms, sql` `)}`;
}

interface Ranking {
  column: 'head' | 'tsv';
  asked: Question;
}

// A title that is the question itself stands first, then titles that hold it, then texts; in each the reader's language.
// What is ranked by its whole text is unpacked row by row, so no more is ranked than is shown.
async function ranked(db: Db, ask: MatchAsk, { column, asked }: Ranking): Promise<number[]> {
  const query = allText(asked.words);
  const { lang } = ask.reader;
  const score =
    column === 'head'
      ? sql`ts_rank(m.head, q, 1)`
      : sql`case when m.head @@ q then 1 + ts_rank(m.head, q, 1) else ts_rank(m.tsv, q, 1) end`;
  const { rows } = await sql<{ record: number }>`
    select m.record from (
      select w.record, w.lang, w.fold, w.head, w.tsv, q from records.shown_words w, (select ${query}::tsquery as q) asked
      where ${visible(ask)} and w.${sql.ref(column)} @@ q
      order by (w.lang = ${lang}) desc, (w.head @@ q) desc limit ${3 * MOST_MATCHES}) m
    group by m.record
    order by max((${score}) * case when m.lang = ${lang} then 1.4 else 1 end
        + case when m.fold = ${asked.like} then 10 else 0 end) desc, m.record desc
    limit ${MOST_MATCHES + 1}`.execute(reading(db));
  return rows.map(({ record }) => Number(record));
}

/** Words that are nearly everywhere cannot bring a record in alone. */
const EVERYWHERE = 0.2;

// One rare word that is there says more than three that are everywhere: the sum of rarities, twice in a title.
async function someWords(db: Db, ask: MatchAsk, words: readonly QuestionWord[]): Promise<number[]> {
  const all = await countVisible(db, ask);
  const found = await Promise.all(words.map((word) => holders(db, ask, word)));
  const scores = new Map<number, number>();
  const rare = new Set<number>();
  for (const rows of found) {
    const rarity = Math.log(1 + all / Math.max(1, rows.length));
    const isRare = rows.length <= Math.max(10, all * EVERYWHERE);
    for (const { record, titled, own } of rows) {
      const score = rarity * (titled ? 2 : 1) * (own ? 1.2 : 1);
      scores.set(record, (scores.get(record) ?? 0) + score);
      if (isRare) rare.add(record);
    }
  }
  return [...scores]
    .filter(([record]) => rare.has(record))
    .sort(([a, x], [b, y]) => y - x || b - a)
    .map(([record]) => record);
}

async function holders(db: Db, ask: MatchAsk, word: QuestionWord) {
  const { rows } = await sql<{ record: number; titled: boolean; own: boolean }>`
    select w.record, bool_or(w.head @@ q) as titled, bool_or(w.lang = ${ask.reader.lang}) as own
    from records.shown_words w, (select ${anyText([word])}::tsquery as q) asked
    where ${visible(ask)} and w.tsv @@ q
    group by w.record limit ${5 * MOST_MATCHES}`.execute(reading(db));
  return rows.map(({ record, titled, own }) => ({ record: Number(record), titled, own }));
}

async function countVisible(db: Db, ask: MatchAsk): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(distinct w.record) as n from records.shown_words w where ${visible(ask)}`.execute(
    reading(db),
  );
  return Number(rows[0]?.n ?? 0);
}

const ALIKE = '0.42';

// How alike is alike is a setting of PostgreSQL's, which holds for this transaction alone.
async function alike(db: Db, ask: MatchAsk, { like }: Question): Promise<Matches> {
  const { rows } = await transaction(db, async (tx) => {
    await sql`select set_config('pg_trgm.word_similarity_threshold', ${ALIKE}, true)`.execute(reading(tx));
    return sql<{ record: number }>`
      select w.record from records.shown_words w
      where ${visible(ask)} and w.fold operator(public.%>) ${like}
      group by w.record
      order by max(public.word_similarity(${like}, w.fold)) desc, w.record desc limit ${MOST_ALIKE}`.execute(
      reading(tx),
    );
  });
  return result(
    'like',
    rows.map(({ record }) => Number(record)),
  );
}
