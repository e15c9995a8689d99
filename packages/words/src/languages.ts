// SPDX-License-Identifier: Apache-2.0
import { arabic } from './languages/arabic.ts';
import { chinese } from './languages/chinese.ts';
import { english } from './languages/english.ts';
import { french } from './languages/french.ts';
import { latvian } from './languages/latvian.ts';
import { russian } from './languages/russian.ts';
import { spanish } from './languages/spanish.ts';
import { vietnamese } from './languages/vietnamese.ts';
import { type ReadyTongue, ready, type Script } from './tongue.ts';

/** The languages whose words are known, as in BCP 47. */
export const LANGUAGES = ['en', 'fr', 'es', 'ru', 'ar', 'zh', 'vi', 'lv'] as const;
export type Language = (typeof LANGUAGES)[number];

const tongues: Readonly<Record<Language, ReadyTongue>> = {
  en: ready(english),
  fr: ready(french),
  es: ready(spanish),
  ru: ready(russian),
  ar: ready(arabic),
  zh: ready(chinese),
  vi: ready(vietnamese),
  lv: ready(latvian),
};

const SCRIPTS: readonly (readonly [Script, RegExp])[] = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Han', /\p{Script=Han}/u],
];

const languagesOf = new Map(
  SCRIPTS.map(([script]) => [script, LANGUAGES.filter((language) => tongues[language].script === script)]),
);

/** Whether a language tag is one of ours. */
export function isLanguage(tag: string): tag is Language {
  return LANGUAGES.some((language) => language === tag);
}

export function tongueOf(language: Language): ReadyTongue {
  return tongues[language];
}

/** The languages that a word may belong to by its letters, in the order of LANGUAGES; none for numbers and other scripts. */
export function languagesOfWord(word: string): readonly Language[] {
  const script = SCRIPTS.find(([, pattern]) => pattern.test(word))?.[0];
  return script === undefined ? [] : (languagesOf.get(script) ?? []);
}
