// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import {
  type Facet,
  type FullRecord,
  facetOf,
  fieldKey,
  kindOf,
  label,
  type Row,
  readRecords,
  searchRecords,
} from '#platform/records';
import type { View } from '#platform/ui';
import { named, wordsOf } from './walk.ts';

const MOST_TEXTS = 300;
const MOST_PARTS = 3000;
export const COMPENDIUM_FACETS = ['instrument', 'country', 'topic'] as const;

/** One text, numbered from 1 in the order of the document. */
export interface CompendiumText {
  id: number;
  kind: string;
  title: string;
  lang: string;
  number: string;
  adoptedBy: string;
  adopted: string;
  summary: string;
  /** Numbered `1.1` and on. */
  parts: readonly { heading: string; place: string; text: string; lang: string }[];
}

export interface Compendium {
  texts: readonly CompendiumText[];
  facets: readonly Facet[];
  /** More texts than one document holds. */
  more: boolean;
}

const publicly = { face: 0, level: 0 } as const;

/** Every published formal text that was chosen, with its provisions, duties and points: the oldest first. */
export async function compendium(
  db: Db,
  view: View,
  chosen: Readonly<Record<string, readonly string[]>>,
): Promise<Compendium> {
  const reader = { ...publicly, lang: view.lang };
  const found = await searchRecords(db, {
    ...{ reader, words: '', kinds: ['law', 'declaration'], chosen, from: 0, most: MOST_TEXTS },
    schemes: COMPENDIUM_FACETS,
  });
  const records = await readRecords(
    db,
    found.hits.map(({ record }) => record),
    publicly,
  );
  const parts = await partsOf(db, view.lang);
  const law = kindOf('law');
  const fields = { instrument: 'instrument', country: 'country', topic: 'topics' } as const;
  return {
    texts: records
      .sort((a, b) => dayOf(a).localeCompare(dayOf(b)))
      .map((one) => textOf(one, parts, view.lang)),
    facets: COMPENDIUM_FACETS.map((scheme) =>
      facetOf(view, { scheme, words: label(view, fieldKey(law, fields[scheme])), ask: { chosen }, found }),
    ),
    more: found.total > MOST_TEXTS,
  };
}

const dayOf = ({ facts }: FullRecord) => String(facts.adopted ?? facts.dated ?? '9999');

async function partsOf(db: Db, lang: string): Promise<FullRecord[]> {
  const found = await searchRecords(db, {
    reader: { ...publicly, lang },
    ...{ words: '', kinds: ['provision', 'duty'], chosen: {}, schemes: [], from: 0, most: MOST_PARTS },
  });
  const records = await readRecords(
    db,
    found.hits.map(({ record }) => record),
    publicly,
  );
  return records.sort((a, b) => Number(a.facts.order) - Number(b.facts.order) || a.id - b.id);
}

function textOf(record: FullRecord, parts: readonly FullRecord[], lang: string): CompendiumText {
  const words = wordsOf(record, lang);
  const own = parts.filter(({ facts }) => facts.law === record.id);
  const points = ((record.facts.points ?? []) as Row[]).map(({ k, no }) => ({
    ...{ heading: '', place: no === undefined ? '' : String(no) },
    ...{ text: words[`points/${k}/text`] ?? '', lang: named(record, lang).lang },
  }));
  const { number } = record.facts;
  const day = dayOf(record);
  return {
    ...named(record, lang),
    kind: record.kind,
    number: number === undefined ? '' : String(number),
    adoptedBy: words.adoptedBy ?? '',
    adopted: day === '9999' ? '' : day,
    summary: words.summary ?? '',
    parts: [
      ...own.map((part) => {
        const { title: heading, lang: inLang } = named(part, lang);
        const { place } = part.facts;
        const text = wordsOf(part, lang).text ?? '';
        return { heading, place: place === undefined ? '' : String(place), text, lang: inLang };
      }),
      ...points,
    ],
  };
}
