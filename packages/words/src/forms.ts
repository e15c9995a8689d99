// SPDX-License-Identifier: Apache-2.0
import { fold, written } from './fold.ts';
import { languagesOfWord } from './languages.ts';
import { skeleton } from './skeleton.ts';
import { stem } from './stem.ts';

/** Longest word looked at, and longest form kept, in characters: four bytes each at most, so far below PostgreSQL's 2 kB a lexeme. */
const WORD_MAX = 100;
const FORM_MAX = 200;

export function clip(text: string, most: number): string {
  return text.length <= most ? text : [...text].slice(0, most).join('');
}

/** A word's length is held before it is worked on; `ﷺ` becomes eighteen letters, so a form's is held too. */
export function distinct(found: readonly (string | null)[]): string[] {
  const clipped = found.flatMap((form) => (form === null ? [] : clip(form, FORM_MAX)));
  return [...new Set(clipped)].filter((form) => form !== '');
}

export function clipWord(word: string): string {
  return clip(word, WORD_MAX);
}

/** A Russian name in an English text still has Russian endings; which of five languages a French one has, its letters do not tell. */
function stemLanguage(word: string, language: string): string {
  const possible = languagesOfWord(word);
  const [first = ''] = possible;
  return possible.length === 1 ? first : (possible.find((one) => one === language) ?? '');
}

/**
 * The tokens under which a word of a text is found, at most four and each once: as written (lower case), folded, stem, and for short
 * words in capitals how they look. A hit is a word of which a form is among the forms of a question's word.
 */
export function forms(word: string, language: string): string[] {
  const short = clipWord(word);
  return distinct([written(short), fold(short), stem(short, stemLanguage(short, language)), skeleton(short)]);
}
