// SPDX-License-Identifier: EUPL-1.2
import { isLang, languages } from '#platform/i18n';
import type { View } from '#platform/ui';

/** A language as the reader calls it, e.g. "French"; its own name where it is one of ours and `own` is asked for. */
export function languageName(view: Pick<View, 'lang'>, lang: string): string {
  return new Intl.DisplayNames(view.lang, { type: 'language' }).of(lang) ?? lang;
}

/** A language as it calls itself, e.g. "Français". */
export function ownName(lang: string): string {
  return isLang(lang)
    ? languages[lang].name
    : (new Intl.DisplayNames(lang, { type: 'language' }).of(lang) ?? lang);
}
