// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Db } from '#platform/db';
import { reading } from '../tables.ts';
import { type MatchAsk, type MatchStep, matchRecords } from './match.ts';
import type { SearchReader } from './reader.ts';

/** A term by which results are narrowed. */
export interface FacetTerm {
  id: number;
  scheme: string;
  code: string;
  label: Record<string, string>;
}

export interface SearchAsk {
  reader: SearchReader;
  /** '' lists everything, newest first. */
  words: string;
  kinds?: readonly string[];
  /** Codes by scheme: any of them within a scheme, all schemes together. */
  chosen: Readonly<Record<string, readonly string[]>>;
  /** The schemes whose terms are counted. */
  schemes: readonly string[];
  from: number;
  most: number;
}

export interface SearchHit {
  record: number;
  kind: string;
  lang: string;
  title: string;
  lede: string;
  /** ISO 8601. */
  day: string;
}

export interface SearchResult {
  hits: SearchHit[];
  total: number;
  /** There are more than `total`; the rest is not ranked. */
  more: boolean;
  step: MatchStep | 'list';
  /** Counts by term; a scheme's own choice does not narrow its counts. */
  counts: (FacetTerm & { n: number })[];
}

/** Finds records for a reader: hits, how many, and how many of each term. Hits and counts are read from the same rows. */
export async function searchRecords(db: Db, ask: SearchAsk): Promise<SearchResult> {
  const terms = await termsIn(db, [...new Set([...ask.schemes, ...Object.keys(ask.chosen)])]);
  const base = await baseOf(db, ask);
  const narrowed = shownBy(db, ask, { terms, base });
  const page = await narrowed
    .select(['s.record', 's.kind', 's.day'])
    .$if(base === null, (query) => query.orderBy('s.day', 'desc').orderBy('s.record', 'desc'))
    .$if(base !== null, (query) =>
      query.orderBy(sql`array_position(${base?.records ?? []}::bigint[], s.record)`),
    )
    .limit(ask.most)
    .offset(ask.from)
    .execute();
  const total = await narrowed.select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  return {
    hits: await withWords(db, ask.reader, page),
    total: Number(total.n),
    more: base?.more ?? false,
    step: base?.step ?? 'list',
    counts: await countTerms(db, ask, { terms, base }),
  };
}

type Base = Awaited<ReturnType<typeof matchRecords>>;

interface Known {
  terms: readonly FacetTerm[];
  base: Base;
  without?: string;
}

// The counts of a scheme leave its own choice out, so the question is matched without any choice and narrowed after.
function baseOf(db: Db, ask: SearchAsk): Promise<Base> {
  if (ask.words.trim() === '') return Promise.resolve(null);
  const match: MatchAsk = { words: ask.words, reader: ask.reader };
  return matchRecords(db, ask.kinds === undefined ? match : { ...match, kinds: ask.kinds });
}

/** `without` leaves the choice of one scheme out. */
function shownBy(db: Db, { reader, kinds, chosen }: SearchAsk, { terms, base, without }: Known) {
  let query = reading(db)
    .selectFrom('records.shown as s')
    .where('s.face', '=', reader.face)
    .where('s.seen', '<=', reader.level);
  if (kinds !== undefined) query = query.where('s.kind', 'in', kinds.length === 0 ? [''] : [...kinds]);
  if (base !== null) query = query.where(sql<boolean>`s.record = any(${base.records}::bigint[])`);
  for (const [scheme, codes] of Object.entries(chosen)) {
    if (scheme === without || codes.length === 0) continue;
    const ids = terms
      .filter((term) => term.scheme === scheme && codes.includes(term.code))
      .map(({ id }) => id);
    query = query.where(sql<boolean>`s.facets && ${ids}::int[]`);
  }
  return query;
}

function termsIn(db: Db, schemes: readonly string[]): Promise<FacetTerm[]> {
  if (schemes.length === 0) return Promise.resolve([]);
  return reading(db)
    .selectFrom('records.term')
    .select(['id', 'scheme', 'code', 'label'])
    .where('scheme', 'in', [...schemes])
    .orderBy('ord')
    .orderBy('code')
    .execute();
}

/** One count for all schemes nobody chose from, and one for each that somebody did. */
async function countTerms(db: Db, ask: SearchAsk, known: Known): Promise<SearchResult['counts']> {
  const chosen = Object.keys(ask.chosen).filter((scheme) => (ask.chosen[scheme] ?? []).length > 0);
  const counts = await countAll(db, ask, known);
  for (const scheme of chosen.filter((one) => ask.schemes.includes(one))) {
    const own = await countAll(db, ask, { ...known, without: scheme });
    for (const { id } of known.terms.filter((term) => term.scheme === scheme)) counts.delete(id);
    for (const { id } of known.terms.filter((term) => term.scheme === scheme))
      counts.set(id, own.get(id) ?? 0);
  }
  return known.terms
    .filter(({ scheme }) => ask.schemes.includes(scheme))
    .map((term) => ({ ...term, n: counts.get(term.id) ?? 0 }));
}

async function countAll(db: Db, ask: SearchAsk, known: Known): Promise<Map<number, number>> {
  const facets = shownBy(db, ask, known).select(sql<number>`unnest(s.facets)`.as('term'));
  const rows = await reading(db)
    .selectFrom(facets.as('f'))
    .select(['f.term', ({ fn }) => fn.countAll<number>().as('n')])
    .groupBy('f.term')
    .execute();
  return new Map(rows.map(({ term, n }) => [term, Number(n)]));
}

/** Title and lede of each in the reader's language, else in that of the original. */
export async function withWords(
  db: Db,
  { face, level, lang }: SearchReader,
  rows: readonly { record: number; kind: string; day: string }[],
): Promise<SearchHit[]> {
  if (rows.length === 0) return [];
  const words = await reading(db)
    .selectFrom('records.shown_words as w')
    .innerJoin('records.record as r', 'r.id', 'w.record')
    .distinctOn('w.record')
    .select(['w.record', 'w.lang', 'w.title', 'w.lede'])
    .where('w.face', '=', face)
    .where('w.seen', '<=', level)
    .where(
      'w.record',
      'in',
      rows.map(({ record }) => record),
    )
    .orderBy('w.record')
    .orderBy(sql`w.lang = ${lang}`, 'desc')
    .orderBy(sql`w.lang = r.tongue`, 'desc')
    .orderBy('w.lang')
    .execute();
  const of = new Map(words.map((row) => [Number(row.record), row]));
  return rows.flatMap(({ record, kind, day }) => {
    const said = of.get(Number(record));
    if (said === undefined) return [];
    const { title, lede, lang: inLang } = said;
    return [{ record: Number(record), kind, day: String(day), title, lede, lang: inLang }];
  });
}
