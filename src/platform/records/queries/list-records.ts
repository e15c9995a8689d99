// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Db } from '#platform/db';
import type { View } from '#platform/ui';
import type { Kind } from '../kind/kind.ts';
import { fieldKey, label } from '../pages/labels.ts';
import { languageName } from '../pages/language.ts';
import type { Facet, ListedRecord } from '../pages/list-page.tsx';
import { reading } from '../tables.ts';
import { termLabel } from './vocabulary.ts';

export const PAGE_SIZE = 20;

export interface ListAsk {
  kind: Kind;
  words: string;
  /** Codes by scheme: any of them within a scheme, all schemes together. */
  chosen: Readonly<Record<string, readonly string[]>>;
  /** Counted from 1. */
  page: number;
}

export interface Listed {
  items: ListedRecord[];
  total: number;
  facets: Facet[];
}

interface TermRow {
  id: number;
  scheme: string;
  code: string;
  label: Record<string, string>;
}

/** The schemes by which the list of a kind can be narrowed, each with its label. */
export function facetSchemes(view: View, kind: Kind): [scheme: string, label: string][] {
  const fields = Object.entries(kind.fields).flatMap(([name, field]): [string, string][] => {
    if (!field.facet) return [];
    if (field.as === 'day') return [['year', view.t('records.list.year')]];
    return field.scheme === null ? [] : [[field.scheme, label(view, fieldKey(kind, name))]];
  });
  const all: [string, string][] = [...fields, ['lang', view.t('records.list.language')]];
  return all.filter(([scheme], at) => all.findIndex(([other]) => other === scheme) === at);
}

/** What everybody may see of one kind, newest first, with how many there are of each term. */
export async function listRecords(db: Db, view: View, ask: ListAsk): Promise<Listed> {
  const schemes = facetSchemes(view, ask.kind);
  const terms = await termsIn(
    db,
    schemes.map(([scheme]) => scheme),
  );
  const rows = await shown(db, ask, terms)
    .select(['s.record', 's.day'])
    .orderBy('s.day', 'desc')
    .orderBy('s.record', 'desc')
    .limit(PAGE_SIZE)
    .offset((ask.page - 1) * PAGE_SIZE)
    .execute();
  const total = await shown(db, ask, terms)
    .select((is) => is.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return {
    items: await withWords(db, view, ask.kind, rows),
    total: Number(total.n),
    facets: await facetsOf(db, view, { ask, terms, schemes }),
  };
}

function shown(db: Db, ask: ListAsk, terms: readonly TermRow[], without?: string) {
  let query = reading(db)
    .selectFrom('records.shown as s')
    .where('s.face', '=', 0)
    .where('s.seen', '=', 0)
    .where('s.kind', '=', ask.kind.name);
  for (const [scheme, codes] of Object.entries(ask.chosen)) {
    if (scheme === without || codes.length === 0) continue;
    const ids = terms
      .filter((term) => term.scheme === scheme && codes.includes(term.code))
      .map(({ id }) => id);
    query = query.where(sql<boolean>`s.facets && ${`{${ids.join(',')}}`}::integer[]`);
  }
  for (const word of ask.words.split(/\s+/u).filter(Boolean).slice(0, 8)) {
    const like = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;
    query = query.where(
      sql<boolean>`exists (select from records.shown_words w where w.record = s.record and w.face = 0 and w.seen = 0 and (w.title ilike ${like} or w.lede ilike ${like}))`,
    );
  }
  return query;
}

async function termsIn(db: Db, schemes: readonly string[]): Promise<TermRow[]> {
  return reading(db)
    .selectFrom('records.term')
    .select(['id', 'scheme', 'code', 'label'])
    .where('scheme', 'in', [...schemes])
    .orderBy('ord')
    .orderBy('code')
    .execute();
}

async function withWords(
  db: Db,
  view: View,
  kind: Kind,
  rows: readonly { record: number; day: string }[],
): Promise<ListedRecord[]> {
  if (rows.length === 0) return [];
  const words = await reading(db)
    .selectFrom('records.shown_words as w')
    .innerJoin('records.record as r', 'r.id', 'w.record')
    .select(['w.record', 'w.lang', 'w.title', 'w.lede', 'r.tongue'])
    .where('w.face', '=', 0)
    .where('w.seen', '=', 0)
    .where(
      'w.record',
      'in',
      rows.map(({ record }) => record),
    )
    .execute();
  return rows.flatMap(({ record, day }) => {
    const own = words.filter((one) => one.record === record);
    const best =
      own.find(({ lang }) => lang === view.lang) ?? own.find(({ lang, tongue }) => lang === tongue) ?? own[0];
    if (best === undefined) return [];
    return [
      {
        id: Number(record),
        kind: kind.name,
        title: best.title,
        lede: best.lede,
        lang: best.lang,
        day: String(day),
      },
    ];
  });
}

interface Counting {
  ask: ListAsk;
  terms: readonly TermRow[];
  schemes: readonly [string, string][];
}

// A facet's own choice does not narrow its counts: they say what another choice in it would bring.
async function facetsOf(db: Db, view: View, { ask, terms, schemes }: Counting): Promise<Facet[]> {
  const facets: Facet[] = [];
  for (const [scheme, words] of schemes) {
    const inner = shown(db, ask, terms, scheme).select(sql<number>`unnest(s.facets)`.as('term'));
    const rows = await reading(db)
      .selectFrom(inner.as('f'))
      .select(['f.term', (is) => is.fn.countAll<number>().as('n')])
      .groupBy('f.term')
      .execute();
    const counts = new Map(rows.map(({ term, n }) => [term, Number(n)]));
    const chosen = ask.chosen[scheme] ?? [];
    const options = terms
      .filter((term) => term.scheme === scheme && (counts.has(term.id) || chosen.includes(term.code)))
      .map((term) => ({
        code: term.code,
        label: scheme === 'lang' ? languageName(view, term.code) : termLabel(view, term),
        count: counts.get(term.id) ?? 0,
        chosen: chosen.includes(term.code),
      }));
    facets.push({ scheme, label: words, options: scheme === 'year' ? options.reverse() : options });
  }
  return facets;
}
