// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Db } from '#platform/db';
import type { Lang } from '#platform/i18n';
import type { ToTranslate } from '../desk/translate-page.tsx';
import { linkedTitles } from '../store/titles.ts';
import { reading } from '../tables.ts';

const MOST = 200;

interface Ask {
  to: string;
  kinds: readonly string[];
}

/** Records that this language lacks, lags behind in, or has from a machine. Drafts of nobody wait for no translator. */
const waiting = (db: Db, { to, kinds }: Ask) =>
  reading(db)
    .selectFrom('records.record as r')
    .leftJoin('records.part as p', (join) => join.onRef('p.record', '=', 'r.id').on('p.lang', '=', to))
    .where('r.kind', 'in', [...kinds])
    .where('r.tongue', '<>', to)
    .where('r.state', 'in', ['live', 'review'])
    .where(
      sql<boolean>`(p.record is null or p.todo > 0 or p.stale > 0 or p.machine > 0
        or exists (select from records.hint h where h.record = r.id and h.lang = ${to} and h.done_at is null))`,
    );

export async function countToTranslate(
  db: Db,
  langs: readonly Lang[],
  kinds: readonly string[],
): Promise<{ lang: Lang; count: number }[]> {
  const counts: { lang: Lang; count: number }[] = [];
  for (const lang of langs) {
    const row =
      kinds.length === 0
        ? { n: 0 }
        : await waiting(db, { to: lang, kinds })
            .select((is) => is.fn.countAll<number>().as('n'))
            .executeTakeFirstOrThrow();
    counts.push({ lang, count: Number(row.n) });
  }
  return counts;
}

/** What is out of date first, then a machine's, then what is missing. */
export async function toTranslate(db: Db, ask: Ask & { lang: string }): Promise<ToTranslate[]> {
  if (ask.kinds.length === 0) return [];
  const rows = await waiting(db, ask)
    .select(['r.id', 'r.kind', 'r.tongue', 'p.todo', 'p.stale', 'p.machine', 'p.record'])
    .select(
      sql<string>`(select count(*) from records.hint h where h.record = r.id and h.lang = ${ask.to} and h.done_at is null)`.as(
        'hints',
      ),
    )
    .orderBy(sql`coalesce(p.stale, 0) > 0`, 'desc')
    .orderBy(sql`coalesce(p.machine, 0) > 0`, 'desc')
    .orderBy('r.id', 'desc')
    .limit(MOST)
    .execute();
  const ids = rows.map(({ id }) => Number(id));
  const titles = await linkedTitles(db, ids, { lang: ask.lang, face: 1, level: 2 });
  return rows.map(({ id, kind, tongue, record, todo, stale, machine, hints }) => ({
    id: Number(id),
    kind,
    title: titles.get(Number(id))?.title ?? `${id}`,
    lang: titles.get(Number(id))?.lang ?? tongue,
    begun: record !== null,
    todo: todo ?? 0,
    stale: stale ?? 0,
    machine: machine ?? 0,
    hints: Number(hints),
  }));
}
