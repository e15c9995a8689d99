// SPDX-License-Identifier: EUPL-1.2
import { type FullRecord, kindOf } from '#platform/records';
import type { View } from '#platform/ui';

/** One text of a record in the reader's language, else the original's; '' where there is none. */
export function textOf(record: FullRecord, unit: string, lang: string): string {
  return record.words[lang]?.body[unit] ?? record.words[record.tongue]?.body[unit] ?? '';
}

/** What a record is called in this language. */
export const titleOf = (record: FullRecord, lang: string): string =>
  textOf(record, kindOf(record.kind).title, lang) || String(record.id);

/** In which language a text that is shown stands. */
export const langOf = (record: FullRecord, lang: string): string =>
  lang in record.words ? lang : record.tongue;

/** The public page of a record; the words in its address are put there by the engine. */
export const pagePath = (view: Pick<View, 'lang'>, record: Pick<FullRecord, 'id' | 'kind'>): string =>
  `/${view.lang}/campaigns/${record.kind}/${record.id}`;
