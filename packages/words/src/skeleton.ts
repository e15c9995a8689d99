// SPDX-License-Identifier: Apache-2.0

const LEAST = 2;
const LONGEST = 6;

/** Capitals that look the same: for each Latin one its Cyrillic and Greek doubles. */
const ALIKE: Readonly<Record<string, string>> = {
  a: 'AАΑ',
  b: 'BВΒ',
  c: 'CС',
  e: 'EЕΕЁ',
  h: 'HНΗ',
  i: 'IІΙ',
  j: 'JЈ',
  k: 'KКΚ',
  m: 'MМΜ',
  n: 'NΝ',
  o: 'OОΟ',
  p: 'PРΡ',
  s: 'SЅ',
  t: 'TТΤ',
  x: 'XХΧ',
  y: 'YУΥҮ',
  z: 'ZΖ',
};

const looks = new Map(
  Object.entries(ALIKE).flatMap(([latin, capitals]) => [...capitals].map((one) => [one, latin] as const)),
);
for (const digit of '0123456789') looks.set(digit, digit);

/**
 * How a short word in capitals looks, whichever alphabet it was typed in: `COP` and `СОР` are both `~cop`. Null for a word that is not
 * two to six capitals (digits may be among them), or has one that no other alphabet shares.
 */
export function skeleton(word: string): string | null {
  const letters = [...word.normalize('NFKC')];
  if (letters.length < LEAST || letters.length > LONGEST || !/\p{Lu}/u.test(word)) return null;
  const seen = letters.map((letter) => looks.get(letter));
  return seen.includes(undefined) ? null : `~${seen.join('')}`;
}
