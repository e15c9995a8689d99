// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import {
  type FullRecord,
  kindOf,
  linkedTitles,
  type RecordState,
  readRecord,
  recordPath,
  titleIn,
} from '#platform/records';
import { keyedLookup, keyringOf, unboxField } from '#platform/seal';
import type { ThreadMessage } from '#platform/ui';
import { reading, type SubmissionRow } from '../tables.ts';

const LIST = 200;

/** How it stands for the sender. */
export type Standing = 'waits' | 'asked' | 'review' | 'published' | 'declined' | 'withdrawn';

export interface Talk {
  id: string;
  dir: 'in' | 'out';
  words: string;
  at: Date;
}

export interface OpenSubmission {
  row: SubmissionRow;
  record: FullRecord;
  standing: Standing;
  talk: readonly Talk[];
}

/** Where a message's words are boxed. */
export const messagePlace = (id: string) => ({ kind: 'library.submission_message', id });

/** What is kept instead of a code. */
export const codeLookup = (db: Db, code: string): Buffer =>
  keyedLookup(keyringOf(db).mac, 'library.submission', code);

/** The submission that a code opens, or null. */
export async function submissionByCode(db: Db, code: string): Promise<OpenSubmission | null> {
  const row = await reading(db)
    .selectFrom('library.submission')
    .selectAll()
    .where('lookup', '=', codeLookup(db, code))
    .executeTakeFirst();
  return row === undefined ? null : opened(db, row);
}

export async function submissionById(db: Db, id: string): Promise<OpenSubmission | null> {
  const row = await reading(db)
    .selectFrom('library.submission')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : opened(db, row);
}

/** Whom to thank under a published record; null for nobody. */
export async function creditOf(db: Db, record: number): Promise<string | null> {
  const row = await reading(db)
    .selectFrom('library.credit')
    .select('name')
    .where('record', '=', record)
    .executeTakeFirst();
  return row?.name ?? null;
}

async function opened(db: Db, row: SubmissionRow): Promise<OpenSubmission | null> {
  const record = await readRecord(db, row.record, { face: 1, level: 2 });
  if (record === null) return null;
  return { row, record, standing: standingOf(row, record), talk: await talkOf(db, row.id) };
}

export function standingOf(
  row: Pick<SubmissionRow, 'asked' | 'declined'>,
  { state, edition }: { state: RecordState; edition: number },
): Standing {
  if (row.declined) return 'declined';
  if (state === 'withdrawn') return 'withdrawn';
  if (edition > 0) return 'published';
  if (state === 'review') return 'review';
  return row.asked ? 'asked' : 'waits';
}

async function talkOf(db: Db, submission: string): Promise<Talk[]> {
  const rows = await reading(db)
    .selectFrom('library.submission_message')
    .selectAll()
    .where('submission', '=', submission)
    .orderBy('seq')
    .execute();
  const keyring = keyringOf(db);
  return rows.map(({ id, dir, words, at }) => ({
    id,
    dir,
    at,
    words: unboxField(keyring, messagePlace(id), words),
  }));
}

/** The talk as one side reads it. */
export function threadOf(
  talk: readonly Talk[],
  by: { side: Talk['dir']; other: string; when: (at: Date) => string },
): ThreadMessage[] {
  return talk.map(({ id, dir, words, at }) => ({
    id,
    mine: dir === by.side,
    from: by.other,
    at: by.when(at),
    text: words,
  }));
}

export interface ListedSubmission {
  id: string;
  record: number;
  title: string;
  lang: string;
  kind: string;
  sentOn: string;
  standing: Standing;
}

/** What strangers sent: what waits for us first, then the newest. */
export async function listSubmissions(db: Db, lang: string): Promise<ListedSubmission[]> {
  const rows = await reading(db)
    .selectFrom('library.submission')
    .selectAll()
    .orderBy('sent_on', 'desc')
    .limit(LIST)
    .execute();
  const titles = await linkedTitles(
    db,
    rows.map(({ record }) => record),
    { lang, face: 1, level: 2 },
  );
  const lines: ListedSubmission[] = [];
  for (const row of rows) {
    const record = await readRecord(db, row.record, { face: 1, level: 2 });
    if (record === null) continue;
    const title = titles.get(record.id);
    lines.push({
      id: row.id,
      record: record.id,
      title: title?.title ?? String(record.id),
      lang: title?.lang ?? record.tongue,
      kind: record.kind,
      sentOn: row.sent_on,
      standing: standingOf(row, record),
    });
  }
  return lines.sort((a, b) => Number(b.standing === 'waits') - Number(a.standing === 'waits'));
}

/** Where readers find what became of it. */
export function publishedPath({ record, standing }: OpenSubmission, lang: string): string | null {
  const kind = kindOf(record.kind);
  return standing === 'published' ? recordPath(kind, record.id, titleIn(kind, record, lang)) : null;
}
