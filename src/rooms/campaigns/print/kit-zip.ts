// SPDX-License-Identifier: EUPL-1.2
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Ctx } from '#platform/ctx';
import type { PrintCompiler } from './compiler.ts';
import { DESIGNS } from './designs.ts';
import type { Edition } from './edition.ts';
import type { PieceName } from './pieces.ts';
import { type Format, print } from './print.ts';

/** One edition of a kit, as it goes into a zip. */
export interface ZipEdition {
  /** Folder and end of its file names, e.g. `ar`. */
  code: string;
  edition: Edition;
  pieces: readonly PieceName[];
}

/** How a piece is handed out: what is printed as PDF and SVG, what is shown as PNG, words as PDF. */
export function formatsOf(piece: PieceName): Format[] {
  const design = DESIGNS[piece];
  if (design === undefined) return ['pdf'];
  return design.kind === 'screen' ? ['png', 'svg', 'pdf'] : ['pdf', 'svg'];
}

/** The sides of a piece that a picture can show. */
export const sidesOf = (piece: PieceName): number[] =>
  (DESIGNS[piece]?.pages ?? [null]).map((_, side) => side);

export function fileName(
  piece: PieceName,
  code: string,
  { format, side = 0 }: { format: Format; side?: number },
): string {
  return `${piece}-${code}${side > 0 ? `-${side + 1}` : ''}.${format}`;
}

/** Everything of these editions in one file. What does not fit its boxes is left out, and a note says so. */
export async function zipKit(
  ctx: Ctx,
  compiler: PrintCompiler,
  { editions, texts }: { editions: readonly ZipEdition[]; texts: Readonly<Record<string, string>> },
): Promise<Buffer> {
  const files: Zippable = {};
  const left: string[] = [];
  for (const { code, edition, pieces } of editions) {
    for (const { piece, format, side } of wanted(pieces)) {
      const printed = await print(ctx, compiler, { piece, edition, format, side });
      const name = `${code}/${fileName(piece, code, { format, side })}`;
      if (printed === null) continue;
      if (printed.fits.some(({ fits }) => !fits)) left.push(name);
      else files[name] = [printed.bytes, { level: 0 }];
    }
  }
  for (const [name, text] of Object.entries(texts)) files[name] = strToU8(text);
  if (left.length > 0) files['not-fitting.txt'] = strToU8(`${left.join('\n')}\n`);
  return Buffer.from(zipSync(files, { level: 6, mtime: ZIP_DAY }));
}

// The same kit gives the same bytes, whenever it is packed.
const ZIP_DAY = new Date(2026, 0, 1);

function wanted(pieces: readonly PieceName[]): { piece: PieceName; format: Format; side: number }[] {
  return pieces.flatMap((piece) =>
    formatsOf(piece).flatMap((format) =>
      (format === 'pdf' ? [0] : sidesOf(piece)).map((side) => ({ piece, format, side })),
    ),
  );
}
