// SPDX-License-Identifier: Apache-2.0
import { fold } from './fold.ts';
import { isLanguage, tongueOf } from './languages.ts';
import { strip } from './tongue.ts';

const DIGIT = /\p{Nd}/u;

/**
 * What the forms of a word share: folded, endings off, and where endings do not help (люди, children, أطفال) the form that stands for all.
 * It need not be a word, and is only good for comparing. A word with digits, of a language without endings (Chinese, Vietnamese) or of
 * one that is not ours is only folded.
 */
export function stem(word: string, language: string): string {
  const folded = fold(word);
  if (!isLanguage(language) || DIGIT.test(folded)) return folded;
  const { passes, kin } = tongueOf(language);
  return strip(folded, passes, kin);
}
