// SPDX-License-Identifier: EUPL-1.2
import { pathIn, type View } from '#platform/ui';
import type { Kind } from '../kind/kind.ts';

const LONGEST = 60;

/** The words of an address: letters and digits of any script, e.g. `stay-safe-online`; '' for a title without any. */
export function wordsIn(title: string): string {
  const words =
    title
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`;
    if ([...longer].length > LONGEST) break;
    slug = longer;
  }
  return slug === '' ? [...(words[0] ?? '')].slice(0, LONGEST).join('') : slug;
}

/** A record's page without its language: `/library/law/1000-on-children`. The number decides, the words are for people. */
export function recordPath(kind: Kind, id: number, title: string): string {
  const words = wordsIn(title);
  return `/${kind.room}/${kind.name}/${id}${words === '' ? '' : `-${encodeURIComponent(words)}`}`;
}

export const listPath = (kind: Kind) => `/${kind.room}/${kind.name}`;

/** A place of the desk about one record, e.g. `deskPath(view, 1000, 'facts')`. */
export function deskPath(view: Pick<View, 'lang'>, id: number, ...rest: (string | number)[]): string {
  return pathIn(view, ['/desk/record', id, ...rest].join('/'));
}
