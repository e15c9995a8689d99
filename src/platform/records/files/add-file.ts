// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx } from '#platform/ctx';
import type { SentFile } from '#platform/http';
import { sha256, toHex } from '#platform/seal';
import { errors } from '../errors.ts';
import type { FileRef } from '../kind/fields.ts';
import { writing } from '../tables.ts';
import { type FileType, fileName, identify } from './identify.ts';
import { type PdfReading, readPdf } from './read-pdf.ts';
import { renewPicture } from './renew-picture.ts';

/** A file that was taken: how a record names it, and the words that were found inside ('' for none). */
export interface AddedFile {
  ref: FileRef;
  type: FileType;
  words: string;
  /** Null where pages are not counted. */
  pages: number | null;
}

const MOST_WORDS = 200_000;

/**
 * Looks into a file and keeps it. The same bytes are kept once. Throws `records.file-type` for what is not taken,
 * `file-acts` for a PDF with scripts or files inside, `file-locked` for one with a password, `file-broken`.
 */
export async function addFile(ctx: Ctx, sent: Pick<SentFile, 'name' | 'bytes'>): Promise<AddedFile> {
  const type = identify(sent.bytes);
  if (type === null) throw errors('file-type');
  const { bytes, words, pages } = await contentOf(sent.bytes, type);
  const hash = Buffer.from(sha256(bytes));
  const name = fileName(sent.name, type);
  await atomically(ctx, async (inner) => {
    const db = writing(inner.db);
    await db
      .insertInto('records.file')
      .values({
        sha256: hash,
        bytes: bytes.length,
        type,
        name,
        words: words === '' ? null : words,
        added_by: inner.actor.kind === 'person' ? inner.actor.id : null,
        added_at: inner.now,
        checked_at: inner.now,
      })
      .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ added_at: inner.now }))
      .execute();
    await db
      .insertInto('records.file_bytes')
      .values({ sha256: hash, bytes })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    inner.audit({ act: 'file.added', kind: 'file', id: toHex(hash), code: type });
  });
  return { ref: { sha256: toHex(hash), name }, type, words, pages };
}

interface Content {
  bytes: Buffer;
  words: string;
  pages: number | null;
}

async function contentOf(bytes: Buffer, type: FileType): Promise<Content> {
  if (type === 'text') return { bytes, words: tidy(bytes.toString('utf8')), pages: null };
  if (type === 'pdf') {
    const reading = await readPdf(bytes);
    if (!reading.ok) throw errors(refusalOf(reading));
    return { bytes, words: tidy(reading.text), pages: reading.pages };
  }
  const renewed = await renewPicture(bytes, type);
  if (renewed === null) throw errors('file-broken');
  return { bytes: renewed, words: '', pages: 1 };
}

const refusalOf = ({ why }: Extract<PdfReading, { ok: false }>) => `file-${why}` as const;
const tidy = (text: string) => text.replaceAll('\0', '').replaceAll('\r\n', '\n').trim().slice(0, MOST_WORDS);
