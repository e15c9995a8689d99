// SPDX-License-Identifier: EUPL-1.2
import { contrast } from '#platform/ui';
import { LEAST_QR } from './compose.ts';
import { DESIGNS } from './designs.ts';
import type { Edition } from './edition.ts';
import { PALETTES, WORD_PAIRS } from './palette.ts';
import type { PieceName } from './pieces.ts';

export const CHECKS = ['vector', 'bleed', 'fonts', 'qr', 'contrast'] as const;
export type CheckName = (typeof CHECKS)[number];

export interface Check {
  name: CheckName;
  good: boolean;
  /** What was measured: millimetres, a count, a ratio; null where the check says yes or no. */
  found: number | null;
}

/** WCAG asks 4.5 of body text; on a wall, from afar and in bad light, more. */
const LEAST_CONTRAST = 7;
const BLEED = 3;

/** Looks into the finished PDF and its design: what a printer would send back. */
export function checkPrint(piece: PieceName, edition: Edition, pdf: Buffer): Check[] {
  const design = DESIGNS[piece];
  const text = pdf.toString('latin1');
  // Logos are the only pictures of dots; what we draw and write is lines.
  const dots = text.match(/\/Subtype \/Image\b/g)?.length ?? 0;
  const masks = text.match(/\/SMask \d+ 0 R/g)?.length ?? 0;
  const fonts = text.match(/\/Type \/FontDescriptor\b/g)?.length ?? 0;
  const inside = text.match(/\/FontFile[23]? \d+ 0 R/g)?.length ?? 0;
  const least = leastContrast(edition);
  const checks: Check[] = [
    { name: 'vector', good: dots - masks <= edition.logos.length, found: dots - masks },
    { name: 'fonts', good: fonts === inside, found: inside },
    { name: 'contrast', good: least >= LEAST_CONTRAST, found: Math.floor(least * 10) / 10 },
  ];
  if (design?.kind === 'print')
    checks.push({
      name: 'bleed',
      good: design.bleed >= BLEED && /\/TrimBox/.test(text),
      found: design.bleed,
    });
  const sizes = design?.pages.flatMap(({ qr }) => qr?.size ?? []) ?? [];
  if (edition.qr !== null && sizes.length > 0) {
    const smallest = Math.min(...sizes);
    checks.push({ name: 'qr', good: smallest >= LEAST_QR, found: Math.floor(smallest) });
  }
  return checks;
}

function leastContrast({ look }: Edition): number {
  const colours = PALETTES[look];
  return Math.min(...WORD_PAIRS.map(([front, behind]) => contrast(colours[front], colours[behind])));
}
