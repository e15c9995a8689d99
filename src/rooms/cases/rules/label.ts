// SPDX-License-Identifier: EUPL-1.2

// A case is called by eight letters of its random id, so that a name read out on the phone tells neither how many
// cases there are nor when this one came.

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const HEX = 10;
const LENGTH = 8;

/** The name of a case, e.g. "7ZQ4-K02M": the first forty bits of its id. */
export function labelOf(id: string): string {
  const bits = BigInt(`0x${id.replaceAll('-', '').slice(0, HEX)}`);
  const letters = Array.from(
    { length: LENGTH },
    (_, at) => LETTERS[Number((bits >> BigInt(35 - 5 * at)) & 31n)],
  );
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

/** The lowest and highest id that a typed name can mean, or null. Forgives case, spaces and O, I, L. */
export function readLabel(text: string): { from: string; to: string } | null {
  const letters = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (letters.length !== LENGTH || [...letters].some((letter) => !LETTERS.includes(letter))) return null;
  const bits = [...letters].reduce((sum, letter) => (sum << 5n) | BigInt(LETTERS.indexOf(letter)), 0n);
  const hex = bits.toString(16).padStart(HEX, '0');
  return { from: uuid(hex, '0'), to: uuid(hex, 'f') };
}

function uuid(start: string, fill: string): string {
  const all = start.padEnd(32, fill);
  return [all.slice(0, 8), all.slice(8, 12), all.slice(12, 16), all.slice(16, 20), all.slice(20)].join('-');
}
