// SPDX-License-Identifier: EUPL-1.2

// Crockford's base 32: no I, L, O, U, so that what is read aloud or copied by hand comes back.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS = 5;

const VALUES = new Map([...ALPHABET].map((letter, value) => [letter, value]));
VALUES.set('I', 1).set('L', 1).set('O', 0);

/** Bytes as base 32, first bit first, the last letter filled with zero bits. */
export function toCrockford(bytes: Uint8Array): string {
  let text = '';
  let buffer = 0;
  let held = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    held += 8;
    while (held >= BITS) {
      held -= BITS;
      text += ALPHABET.charAt((buffer >> held) & 31);
      buffer &= (1 << held) - 1;
    }
  }
  return held > 0 ? text + ALPHABET.charAt((buffer << (BITS - held)) & 31) : text;
}

/** Letters as typed: any case, spaces and dashes left out, I L O read as 1 1 0; null if others. */
export function tidyCrockford(input: string): string | null {
  const letters = input
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '');
  let text = '';
  for (const letter of letters) {
    const value = VALUES.get(letter);
    if (value === undefined) return null;
    text += ALPHABET.charAt(value);
  }
  return text;
}

/** The bytes of tidy text, or null when letters are foreign or the filling bits are not zero. */
export function fromCrockford(text: string): Buffer | null {
  const out: number[] = [];
  let buffer = 0;
  let held = 0;
  for (const letter of text) {
    const value = VALUES.get(letter);
    if (value === undefined) return null;
    buffer = (buffer << BITS) | value;
    held += BITS;
    if (held >= 8) {
      held -= 8;
      out.push((buffer >> held) & 255);
      buffer &= (1 << held) - 1;
    }
  }
  return buffer === 0 && held < BITS ? Buffer.from(out) : null;
}

/** `text` in dashed groups, as printed. */
export function grouped(text: string, size: number): string {
  return (text.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join('-');
}
