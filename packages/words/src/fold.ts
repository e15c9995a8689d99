// SPDX-License-Identifier: Apache-2.0

/** Letters that Unicode does not take apart, and forms that people type for one another. */
const LETTERS: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  þ: 'th',
  ς: 'σ',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ة: 'ه',
  ہ: 'ه',
  ک: 'ك',
};
const SINGLE = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');

/**
 * Marks of Latin, Greek, Cyrillic, Hebrew and Arabic. Those of other scripts are vowels and stay, and so do the two that make another
 * syllable of a Japanese one.
 */
const MARKS =
  /(\p{Script=Cyrillic}?)([[\p{Mn}&&[\p{Script=Inherited}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}]]--[\u3099\u309a]]+)/gv;
const BREVE = '\u0306';

/** What is inside a word for the eye, the printer or the grammar, and is not a letter: joiners, apostrophes, tatweel. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Variation_Selector}ـ'’‘ʼʻ`´]/gu;

const ASCII = /^[a-z0-9]*$/;

/**
 * A word as it was written, made comparable and no more: NFKC, lower case, without invisible characters and apostrophes. Accents stay.
 */
export function written(word: string): string {
  if (ASCII.test(word)) return word;
  return word
    .toWellFormed()
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .normalize('NFC');
}

/**
 * A word as people type it who leave accents out: `written`, then accents off (đ is d, ё is е, but й stays й: it is a letter, and и with
 * a breve only for Unicode), Arabic marks and tatweel off, forms of alef, ya and ta marbuta one, Arabic-Indic digits as 0 to 9. Folding
 * twice is folding once.
 */
export function fold(word: string): string {
  if (ASCII.test(word)) return word;
  return written(word)
    .normalize('NFD')
    .replace(MARKS, (_all, letter: string, marks: string) =>
      letter !== '' && marks.includes(BREVE) ? letter + BREVE : letter,
    )
    .normalize('NFC')
    .replace(SINGLE, (letter) => LETTERS[letter] ?? letter)
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
}

/**
 * A whole text folded, its words apart by single spaces: what trigrams are made of, on both sides (`like`). Apostrophes part words here,
 * so that `l'enfant` is still like `enfant`.
 */
export function foldText(text: string): string {
  return fold(text.replace(/['’‘ʼ]/gu, ' '))
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}
