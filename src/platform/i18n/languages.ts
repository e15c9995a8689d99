// SPDX-License-Identifier: EUPL-1.2

export type Lang = 'en' | 'fr' | 'es' | 'ru' | 'ar' | 'zh' | 'vi' | 'lv';

export type Direction = 'ltr' | 'rtl';

export interface Language {
  /** The language's name for itself. */
  name: string;
  dir: Direction;
  /** The locale whose habits of dates and numbers are used, as BCP 47. */
  locale: string;
}

/** The eight languages, in the order in which menus show them. */
export const languages: Readonly<Record<Lang, Language>> = {
  en: { name: 'English', dir: 'ltr', locale: 'en-GB' },
  fr: { name: 'Français', dir: 'ltr', locale: 'fr' },
  es: { name: 'Español', dir: 'ltr', locale: 'es' },
  ru: { name: 'Русский', dir: 'ltr', locale: 'ru' },
  ar: { name: 'العربية', dir: 'rtl', locale: 'ar' },
  zh: { name: '中文', dir: 'ltr', locale: 'zh-Hans' },
  vi: { name: 'Tiếng Việt', dir: 'ltr', locale: 'vi' },
  lv: { name: 'Latviešu', dir: 'ltr', locale: 'lv' },
};

export const LANGS: readonly Lang[] = ['en', 'fr', 'es', 'ru', 'ar', 'zh', 'vi', 'lv'];

export function isLang(text: unknown): text is Lang {
  return typeof text === 'string' && Object.hasOwn(languages, text);
}

/** Numbering systems of Unicode that an installation may choose: 0-9 (default), ٠-٩, ۰-۹. */
export type Digits = 'latn' | 'arab' | 'arabext';

/** The locale as Intl takes it: Gregorian calendar, and the installation's digits in every language. */
export function localeTag(lang: Lang, digits: Digits = 'latn'): string {
  return `${languages[lang].locale}-u-ca-gregory-nu-${digits}`;
}
