// SPDX-License-Identifier: EUPL-1.2
import { type QueryExecutorProvider, sql } from 'kysely';
import { noise, numbers } from './noise.ts';

const BLOCK = 1000;
const SEED = 20_261_121;

/** Puts invented records of one kind there as published, without going through its steps one by one. */
export async function fillNoise(db: QueryExecutorProvider, count: number): Promise<void> {
  const pick = numbers(SEED);
  for (let from = 0; from < count; from += BLOCK) {
    const records = Array.from({ length: Math.min(BLOCK, count - from) }, () => noise(pick));
    const made = await sql<{ id: string }>`
      insert into records.record (kind, tongue, state, edition, made_at)
      select 'resource', tongue, 'live', 1, now() from jsonb_array_elements_text(${JSON.stringify(
        records.map((texts) => texts[0]?.lang ?? 'en'),
      )}::jsonb) tongue returning id`.execute(db);
    const parts = made.rows.flatMap(({ id }, at) => [
      { record: id, lang: '', body: { resourceType: 'toolkit', licence: 'cc-by-4.0' } },
      ...(records[at] ?? []).map(({ lang, title, summary }) => ({
        ...{ record: id, lang, body: { title, what: summary } },
      })),
    ]);
    await sql`insert into records.part (record, lang, rev, shape, body, live_rev, live_shape)
      select (p->>'record')::bigint, p->>'lang', 1, 1, p->'body', 1, 1
      from jsonb_array_elements(${JSON.stringify(parts)}::jsonb) p`.execute(db);
    await sql`insert into records.edition (record, no, parts, at)
      select distinct (p->>'record')::bigint, 1, '{}'::jsonb, now()
      from jsonb_array_elements(${JSON.stringify(parts)}::jsonb) p`.execute(db);
  }
}

/** MB of what is searched: words, vectors, and their indexes. */
export async function searchSizes(db: QueryExecutorProvider): Promise<number> {
  const { rows } = await sql<{ n: string }>`
    select pg_total_relation_size('records.shown_words') as n`.execute(db);
  return Math.round(Number(rows[0]?.n ?? 0) / 1e6);
}
