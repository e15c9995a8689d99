// SPDX-License-Identifier: EUPL-1.2
import type { Edition } from './edition.ts';

const NO_BREAK = '\u00A0';
const ISOLATE = '\u2066';
const END = '\u2069';
const leftToRight = /[+\d\p{Script=Latin}](?:[\d\p{Script=Latin}+./:@() -]*[\d\p{Script=Latin}])?/gu;

/** Keeps together what must not be parted at the end of a line, or turned round between Arabic words. */
export function bound(text: string, { lang, dir }: Pick<Edition, 'lang' | 'dir'>): string {
  // Without it the two halves of a number, parted by a space, change places between Arabic words.
  if (dir === 'rtl') return text.replace(leftToRight, `${ISOLATE}$&${END}`);
  if (lang === 'fr') return text.replace(/ ([?!:;»])/g, `${NO_BREAK}$1`).replace(/« /g, `«${NO_BREAK}`);
  if (lang === 'ru')
    return text.replace(/(^|[ («])(\p{L}) /gmu, `$1$2${NO_BREAK}`).replaceAll(' —', `${NO_BREAK}—`);
  return text;
}
