// SPDX-License-Identifier: EUPL-1.2
import { type Answer, type Call, seeOther } from '#platform/http';
import { isLang } from '#platform/i18n';
import { SealError } from '#platform/seal';
import { errors } from '../errors.ts';

/** One text field as it was typed; a field that came twice or not at all is empty. */
export function typedText(call: Call, name: string): string {
  const value = call.form.typed[name];
  return typeof value === 'string' ? value : '';
}

/** The same page in the language that the language menu posted, or null. */
export function inOtherLanguage(call: Call, path: string): Answer | null {
  const lang = typedText(call, 'lang');
  return isLang(lang) ? seeOther(`/${lang}${path}`) : null;
}

/** Runs what needs a slow hash or a seal; when there is no room for it now, says so instead of failing. */
export async function whenThereIsRoom<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SealError && error.kind === 'unavailable') throw errors('busy');
    throw error;
  }
}
