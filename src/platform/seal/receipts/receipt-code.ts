// SPDX-License-Identifier: EUPL-1.2
import { randomInt } from 'node:crypto';

// The code a reporter keeps: 15 random digits and one check digit by H. M. Damm's method, which finds
// every single wrong digit and every swap of neighbours before the slow hash is asked.

const RANDOM_DIGITS = 15;
const LENGTH = 16;

// Totally anti-symmetric quasigroup of order 10 from Damm's thesis (Marburg 2004).
const DAMM = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

/** Zero after a whole code; after 15 digits the digit that makes it so. */
function dammDigit(digits: string): string {
  let interim = 0;
  for (const digit of digits) interim = Number(DAMM[interim]?.charAt(Number(digit)));
  return String(interim);
}

export function withCheckDigit(digits: string): string {
  return digits + dammDigit(digits);
}

/** A new code of 16 digits: 10^15 of them, all equally likely. */
export function makeReceiptCode(digit: () => number = () => randomInt(10)): string {
  return withCheckDigit(Array.from({ length: RANDOM_DIGITS }, digit).join(''));
}

/** As shown: four groups of four. */
export function printReceiptCode(code: string): string {
  return (code.match(/.{1,4}/g) ?? []).join(' ');
}

/** What a person typed, or the first thing wrong with it. None of it says whether a code exists. */
export type ReceiptInput =
  | { code: string }
  | { err: 'chars' }
  | { err: 'length'; n: number }
  | { err: 'check' };

// Spaces, dashes (the minus sign too) and the invisible marks that copying drags along.
const IGNORED = /[\s\p{Zs}\p{Pd}\u2212\p{Cf}]/gu;

// ASCII, Arabic-Indic, Persian and full-width digits, each a run from its zero.
const ZEROS = [0x30, 0x660, 0x6f0, 0xff10];

function digitOf(letter: string): string | null {
  const point = letter.codePointAt(0) ?? 0;
  const zero = ZEROS.find((first) => point >= first && point <= first + 9);
  return zero === undefined ? null : String(point - zero);
}

export function readReceiptCode(input: string): ReceiptInput {
  const digits = Array.from(input.replace(IGNORED, ''), digitOf);
  if (digits.includes(null)) return { err: 'chars' };
  if (digits.length !== LENGTH) return { err: 'length', n: digits.length };
  const code = digits.join('');
  return dammDigit(code) === '0' ? { code } : { err: 'check' };
}
