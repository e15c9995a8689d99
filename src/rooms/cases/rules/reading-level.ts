// SPDX-License-Identifier: EUPL-1.2

// How easy a letter is for a child of nine to eleven: short sentences and short words (ux.md 2.0). A meter, not a
// gate: it counts what can be counted, and a person decides.

export interface Level {
  sentences: number;
  /** Words in the longest sentence and in the average one. */
  longest: number;
  average: number;
  /** Long words, and words of the desk, as written, each once. */
  hard: string[];
  easy: boolean;
}

/** "Aim for 12 words, never more than 20"; one hard word may be a name. */
export const LONGEST = 20;
export const AVERAGE = 12;
const HARD_WORDS = 1;

/** Letters from which a word is long. Vietnamese writes syllables apart, Chinese words are cut by dictionary. */
const LONG: Readonly<Record<string, number>> = {
  en: 10,
  fr: 11,
  es: 11,
  ru: 12,
  lv: 12,
  ar: 10,
  vi: 8,
  zh: 5,
};

/** Measures a letter. `deskWords` are words that staff use and children do not, in lower case. */
export function readingLevel(text: string, lang: string, deskWords: readonly string[] = []): Level {
  const sentences = segments(text, lang, 'sentence').filter((sentence) => wordsOf(sentence, lang).length > 0);
  const lengths = sentences.map((sentence) => wordsOf(sentence, lang).length);
  const hard = hardWords(text, lang, deskWords);
  const longest = Math.max(0, ...lengths);
  const average = Math.round(lengths.reduce((sum, n) => sum + n, 0) / Math.max(1, lengths.length));
  const easy = longest <= LONGEST && average <= AVERAGE && hard.length <= HARD_WORDS;
  return { sentences: sentences.length, longest, average, hard, easy };
}

function hardWords(text: string, lang: string, deskWords: readonly string[]): string[] {
  const long = LONG[lang] ?? LONG.en ?? 10;
  const found = wordsOf(text, lang).filter((word) => {
    const isLong = [...word].length >= long;
    return /\p{L}/u.test(word) && (isLong || deskWords.includes(word.toLowerCase()));
  });
  return [...new Set(found)];
}

/** The words of a text, as written. */
export function wordsOf(text: string, lang: string): string[] {
  return [...new Intl.Segmenter(lang, { granularity: 'word' }).segment(text)]
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ segment }) => segment);
}

function segments(text: string, lang: string, granularity: 'sentence'): string[] {
  const parts = new Intl.Segmenter(lang, { granularity }).segment(text);
  // A new line ends a sentence too: nobody reads across it.
  return [...parts].flatMap(({ segment }) => segment.split('\n'));
}
