// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Db } from '#platform/db';
import type { Kind } from '../kind/kind.ts';
import { matchRecords } from '../search/match.ts';
import { reading } from '../tables.ts';

/** Where a page of a list ended: lists are ordered by day, then by record, newest first. */
export interface Cursor {
  /** ISO 8601. */
  day: string;
  record: number;
}

export interface PublishedAsk {
  /** Kinds that everybody sees; all of them where it is left out. */
  kinds?: readonly string[];
  words: string;
  /** Codes by scheme: any of them within a scheme, all schemes together. */
  chosen: Readonly<Record<string, readonly string[]>>;
  lang: string;
  /** `day` for pages that follow each other, `news` by publication: what is new comes first, however old its day. */
  order: 'day' | 'news';
  after?: Cursor | null;
  /** This record alone. */
  only?: number;
  most: number;
}

export interface PublishedRow extends Cursor {
  kind: string;
  edition: number;
  /** When this edition was published. */
  at: Date;
}

const READER = { face: 0, level: 0 } as const;

/** What everybody may see and asked for, by the same rows that lists and search are drawn from. */
export async function publishedRecords(db: Db, ask: PublishedAsk): Promise<PublishedRow[]> {
  const { kinds, words, lang, after, most, only } = ask;
  const found =
    words.trim() === ''
      ? null
      : await matchRecords(db, { words, reader: { ...READER, lang }, ...(kinds ? { kinds } : {}) });
  let query = reading(db)
    .selectFrom('records.shown as s')
    .innerJoin('records.record as r', 'r.id', 's.record')
    .innerJoin('records.edition as e', (join) =>
      join.onRef('e.record', '=', 's.record').onRef('e.no', '=', 'r.edition'),
    )
    .select(['s.record', 's.kind', 's.day', 'r.edition', 'e.at'])
    .where('s.face', '=', READER.face)
    .where('s.seen', '<=', READER.level);
  if (kinds !== undefined) query = query.where('s.kind', 'in', kinds.length === 0 ? [''] : [...kinds]);
  if (only !== undefined) query = query.where('s.record', '=', only);
  if (found !== null) query = query.where(sql<boolean>`s.record = any(${found.records}::bigint[])`);
  for (const ids of await chosenTerms(db, ask.chosen))
    query = query.where(sql<boolean>`s.facets && ${ids}::int[]`);
  if (after) query = query.where(sql<boolean>`(s.day, s.record) < (${after.day}::date, ${after.record})`);
  const rows = await query
    .$if(ask.order === 'news', (by) => by.orderBy('e.at', 'desc'))
    .$if(ask.order === 'day', (by) => by.orderBy('s.day', 'desc'))
    .orderBy('s.record', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => ({ ...row, record: Number(row.record), day: String(row.day) }));
}

async function chosenTerms(db: Db, chosen: PublishedAsk['chosen']): Promise<number[][]> {
  const asked = Object.entries(chosen).filter(([, codes]) => codes.length > 0);
  const lists = asked.map(async ([scheme, codes]) => {
    const rows = await reading(db)
      .selectFrom('records.term')
      .select('id')
      .where('scheme', '=', scheme)
      .where('code', 'in', [...codes])
      .execute();
    return rows.map(({ id }) => id);
  });
  return Promise.all(lists);
}

/** The vocabularies by which the list of a kind can be narrowed; the same names stand in the address of its list. */
export function narrowingSchemes(kind: Kind): string[] {
  const own = Object.values(kind.fields).flatMap(({ facet, as, scheme }) => {
    if (!facet) return [];
    return as === 'day' ? ['year'] : scheme === null ? [] : [scheme];
  });
  return [...new Set([...own, 'lang'])];
}

const MOST_CODES = 50;

/** What a query string chose among these vocabularies. */
export function chosenIn(
  schemes: readonly string[],
  query: Readonly<Record<string, unknown>>,
): Record<string, string[]> {
  const lists = schemes.map((scheme): [string, string[]] => [
    scheme,
    [query[scheme] ?? []].flat().map(String).slice(0, MOST_CODES),
  ]);
  return Object.fromEntries(lists.filter(([, codes]) => codes.length > 0));
}
