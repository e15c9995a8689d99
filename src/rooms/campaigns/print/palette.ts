// SPDX-License-Identifier: EUPL-1.2

/** Colours of printed pieces, `#rrggbb`, from the tokens of our pages. Every pair that carries words is named in {@link WORD_PAIRS}. */
export interface Palette {
  ground: string;
  words: string;
  disc: string;
  leaf: string;
  leafDeep: string;
  berry: string;
  berryDeep: string;
  band: string;
  bandWords: string;
  bandQuiet: string;
  screen: string;
  hill: string;
  roof: string;
  wall: string;
  door: string;
}

const PAPER = '#faf8f3';
const INK = '#17231f';

const shared = {
  words: '#ffffff',
  disc: '#f2b705',
  leaf: '#6cd0b2',
  leafDeep: '#92dda5',
  berry: '#ff9a7e',
  berryDeep: '#c4472b',
  band: PAPER,
  bandWords: INK,
  bandQuiet: '#47564f',
  screen: PAPER,
  hill: '#92dda5',
  roof: '#c4472b',
  wall: '#e6efe9',
  door: '#0b5d4e',
};

/** By the code that a campaign names as its look. */
export const PALETTES = {
  rowan: { ...shared, ground: '#0b5d4e' },
  lake: {
    ...shared,
    ground: '#174a86',
    leaf: '#7cc7e0',
    leafDeep: '#a5cbff',
    door: '#174a86',
    wall: '#e6effa',
  },
  plum: { ...shared, ground: '#5b2a86', leaf: '#c7a6f2', leafDeep: '#7cc7e0', door: '#5b2a86' },
} as const satisfies Record<string, Palette>;

export type Look = keyof typeof PALETTES;

export const isLook = (text: unknown): text is Look =>
  typeof text === 'string' && Object.hasOwn(PALETTES, text);

/** The colours that words are set in, with what lies behind them. */
export const WORD_PAIRS: readonly (readonly [keyof Palette, keyof Palette])[] = [
  ['words', 'ground'],
  ['bandWords', 'band'],
  ['bandQuiet', 'band'],
];
