// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import { notFound } from '#platform/http';
import { type FullRecord, kindOf, linkedTitles, readRecord } from '#platform/records';
import type { View } from '#platform/ui';

/** What everybody sees. */
const EVERYBODY = { face: 0, level: 0 } as const;

/** The published record of this kind; null for one that is not there and for one that is not for everybody. */
export async function shownRecord(db: Db, id: number, kind: string): Promise<FullRecord | null> {
  const record = await readRecord(db, id, EVERYBODY);
  return record?.kind === kind ? record : null;
}

export async function shownCampaign(db: Db, id: number): Promise<FullRecord> {
  return (await shownRecord(db, id, 'campaign')) ?? notFound();
}

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

/** What published records are called, for lists of the desk. */
export async function titlesOf(
  db: Db,
  ids: readonly number[],
  lang: string,
): Promise<ReadonlyMap<number, string>> {
  const titles = await linkedTitles(db, [...new Set(ids)], { lang, ...EVERYBODY });
  return new Map([...titles].map(([id, { title }]) => [id, title]));
}
