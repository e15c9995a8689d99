// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { aliasesOf } from '#platform/auth';
import type { Db } from '#platform/db';
import { type LinkedTitle, linkedTitles } from '#platform/records';
import { reading, type TaskRow } from '../tables.ts';

const MOST = 500;

export interface Task extends TaskRow {
  /** The letter or law that asks for it; null where it was taken away. */
  source: LinkedTitle | null;
  /** Who does it, by name. */
  who: string | null;
  overdue: boolean;
  evidence: readonly LinkedTitle[];
}

interface Asked {
  lang: string;
  /** ISO 8601. */
  today: string;
}

/** What one letter or law asks, in its order. */
export async function tasksOf(db: Db, record: number, asked: Asked): Promise<Task[]> {
  const rows = await reading(db)
    .selectFrom('library.task')
    .selectAll()
    .where('record', '=', record)
    .orderBy('seq')
    .execute();
  return told(db, rows, asked);
}

export async function taskById(db: Db, id: string, asked: Asked): Promise<Task | null> {
  const rows = await reading(db).selectFrom('library.task').selectAll().where('id', '=', id).execute();
  return (await told(db, rows, asked))[0] ?? null;
}

/** Every task: what is overdue first, then by the day it is due, then what has no day; done ones last. */
export async function allTasks(db: Db, asked: Asked & { owner?: string }): Promise<Task[]> {
  let query = reading(db).selectFrom('library.task').selectAll();
  if (asked.owner !== undefined) query = query.where('owner', '=', asked.owner);
  const rows = await query
    .orderBy(sql`done_on is not null`)
    .orderBy(sql`due is null`)
    .orderBy('due')
    .orderBy('seq')
    .limit(MOST)
    .execute();
  return told(db, rows, asked);
}

/** How many wait, and how many of them too long. */
export async function countTasks(db: Db, today: string): Promise<{ open: number; overdue: number }> {
  const row = await reading(db)
    .selectFrom('library.task')
    .select(sql<number>`count(*)::int`.as('open'))
    .select(sql<number>`(count(*) filter (where due < ${today}))::int`.as('overdue'))
    .where('done_on', 'is', null)
    .executeTakeFirstOrThrow();
  return row;
}

async function told(db: Db, rows: readonly TaskRow[], { lang, today }: Asked): Promise<Task[]> {
  if (rows.length === 0) return [];
  const evidence = await reading(db)
    .selectFrom('library.task_evidence')
    .selectAll()
    .where(
      'task',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('record')
    .execute();
  const ids = [...rows, ...evidence].map(({ record }) => record);
  const titles = await linkedTitles(db, ids, { lang, face: 1, level: 2 });
  const names = await aliasesOf(
    db,
    rows.map(({ owner }) => owner),
  );
  return rows.map((row) => ({
    ...row,
    source: titles.get(row.record) ?? null,
    who: row.owner === null ? row.org : (names.get(row.owner) ?? null),
    overdue: row.done_on === null && row.due !== null && row.due < today,
    evidence: evidence
      .filter(({ task }) => task === row.id)
      .flatMap(({ record }) => titles.get(record) ?? []),
  }));
}
