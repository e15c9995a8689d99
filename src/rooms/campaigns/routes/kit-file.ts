// SPDX-License-Identifier: EUPL-1.2
import { type Answer, bytes } from '#platform/http';
import { EDITIONS } from '../print/edition.ts';
import { PIECES, type PieceName } from '../print/pieces.ts';
import { FORMATS, type Format, MEDIA } from '../print/print.ts';

/** A printed piece as its file name says it. */
export interface NamedPiece {
  piece: PieceName;
  code: string;
  side: number;
  format: Format;
}

const named = new RegExp(
  `^(${PIECES.join('|')})-(${[...EDITIONS, 'own'].join('|')})(-2)?\\.(${FORMATS.join('|')})$`,
);

/** Reads `leaflet-en-2.svg`; null for any other name. */
export function readFileName(name: string): NamedPiece | null {
  const [, piece, code, side, format] = named.exec(name) ?? [];
  if (piece === undefined || code === undefined) return null;
  return { piece: piece as PieceName, code, side: side === undefined ? 0 : 1, format: format as Format };
}

/** A file to keep; pictures of ours may also stand in our own pages. Nothing in it runs in a browser. */
export function download(name: string, format: Format | 'zip' | 'txt', body: Buffer): Answer {
  const type = { ...MEDIA, zip: 'application/zip', txt: 'text/plain; charset=utf-8' }[format];
  const shown = format === 'webp' ? 'inline' : `attachment; filename="${name}"`;
  return bytes(body, type, {
    headers: { 'content-disposition': shown, 'content-security-policy': "sandbox; default-src 'none'" },
  });
}
