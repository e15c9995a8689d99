// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Db } from '#platform/db';
import type { DeskRecord } from '../desk/home-page.tsx';
import type { RecordState } from '../record.ts';
import { linkedTitles } from '../store/titles.ts';
import { reading } from '../tables.ts';

export interface DeskAsk {
  kinds: readonly string[];
  states?: readonly RecordState[];
  /** Only what this person began. */
  madeBy?: string;
  /** Only what a reviewer sent back, or only what nobody did. */
  returned?: boolean;
  /** Words of the title, or the number. */
  words?: string;
  lang: string;
  limit: number;
  offset?: number;
}

const selection = (db: Db, ask: DeskAsk) => {
  let query = reading(db)
    .selectFrom('records.record as r')
    .where('r.kind', 'in', [...ask.kinds]);
  if (ask.states !== undefined) query = query.where('r.state', 'in', [...ask.states]);
  if (ask.madeBy !== undefined) query = query.where('r.made_by', '=', ask.madeBy);
  if (ask.returned !== undefined) query = query.where('r.reason', ask.returned ? 'is not' : 'is', null);
  for (const word of (ask.words ?? '').split(/\s+/u).filter(Boolean).slice(0, 8))
    query = query.where(titled(word));
  return query;
};

const titled = (word: string) =>
  sql<boolean>`(r.id::text = ${word} or exists (select from records.shown_words w where w.record = r.id and w.face = 1 and w.title ilike ${`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`}))`;

/** Records as the desk lists them, the newest first. */
export async function deskRecords(db: Db, ask: DeskAsk): Promise<DeskRecord[]> {
  if (ask.kinds.length === 0) return [];
  const rows = await selection(db, ask)
    .select(['r.id', 'r.kind', 'r.state', 'r.edition', 'r.made_at', 'r.tongue'])
    .select(sql<Date | null>`(select max(v.at) from records.revision v where v.record = r.id)`.as('at'))
    .orderBy('r.id', 'desc')
    .limit(ask.limit)
    .offset(ask.offset ?? 0)
    .execute();
  const ids = rows.map(({ id }) => Number(id));
  const titles = await linkedTitles(db, ids, { lang: ask.lang, face: 1, level: 2 });
  return rows.map(({ id, kind, state, edition, made_at, tongue, at }) => {
    const title = titles.get(Number(id));
    const shown = { title: title?.title ?? `${id}`, lang: title?.lang ?? tongue };
    return { id: Number(id), kind, state, edition, at: at ?? made_at, ...shown };
  });
}

export async function countDeskRecords(db: Db, ask: DeskAsk): Promise<number> {
  if (ask.kinds.length === 0) return 0;
  const row = await selection(db, ask)
    .select((is) => is.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** How many records each kind has. */
export async function countsByKind(db: Db, kinds: readonly string[]): Promise<Map<string, number>> {
  if (kinds.length === 0) return new Map();
  const rows = await reading(db)
    .selectFrom('records.record')
    .select(['kind', (is) => is.fn.countAll<number>().as('n')])
    .where('kind', 'in', [...kinds])
    .groupBy('kind')
    .execute();
  return new Map(rows.map(({ kind, n }) => [kind, Number(n)]));
}
