// SPDX-License-Identifier: Apache-2.0
import { cut, isHan, pairsOf, type Word } from './cut.ts';
import { fold, foldText, written } from './fold.ts';
import { clip, clipWord, distinct } from './forms.ts';
import { isLanguage, type Language, languagesOfWord, tongueOf } from './languages.ts';
import { lexemeText } from './literal.ts';
import { skeleton } from './skeleton.ts';
import { stem } from './stem.ts';

export interface QuestionWord {
  /** As asked; of a Chinese word of three characters or more one pair. */
  readonly text: string;
  /** Every token under which a text may hold it, each once; one is enough. */
  readonly forms: readonly string[];
  /** True for one Chinese character alone: any token that begins with it will do. */
  readonly begins: boolean;
}

export interface Question {
  /** What was looked at of the text that was asked. */
  readonly text: string;
  /** What a text must hold (all) or may hold (any). Empty when nothing was asked. */
  readonly words: readonly QuestionWord[];
  /** The folded text, for trigrams; compare with `foldText` of what is searched. */
  readonly like: string;
}

/** What is looked at of a question, in characters and words; the rest is left out. */
export const QUESTION_LIMITS = { characters: 200, words: 12 } as const;

function isListed(word: string, language: Language): boolean {
  const { little, littleFolded, script } = tongueOf(language);
  const asWritten = written(word);
  if (little.has(asWritten)) return true;
  // In Latin an accent makes another word (của, cua), so a folded match counts only for who typed none.
  const plain = fold(word);
  return (script !== 'Latin' || asWritten === plain) && littleFolded.has(plain);
}

/** Nobody says in which language they ask: the reader's own list decides, then what any language keeps, then the lists of all. */
function isLittle(word: string, preferred: string): boolean {
  const languages = languagesOfWord(word);
  const own = languages.find((language) => language === preferred);
  if (own !== undefined && tongueOf(own).little.has(written(word))) return true;
  const plain = fold(word);
  if (languages.some((language) => tongueOf(language).kept.has(plain))) return false;
  return languages.some((language) => isListed(word, language));
}

function withoutLittle(words: readonly Word[], preferred: string): Word[] {
  const telling = words.filter(({ text }) => !isLittle(text, preferred));
  return telling.length > 0 ? telling : [...words];
}

function stems(word: string, preferred: string): string[] {
  const languages = languagesOfWord(word);
  const own = languages.filter((language) => language === preferred);
  return [...own, ...languages].map((language) => stem(word, language));
}

function plainWord({ text }: Word, preferred: string): QuestionWord {
  const short = clipWord(text);
  const asWritten = written(short);
  const forms = [asWritten, fold(short), ...stems(short, preferred), skeleton(asWritten.toUpperCase())];
  return { text, forms: distinct(forms), begins: false };
}

/** The dictionary may cut this word differently in a text, the pairs inside it are there either way. */
function insidePairs({ text }: Word): QuestionWord[] {
  const whole = fold(clipWord(text));
  return pairsOf(whole).map((pair) => ({ text: pair, forms: distinct([pair, whole]), begins: false }));
}

function single(word: Word, all: readonly Word[]): QuestionWord {
  const character = fold(word.text);
  const before = all.find(({ end, text }) => end === word.start && isHan(text));
  const last = before === undefined ? '' : [...fold(before.text)].at(-1) + character;
  const around = [last, ...word.pairs.map(fold)];
  const alone = distinct(around).length === 0;
  return { text: word.text, forms: distinct([character, ...around]), begins: alone };
}

function asked(word: Word, all: readonly Word[], preferred: string): QuestionWord[] {
  if (!isHan(word.text)) return [plainWord(word, preferred)];
  return [...word.text].length === 1 ? [single(word, all)] : insidePairs(word);
}

function eachOnce(words: readonly QuestionWord[]): QuestionWord[] {
  const seen = new Map(words.map((word) => [word.forms.join(' '), word]));
  return [...seen.values()].filter(({ forms }) => forms.length > 0);
}

/**
 * What a person asks, made comparable with `vector`'s tokens: every word in all its forms for all languages of its script, as nobody says
 * in which language they ask; `preferred` is the reader's and comes first. Little words are left out while another remains.
 * Any text is a question; one without words is empty, throws nothing and finds nothing.
 */
export function question(text: string, preferred: string): Question {
  const looked = clip(text.toWellFormed(), QUESTION_LIMITS.characters).trim();
  const all = cut(looked, isLanguage(preferred) ? preferred : 'en');
  const words = withoutLittle(all, preferred).flatMap((word) => asked(word, all, preferred));
  return { text: looked, words: eachOnce(words).slice(0, QUESTION_LIMITS.words), like: foldText(looked) };
}

function wordText({ forms, begins }: QuestionWord): string {
  return `(${forms.map((form) => lexemeText(form) + (begins ? ':*' : '')).join(' | ')})`;
}

/**
 * PostgreSQL's text of a tsquery that asks for every word in one form or another, to be bound as a parameter and cast (`$1::tsquery`).
 * Empty for no words: an empty tsquery matches nothing and makes PostgreSQL give a notice, so do not send it.
 */
export function allText(words: readonly QuestionWord[]): string {
  return words.map(wordText).join(' & ');
}

/** The same for texts that hold any of the words; give the rare ones alone and they decide who may come. */
export function anyText(words: readonly QuestionWord[]): string {
  return words.map(wordText).join(' | ');
}
