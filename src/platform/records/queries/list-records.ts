// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import type { View } from '#platform/ui';
import type { Kind } from '../kind/kind.ts';
import { fieldKey, kindsKey, label } from '../pages/labels.ts';
import { languageName } from '../pages/language.ts';
import type { Facet, ListedRecord } from '../pages/list-page.tsx';
import { kindOf } from '../registry.ts';
import { type SearchResult, searchRecords } from '../search/search-records.ts';
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
  /** There are more than `total`; the rest is not ranked. */
  more: boolean;
  facets: Facet[];
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

/** What everybody may see of one kind, the best answers or else the newest first, with how many there are of each term. */
export async function listRecords(db: Db, view: View, ask: ListAsk): Promise<Listed> {
  const schemes = facetSchemes(view, ask.kind);
  const found = await searchRecords(db, {
    reader: { face: 0, level: 0, lang: view.lang },
    words: ask.words,
    kinds: [ask.kind.name],
    chosen: ask.chosen,
    schemes: schemes.map(([scheme]) => scheme),
    from: (ask.page - 1) * PAGE_SIZE,
    most: PAGE_SIZE,
  });
  return {
    items: listed(found),
    total: found.total,
    more: found.more,
    facets: schemes.map(([scheme, words]) => facetOf(view, { scheme, words, ask, found })),
  };
}

export const listed = ({ hits }: SearchResult): ListedRecord[] =>
  hits.map(({ record, ...hit }) => ({ id: record, ...hit }));

interface Offer {
  scheme: string;
  words: string;
  ask: Pick<ListAsk, 'chosen'>;
  found: SearchResult;
}

/** The terms of one scheme that are there, or were chosen. */
export function facetOf(view: View, { scheme, words, ask, found }: Offer): Facet {
  const chosen = ask.chosen[scheme] ?? [];
  const options = found.counts
    .filter((term) => term.scheme === scheme && (term.n > 0 || chosen.includes(term.code)))
    .map((term) => ({
      code: term.code,
      label: labelOf(view, term),
      count: term.n,
      chosen: chosen.includes(term.code),
    }));
  return { scheme, label: words, options: scheme === 'year' ? options.reverse() : options };
}

function labelOf(view: View, term: SearchResult['counts'][number]): string {
  if (term.scheme === 'lang') return languageName(view, term.code);
  return term.scheme === 'kind' ? label(view, kindsKey(kindOf(term.code))) : termLabel(view, term);
}
