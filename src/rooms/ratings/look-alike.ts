// SPDX-License-Identifier: EUPL-1.2
import { domainToUnicode } from 'node:url';

/** An address in letters that can be mistaken for others. */
export interface LookAlike {
  /** As a browser may show it. */
  shown: string;
  /** What most people would read. */
  read: string;
}

// The letters that real look-alike names are made of (Unicode TR 39, confusables.txt, those that look like a-z and 0-9
// in the usual fonts). Not the whole table: a rare letter is no reason to warn somebody about their own script.
const LOOKS_LIKE: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['a', 'аαɑ'],
    ['b', 'Ьƅ'],
    ['c', 'сϲ'],
    ['d', 'ԁ'],
    ['e', 'еҽ'],
    ['g', 'ɡ'],
    ['h', 'һ'],
    ['i', 'іıι'],
    ['j', 'ј'],
    ['k', 'κк'],
    ['l', 'ӏ'],
    ['m', 'м'],
    ['n', 'ո'],
    ['o', 'оοօ'],
    ['p', 'рρ'],
    ['q', 'ԛ'],
    ['r', 'г'],
    ['s', 'ѕ'],
    ['t', 'т'],
    ['u', 'υս'],
    ['v', 'νѵ'],
    ['w', 'ԝѡ'],
    ['x', 'хχ'],
    ['y', 'уγ'],
    ['z', 'ᴢ'],
  ].flatMap(([plain = '', odd = '']) => [...odd].map((letter) => [letter, plain])),
);

/**
 * What an address in other letters would be read as, where every letter of it looks like a plain one; else null. A name
 * that is plainly Russian, Arabic or Chinese warns nobody.
 */
export function lookAlike(host: string): LookAlike | null {
  if (!host.includes('xn--')) return null;
  const shown = domainToUnicode(host);
  const read = [...shown].map((letter) => LOOKS_LIKE[letter] ?? letter).join('');
  return /^[a-z0-9._-]+$/.test(read) ? { shown, read } : null;
}
