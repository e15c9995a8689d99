// SPDX-License-Identifier: EUPL-1.2
import { westernDigits } from '#platform/i18n';
import { readAddress } from './address.ts';
import { wordsOf } from './reading-level.ts';

// A letter to a reporter opens with their code, and whoever finds the code reads it. So it never says again what the
// reporter told (security.md 2.5, 6.12): no run of their words, no address, number, handle or mail address.

/** So many words in a row are the reporter's own. */
export const RUN = 5;

const TOKENS = /[^\s<>"'`,;()[\]{}]+/gu;
const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;
const HANDLE = /^@[\p{L}\p{N}._-]{2,}$/u;
// As people write phone numbers: digits with spaces, dots, dashes or brackets between.
const NUMBER = /\+?\p{Nd}[\p{Nd}\s().-]*\p{Nd}/gu;
const DIGITS = 5;

/** Pieces of a letter that repeat what was told, as the letter writes them, each once; empty when it is clean. */
export function quotesOf(letter: string, told: readonly string[], lang: string): string[] {
  const marks = new Set(told.flatMap(marksOf).map(({ mark }) => mark));
  const marked = marksOf(letter).filter(({ mark }) => marks.has(mark));
  return [...new Set([...marked.map(({ text }) => text), ...repeatedRuns(letter, told, lang)])];
}

interface Mark {
  /** What is compared. */
  mark: string;
  /** As it was written. */
  text: string;
}

/** What points at a person or place: addresses, mail addresses, handles, long numbers. */
function marksOf(text: string): Mark[] {
  const tokens = [...text.matchAll(TOKENS)].map(([raw]) => raw.replace(/[.!?:…。！？]+$/u, ''));
  return [
    ...tokens.flatMap(nameMarks),
    ...[...text.matchAll(NUMBER)].flatMap(([number]) => numberMarks(number)),
  ];
}

function nameMarks(token: string): Mark[] {
  if (MAIL.test(token) || HANDLE.test(token)) return [{ mark: token.toLowerCase(), text: token }];
  const address = token.includes('.') && !token.includes('@') ? readAddress(token) : null;
  return address === null ? [] : [{ mark: `at ${address.host.replace(/^www\./, '')}`, text: token }];
}

function numberMarks(number: string): Mark[] {
  const digits = westernDigits(number).replace(/\D/g, '');
  return digits.length < DIGITS ? [] : [{ mark: `n ${digits}`, text: number }];
}

/** Pieces of a text that are a run of words told, as the text writes them. */
export function repeatedRuns(letter: string, told: readonly string[], lang: string): string[] {
  const known = new Set(told.flatMap((text) => grams(fold(wordsOf(text, lang)))));
  const words = wordsOf(letter, lang);
  const folded = fold(words);
  const found: string[] = [];
  let from = -1;
  for (let at = 0; at + RUN <= words.length + 1; at++) {
    const isKnown = at + RUN <= words.length && known.has(folded.slice(at, at + RUN).join(' '));
    if (isKnown && from < 0) from = at;
    if (!isKnown && from >= 0) {
      found.push(words.slice(from, at + RUN - 1).join(' '));
      from = -1;
    }
  }
  return found;
}

const fold = (words: readonly string[]): string[] =>
  words.map((word) => word.normalize('NFKC').toLowerCase().replaceAll('’', "'"));

function grams(words: readonly string[]): string[] {
  return words
    .slice(0, Math.max(0, words.length - RUN + 1))
    .map((_, at) => words.slice(at, at + RUN).join(' '));
}
