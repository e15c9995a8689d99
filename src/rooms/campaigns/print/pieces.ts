// SPDX-License-Identifier: EUPL-1.2

/** What a kit consists of. Print pieces have a bleed; the square is for screens; documents are words on A4. */
export const PIECES = [
  'poster-a3',
  'poster-a4',
  'leaflet',
  'sticker',
  'square',
  'radio',
  'speech',
  'message',
] as const;
export type PieceName = (typeof PIECES)[number];

export const isPiece = (text: string): text is PieceName => PIECES.some((one) => one === text);

/** The texts of a kit, by where they stand in a piece. */
export const UNITS = ['headline', 'line', 'body', 'call', 'radio', 'speech', 'message'] as const;
export type Unit = (typeof UNITS)[number];
/** What the country adds. */
export type FactUnit = 'phone' | 'address' | 'ministry';

/** A place for words, in millimetres from the corner where reading begins. `size` in points. */
export interface BoxSpec {
  unit: Unit | FactUnit;
  x: number;
  y: number;
  w: number;
  h: number;
  size: number;
  bold?: true;
  /** Which colour of the palette, and so what lies behind. */
  on: 'words' | 'bandWords' | 'bandQuiet';
  stand: 'top' | 'horizon' | 'bottom';
  centred?: true;
  /** The most lines that the design allows; 0 where only the height counts. */
  lines: number;
}

/** A band of another ground across the whole piece. */
export interface BandSpec {
  y: number;
  h: number;
}

export interface PageSpec {
  /** The picture's place; null for a page of words. */
  picture: { x: number; y: number; scale: number } | null;
  /** The ground is paper with ink, not the colour of the look. */
  paper?: true;
  bands: readonly BandSpec[];
  boxes: readonly BoxSpec[];
  qr: { x: number; y: number; size: number } | null;
  /** Where up to three logos stand. */
  logos: readonly { x: number; y: number; w: number; h: number }[];
}

export interface Design {
  kind: 'print' | 'screen';
  /** After cutting, in millimetres. */
  w: number;
  h: number;
  bleed: number;
  pages: readonly PageSpec[];
}

/** About how many letters of a Latin script a box takes: half of them is a safe length for what will be translated. */
export function mostLetters({ w, h, size, lines }: BoxSpec): number {
  const letter = size * 0.3528 * 0.56;
  const pitch = size * 0.3528 * 1.25;
  const count = lines === 0 ? Math.floor(h / pitch) : lines;
  return Math.floor((w / letter) * count * 0.92);
}
