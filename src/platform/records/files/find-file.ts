// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Db } from '#platform/db';
import type { Level } from '../record.ts';
import { reading } from '../tables.ts';
import { FILE_TYPES, type FileType } from './identify.ts';

export interface FoundFile {
  bytes: Buffer;
  type: FileType;
  /** As the Content-Type header says it. */
  mediaType: string;
  name: string;
}

const isHash = (text: string) => /^[0-9a-f]{64}$/.test(text);
const hashOf = (text: string) => Buffer.from(text, 'hex');

export interface FileReader {
  level: Level;
  /** Names of the kinds whose records may show it to readers. */
  kinds: readonly string[];
}

/**
 * A file for a reader of this level: staff have every file, everybody else what a published record shows them. Null
 * for all others, in the same way as for a file that never was.
 */
export async function findFile(db: Db, sha256: string, reader: FileReader): Promise<FoundFile | null> {
  if (!isHash(sha256)) return null;
  const hash = hashOf(sha256);
  if (reader.level < 2 && !(await isShown(db, hash, reader))) return null;
  const row = await reading(db)
    .selectFrom('records.file as f')
    .innerJoin('records.file_bytes as b', 'b.sha256', 'f.sha256')
    .select(['f.type', 'f.name', 'b.bytes'])
    .where('f.sha256', '=', hash)
    .executeTakeFirst();
  if (row === undefined) return null;
  const type = row.type as FileType;
  return { bytes: row.bytes, type, mediaType: FILE_TYPES[type], name: row.name };
}

async function isShown(db: Db, hash: Buffer, { level, kinds }: FileReader): Promise<boolean> {
  const use = await reading(db)
    .selectFrom('records.file_use as u')
    .innerJoin('records.record as r', 'r.id', 'u.record')
    .select('u.record')
    .where('u.sha256', '=', hash)
    .where('u.face', '=', 0)
    .where('u.seen', '<=', level)
    .where(sql<boolean>`r.kind = any(${[...kinds]}::text[])`)
    .limit(1)
    .executeTakeFirst();
  return use !== undefined;
}

/** The words that were found inside a file; '' for none. */
export async function wordsOfFile(db: Db, sha256: string): Promise<string> {
  if (!isHash(sha256)) return '';
  const row = await reading(db)
    .selectFrom('records.file')
    .select('words')
    .where('sha256', '=', hashOf(sha256))
    .executeTakeFirst();
  return row?.words ?? '';
}

/** Which of these were never kept, or were swept away: a record cannot be saved with them. */
export async function missingFiles<F extends { sha256: string }>(db: Db, files: readonly F[]): Promise<F[]> {
  if (files.length === 0) return [];
  const rows = await reading(db)
    .selectFrom('records.file')
    .select('sha256')
    .where(
      'sha256',
      'in',
      files.map(({ sha256 }) => hashOf(sha256)),
    )
    .execute();
  const here = new Set(rows.map(({ sha256 }) => sha256.toString('hex')));
  return files.filter(({ sha256 }) => !here.has(sha256));
}
