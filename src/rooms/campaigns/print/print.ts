// SPDX-License-Identifier: EUPL-1.2
import sharp from 'sharp';
import type { Ctx } from '#platform/ctx';
import { transaction } from '#platform/db';
import { isLang, translator } from '#platform/i18n';
import { sha256 } from '#platform/seal';
import { dayOf } from '../days.ts';
import { errors } from '../errors.ts';
import { reading, writing } from '../tables.ts';
import type { PrintCompiler, SheetFile } from './compiler.ts';
import { composePiece } from './compose.ts';
import { composeDocument } from './documents.ts';
import type { Edition } from './edition.ts';
import { addPrintBoxes } from './pdf-boxes.ts';
import type { PieceName } from './pieces.ts';
import type { Fit, Sheet } from './sheet.ts';
import { TEMPLATE } from './template.ts';

export const FORMATS = ['pdf', 'svg', 'png', 'webp'] as const;
/** `png` is for screens and telephones, `webp` a small look at it for our own pages. */
export type Format = (typeof FORMATS)[number];

export const MEDIA: Readonly<Record<Format, string>> = {
  pdf: 'application/pdf',
  svg: 'image/svg+xml',
  png: 'image/png',
  webp: 'image/webp',
};

export interface Printed {
  bytes: Buffer;
  /** Of the page that was asked for, or of all. */
  fits: readonly Fit[];
}

export interface PrintOrder {
  piece: PieceName;
  edition: Edition;
  format: Format;
  /** Which side, from 0; pictures show one side, a PDF has all. */
  side?: number;
}

const PNG_WIDTH = 2160;
const LOOK_WIDTH = 360;
const MOST_PIXELS = 60_000_000;

/** The sheet of a piece; null where this edition has none. */
export function sheetOf(piece: PieceName, edition: Edition): Sheet | null {
  return (
    composePiece(piece, edition) ??
    composeDocument(piece, edition, translator(isLang(edition.lang) ? edition.lang : 'en'))
  );
}

/**
 * Sets a piece, or takes it from those that were set before. Null where this edition has no such piece or side. Words that
 * do not fit are still set, in the smallest size, so that a preview can show them: {@link demandFit} refuses the download.
 */
export async function print(ctx: Ctx, compiler: PrintCompiler, order: PrintOrder): Promise<Printed | null> {
  const whole = sheetOf(order.piece, order.edition);
  if (whole === null) return null;
  const sheet = order.format === 'pdf' ? whole : oneSide(whole, order.side ?? 0);
  if (sheet === null) return null;
  const files = order.edition.logos.map(({ bytes }, at): SheetFile => ({ path: `/logo-${at}`, bytes }));
  return printSheet(ctx, compiler, { sheet, files, format: order.format });
}

function oneSide(sheet: Sheet, side: number): Sheet | null {
  if (sheet.flow !== null) return side === 0 ? sheet : null;
  const page = sheet.pages[side];
  return page === undefined ? null : { ...sheet, pages: [page] };
}

interface SheetOrder {
  sheet: Sheet;
  files: readonly SheetFile[];
  format: Format;
}

/** The same for a sheet that is already composed. */
export async function printSheet(ctx: Ctx, compiler: PrintCompiler, order: SheetOrder): Promise<Printed> {
  const key = keyOf(order);
  const kept = await findPrint(ctx, key);
  if (kept !== null) return kept;
  const printed = await setSheet(compiler, order);
  await transaction(ctx.db, async (tx) => {
    await writing(tx)
      .insertInto('campaigns.print')
      .values({ key, bytes: printed.bytes, fits: JSON.stringify(printed.fits), used_on: dayOf(ctx.now) })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
  return printed;
}

async function findPrint(ctx: Ctx, key: Buffer): Promise<Printed | null> {
  const row = await reading(ctx.db)
    .selectFrom('campaigns.print')
    .select(['bytes', 'fits', 'used_on'])
    .where('key', '=', key)
    .executeTakeFirst();
  if (row === undefined) return null;
  const today = dayOf(ctx.now);
  if (row.used_on < today)
    await transaction(ctx.db, async (tx) => {
      await writing(tx)
        .updateTable('campaigns.print')
        .set({ used_on: today })
        .where('key', '=', key)
        .execute();
    });
  return { bytes: row.bytes, fits: row.fits };
}

function keyOf({ sheet, files, format }: SheetOrder): Buffer {
  const hashes = files.map(({ path, bytes }) => `${path} ${Buffer.from(sha256(bytes)).toString('hex')}`);
  const all = [TEMPLATE, format, JSON.stringify(sheet), ...hashes].join('\n');
  return Buffer.from(sha256(Buffer.from(all)));
}

async function setSheet(compiler: PrintCompiler, { sheet, files, format }: SheetOrder): Promise<Printed> {
  const made = await compiler.compile({ sheet, files, want: [format === 'pdf' ? 'pdf' : 'svg'] });
  const { fits } = made;
  if (format === 'pdf') {
    if (made.pdf === null) throw errors('print-failed');
    const { slug } = sheet.page;
    return { bytes: slug > 0 ? addPrintBoxes(made.pdf, sheet.page) : made.pdf, fits };
  }
  const svg = made.svg ?? '';
  if (format === 'svg') return { bytes: Buffer.from(svg), fits };
  return { bytes: await dotsOf(svg, sheet.page.w, format), fits };
}

const POINTS = 72 / 25.4;

async function dotsOf(svg: string, millimetres: number, format: 'png' | 'webp'): Promise<Buffer> {
  const width = format === 'png' ? PNG_WIDTH : LOOK_WIDTH;
  // In points both sharp and the drawing program multiply by the density; in dots only one does.
  const inDots = svg.replace(/width="([\d.]+)pt" height="([\d.]+)pt"/, 'width="$1" height="$2"');
  const density = Math.max(1, Math.ceil((72 * width) / (millimetres * POINTS)));
  const picture = sharp(Buffer.from(inDots), { density, limitInputPixels: MOST_PIXELS })
    .resize({ width })
    .flatten({ background: '#ffffff' });
  return (format === 'png' ? picture.png({ palette: true }) : picture.webp({ quality: 50 })).toBuffer();
}

/** Nothing is ever cut: a piece whose words do not fit is not handed out. Throws `campaigns.not-fitting`. */
export function demandFit({ fits }: Printed): void {
  if (fits.some((fit) => !fit.fits)) throw errors('not-fitting');
}
