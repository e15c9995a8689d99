// SPDX-License-Identifier: EUPL-1.2
import type { Shape } from './shapes.ts';

// What the template reads. Millimetres from the upper left corner, points for sizes.

export interface Box {
  id: string;
  x: number;
  y: number;
  w: number;
  h: number;
  paragraphs: readonly string[];
  /** Words that a line cannot be broken in, for the width. */
  words: readonly string[];
  size: number;
  bold: boolean;
  colour: string;
  leading: number;
  dir: 'ltr' | 'rtl';
  align: 'left' | 'center' | 'right';
  stand: 'top' | 'horizon' | 'bottom';
  lines: number;
}

export interface Picture {
  /** `/logo-0`: a file that is handed over with the sheet. */
  path: string;
  alt: string;
  align: 'left' | 'right';
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface SheetPage {
  shapes: readonly Shape[];
  /** Crop marks, outside what is kept. */
  marks: readonly Shape[];
  boxes: readonly Box[];
  pictures: readonly Picture[];
}

/** A cell reads as its own language does, whatever the sheet's. */
export interface Cell {
  text: string;
  dir: 'ltr' | 'rtl';
}

export type Block =
  | { as: 'title' | 'part' | 'lead' | 'note' | 'par'; text: string }
  | { as: 'table'; widths: readonly number[]; head: readonly string[]; rows: readonly (readonly Cell[])[] };

export interface Flow {
  blocks: readonly Block[];
  shapes: readonly Shape[];
  foot: string;
  ink: string;
  quiet: string;
  strong: string;
  wash: string;
}

export interface Sheet {
  title: string;
  /** ISO 639; `zxx` where there are no words. */
  lang: string;
  dir: 'ltr' | 'rtl';
  leading: number;
  /** Sizes that are tried, largest first. */
  scales: readonly number[];
  /** Of the paper; `slug` is the room for crop marks on each side, outside the bleed. */
  page: { w: number; h: number; bleed: number; slug: number };
  pages: readonly SheetPage[];
  flow: Flow | null;
}

/** How one box's words lie in it: `scale` is the size that was taken of those tried. */
export interface Fit {
  id: string;
  lines: number;
  allowed: number;
  /** One word is wider than the box. */
  wide: boolean;
  fits: boolean;
  scale: number;
}
