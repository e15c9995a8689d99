// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import type { Call } from '#platform/http';
import type { Kind } from '../kind/kind.ts';
import { reading } from '../tables.ts';
import { type Packing, packRecords } from './pack.ts';
import type { Parcel } from './parcel.ts';
import { type Cursor, type PublishedAsk, publishedRecords } from './published.ts';

const BATCH = 500;

/** Every record of a kind by its number, whatever its state, as far as this reader sees it. */
export async function packKind(db: Db, kind: string, packing: Packing): Promise<Parcel[]> {
  const parcels: Parcel[] = [];
  for (let last = 0; ; ) {
    const rows = await reading(db)
      .selectFrom('records.record')
      .select('id')
      .where('kind', '=', kind)
      .where('id', '>', last)
      .orderBy('id')
      .limit(BATCH)
      .execute();
    const ids = rows.map(({ id }) => Number(id));
    parcels.push(...(await packRecords(db, ids, packing)));
    if (ids.length < BATCH) return parcels;
    last = ids.at(-1) ?? last;
  }
}

/** Every published record that answers, in the order of lists, as everybody sees it. */
export async function packPublished(
  { ctx, origin, lang }: Pick<Call, 'ctx' | 'origin' | 'lang'>,
  { kind, ...asked }: { kind: Kind } & Pick<PublishedAsk, 'words' | 'chosen'>,
): Promise<Parcel[]> {
  const ask = { ...asked, kinds: [kind.name], lang, order: 'day', most: BATCH } as const;
  const parcels: Parcel[] = [];
  for (let after: Cursor | null = null; ; ) {
    const rows: Cursor[] = await publishedRecords(ctx.db, { ...ask, after });
    const ids = rows.map(({ record }) => record);
    parcels.push(...(await packRecords(ctx.db, ids, { origin, face: 0, level: 0 })));
    if (rows.length < BATCH) return parcels;
    after = rows.at(-1) ?? null;
  }
}
