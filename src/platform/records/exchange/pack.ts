// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import { listPath } from '../pages/address.ts';
import type { Face, FullRecord, Level } from '../record.ts';
import { kindOf } from '../registry.ts';
import { readRecords } from '../store/read.ts';
import { linksIn } from '../store/targets.ts';
import { reading } from '../tables.ts';
import { FACTS, languagesOf, type Parcel, parcelOf, seenAt } from './parcel.ts';

export interface Packing {
  /** The public origin of this installation: the first half of each address. */
  origin: string;
  /** 0: what is published, for anybody. 1: the newest, for staff. */
  face: Face;
  level: Level;
}

/** The permanent address of a record. It carries no language and no words: it leads to them. */
export const permanentAddress = (origin: string, kind: string, id: number): string =>
  `${origin}${listPath(kindOf(kind))}/${id}`;

/** Packs records for a reader, in the order asked for; what they may not see is left out. */
export async function packRecords(db: Db, ids: readonly number[], packing: Packing): Promise<Parcel[]> {
  const { origin, face, level } = packing;
  const records = await readRecords(db, ids, { face, level });
  const kinds = await kindsOf(db, records);
  const names = face === 1 ? await namesOf(db, ids) : new Map<number, string[]>();
  const live = face === 1 ? await readRecords(db, ids, { face: 0, level }) : records;
  const liveById = new Map(live.map((record) => [record.id, record]));
  return records.map((record) =>
    parcelOf(record, {
      seen: seenAt(level),
      published: publishedParts(record, liveById.get(record.id)),
      aliases: names.get(record.id) ?? [],
      addressOf: (id) => {
        const kind = kinds.get(id);
        return kind === undefined ? null : permanentAddress(origin, kind, id);
      },
    }),
  );
}

function publishedParts(record: FullRecord, live: FullRecord | undefined): string[] {
  if (live === undefined) return [];
  const langs = languagesOf(record).filter((lang) => live.words[lang]?.rev === record.words[lang]?.rev);
  return [...(live.factsRev === record.factsRev ? [FACTS] : []), ...langs];
}

async function kindsOf(db: Db, records: readonly FullRecord[]): Promise<Map<number, string>> {
  const kinds = new Map(records.map(({ id, kind }) => [id, kind]));
  const targets = records.flatMap(({ kind, facts, successor }) => [
    ...linksIn(kind, facts).map(({ id }) => id),
    ...(successor === null ? [] : [successor]),
  ]);
  const missing = [...new Set(targets)].filter((id) => !kinds.has(id));
  if (missing.length === 0) return kinds;
  const rows = await reading(db)
    .selectFrom('records.record')
    .select(['id', 'kind'])
    .where('id', 'in', missing)
    .execute();
  for (const { id, kind } of rows) kinds.set(id, kind);
  return kinds;
}

/** What records are called elsewhere. Their own identifiers are not here: they stand among the facts. */
async function namesOf(db: Db, ids: readonly number[]): Promise<Map<number, string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await reading(db)
    .selectFrom('records.alias as a')
    .innerJoin('records.record as r', 'r.id', 'a.record')
    .select(['a.record', 'a.scheme', 'a.value'])
    .where('a.record', 'in', [...ids])
    .whereRef('a.scheme', '<>', 'r.kind')
    .orderBy('a.scheme')
    .orderBy('a.value')
    .execute();
  const names = new Map<number, string[]>();
  for (const { record, scheme, value } of rows)
    names.set(record, [...(names.get(record) ?? []), `${scheme}:${value}`]);
  return names;
}
