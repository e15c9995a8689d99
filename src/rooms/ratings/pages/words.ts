// SPDX-License-Identifier: EUPL-1.2
import { NEVER } from '@rowan/rating-index';
import { formatDate, type MessageKey } from '#platform/i18n';
import type { View } from '#platform/ui';

/** An age as a sentence: "Good from age 13". */
export function ageWords({ t }: View, minAge: number): string {
  if (minAge === NEVER) return t('ratings.age.never');
  return minAge === 0 ? t('ratings.age.all') : t('ratings.age.from', { age: minAge });
}

/** The same as a sign: "13+". */
export function ageShort({ t }: View, minAge: number): string {
  if (minAge === NEVER) return t('ratings.age.short-never');
  return minAge === 0 ? t('ratings.age.short-all') : t('ratings.age.short-from', { age: minAge });
}

/** A key made of a list's code; the catalogue test walks every code. */
export const keyOf = (kind: string, code: string | number): MessageKey =>
  `ratings.${kind}.${code}` as MessageKey;

/** A day in the page's language and the installation's time zone. */
export function dayWords(view: View, when: Date | string, timeZone: string): string {
  return formatDate(new Date(when), { lang: view.lang, timeZone: timeZone === '' ? 'UTC' : timeZone });
}
