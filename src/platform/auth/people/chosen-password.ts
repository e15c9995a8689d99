// SPDX-License-Identifier: EUPL-1.2
import { obviousWords } from './obvious-words.ts';

const SHORTEST = 15;
const LONGEST = 200;
/** Different signs that must be left when obvious words, rows and repetitions are taken out. */
const REMAINDER = 6;

export type PasswordFault = 'short' | 'long' | 'obvious';

/**
 * What is wrong with a password that somebody chose, or null. No rules about kinds of signs: length, and not
 * made of what everybody tries first, such as their own name (`known`) or that of the place.
 */
export function passwordFault(password: string, known: readonly string[]): PasswordFault | null {
  const signs = [...password.normalize('NFKC')];
  if (signs.length < SHORTEST) return 'short';
  if (signs.length > LONGEST) return 'long';
  return remainder(password, known).size < REMAINDER ? 'obvious' : null;
}

/** The different signs that stand outside obvious words, known names and rows such as 1234 or cba. */
function remainder(password: string, known: readonly string[]): Set<string> {
  const signs = [...folded(password)];
  const undisguised = signs.map((sign) => disguises[sign] ?? sign).join('');
  const own = known.map(folded).filter((word) => word.length > 2);
  let left = undisguised;
  for (const word of [...own, ...obviousWords]) left = left.replaceAll(word, ' '.repeat(word.length));
  const outside = signs.filter((sign, at) => left[at] !== ' ' && /[\p{L}\p{N}]/u.test(sign));
  return new Set(outside.filter((sign, at) => !follows(outside[at - 1], sign)));
}

function follows(before: string | undefined, sign: string): boolean {
  if (before === undefined) return false;
  return Math.abs((before.codePointAt(0) ?? 0) - (sign.codePointAt(0) ?? 0)) <= 1;
}

// p4ssw0rd is password.
const disguises: Readonly<Record<string, string>> = { 0: 'o', 3: 'e', 4: 'a', 5: 's', '@': 'a', $: 's' };

// Letters outside the basic plane would shift the places; nobody's first guess holds any.
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}|[\u{10000}-\u{10ffff}]/gu, '');
