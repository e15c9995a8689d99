// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import { notFound } from '#platform/http';
import { type FullRecord, linkedTitles, readRecord } from '#platform/records';

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

/** What published records are called, for lists of the desk. */
export async function titlesOf(
  db: Db,
  ids: readonly number[],
  lang: string,
): Promise<ReadonlyMap<number, string>> {
  const titles = await linkedTitles(db, [...new Set(ids)], { lang, ...EVERYBODY });
  return new Map([...titles].map(([id, { title }]) => [id, title]));
}
