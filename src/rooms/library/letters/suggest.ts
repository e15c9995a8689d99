// SPDX-License-Identifier: EUPL-1.2
import { isLang } from '#platform/i18n';
import type { FileRef, TypedForm } from '#platform/records';
import { guessLetter } from './guess.ts';

interface Came {
  /** Counted in the files; 0 where that says nothing. */
  pages: number;
  today: Date;
  files: readonly FileRef[];
}

const LONGEST_TEXT = 20_000;

/** The form of a letter, filled with what the letter seems to say. Pure. */
export function suggested(text: string, { pages, today, files }: Came): TypedForm {
  const { pages: said, written, ...guess } = guessLetter(text);
  const counted = said ?? (pages > 0 ? pages : undefined);
  return {
    ...guess,
    direction: 'in',
    received: today.toISOString().slice(0, 10),
    text: text.slice(0, LONGEST_TEXT),
    'scan[]': files.map(({ sha256, name }) => `${sha256} ${name}`),
    ...(written === undefined ? {} : { written }),
    ...(isLang(written ?? '') ? { tongue: written ?? '' } : {}),
    ...(counted === undefined ? {} : { pages: String(counted) }),
  };
}
