// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import { type Lang, translator } from '#platform/i18n';
import { termNames } from '../exchange/term-names.ts';
import type { Kind } from '../kind/kind.ts';
import { schemesOf } from '../queries/vocabulary.ts';
import type { Level } from '../record.ts';
import type { FileRead } from './draft.ts';
import { readCsv } from './read-csv.ts';
import { readParcels } from './read-parcels.ts';
import { readWordpress } from './read-wordpress.ts';

export interface FileOrder {
  kind: Kind;
  /** The language of what does not say its own. */
  lang: Lang;
  level: Level;
  /** What of a WordPress export becomes records. */
  types: readonly string[];
}

/** Reads a file of records by what it is, whatever it is called: parcels, an export of WordPress, else a table. */
export async function readRecordFile(db: Db, bytes: Buffer, order: FileOrder): Promise<FileRead> {
  const text = textIn(bytes);
  if (text === null)
    return {
      drafts: [],
      unfit: [{ row: 1, column: '', message: 'records.import.no-text', value: '' }],
      left: [],
    };
  const start = text.trimStart();
  if (/^(\{|\[\s*\{)/.test(start)) return readParcels(text);
  const terms = await termNames(db, schemesOf(order.kind), {
    t: translator(order.lang),
    lang: order.lang,
  });
  if (start.startsWith('<')) return readWordpress(start, { ...order, terms });
  return readCsv(text, { ...order, terms });
}

/** UTF-8, or UTF-16 as spreadsheets write it; null where it is neither. */
function textIn(bytes: Buffer): string | null {
  const isWide = bytes.length > 1 && bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(isWide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
