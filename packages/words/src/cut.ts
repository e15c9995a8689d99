// SPDX-License-Identifier: Apache-2.0
import { isLanguage } from './languages.ts';

export interface Word {
  /** As in the text, without what was cut off it (`l'`, `'s`). */
  readonly text: string;
  /** Where it stands in the text, in UTF-16 units: the first, and the one after the last. */
  readonly start: number;
  readonly end: number;
  /** 1 for the first word of the text, 2 for the next. */
  readonly position: number;
  /** Chinese: each two neighbouring characters of which the first belongs to this word; the second may be the next word's. */
  readonly pairs: readonly string[];
}

type Piece = Pick<Word, 'text' | 'start' | 'end'>;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  const known = isLanguage(language) ? language : 'en';
  const kept = segmenters.get(known) ?? new Intl.Segmenter(known, { granularity: 'word' });
  segmenters.set(known, kept);
  return kept;
}

/** French and its neighbours write the article on to the word: l'enfant, qu'elle; English its owner: children's. */
const ELISION = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’ʼ](?=\p{L})/iu;
const POSSESSIVE = /(?<=\p{L})['’ʼ]s?$/iu;
const INSIDE = /[._:·]/u;
const ABBREVIATION = /^\p{L}(?:\.\p{L})+$/u;
const LETTER = /\p{L}/u;

/** `example.org` is two words and `file_name` too; `3.5` and `U.S` are one each. */
function split(piece: Piece): Piece[] {
  if (!INSIDE.test(piece.text)) return [piece];
  if (ABBREVIATION.test(piece.text)) return [{ ...piece, text: piece.text.replaceAll('.', '') }];
  if (!LETTER.test(piece.text) && !piece.text.includes('_')) return [piece];
  return [...piece.text.matchAll(/[^._:·]+/gu)].map(({ 0: text, index }) => {
    const start = piece.start + index;
    return { text, start, end: start + text.length };
  });
}

/** A mark without its letter, left over where a word was split, would not be part of the same word alone. */
const ORPHAN = /^[\p{M}\p{Cf}]+/u;

function trim(piece: Piece): Piece {
  const before = (ORPHAN.exec(piece.text) ?? ELISION.exec(piece.text))?.[0].length ?? 0;
  const after = POSSESSIVE.exec(piece.text)?.[0].length ?? 0;
  if (before + after === 0 || before + after >= piece.text.length) return piece;
  const start = piece.start + before;
  const end = piece.end - after;
  return { text: piece.text.slice(before, piece.text.length - after), start, end };
}

const HAN = /^\p{Script=Han}+$/u;

/** Whether a word is written in Chinese characters only. */
export function isHan(word: string): boolean {
  return HAN.test(word);
}

/** Each two neighbouring characters: 互联网 gives 互联 and 联网. */
export function pairsOf(characters: string): string[] {
  const each = [...characters];
  return each.slice(1).map((character, at) => `${each[at]}${character}`);
}

function withPairs(piece: Piece, next: Piece | undefined): readonly string[] {
  if (!isHan(piece.text)) return [];
  const beyond = next !== undefined && next.start === piece.end && isHan(next.text) ? [...next.text][0] : '';
  return pairsOf(piece.text + (beyond ?? ''));
}

/**
 * The words of a text, cut by `Intl.Segmenter` in the text's language. Vietnamese is cut into its syllables, as it is written. Chinese has
 * no spaces, and the dictionary may cut the same words differently in another sentence, so each word also carries its pairs.
 * A language that is not one of ours is cut by the rules that all share.
 */
export function cut(text: string, language: string): Word[] {
  const pieces: Piece[] = [];
  for (const { segment, index, isWordLike } of segmenterFor(language).segment(text)) {
    if (!isWordLike) continue;
    const whole = { text: segment, start: index, end: index + segment.length };
    for (const piece of split(whole)) pieces.push(trim(piece));
  }
  return pieces.map((piece, at) => ({
    ...piece,
    position: at + 1,
    pairs: withPairs(piece, pieces[at + 1]),
  }));
}
