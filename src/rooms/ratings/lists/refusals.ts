// SPDX-License-Identifier: EUPL-1.2

/**
 * Why a line of a list says nothing to us. A line is never guessed at: what is not plainly a host or an address
 * prefix is refused with one of these, counted, and shown to the editor.
 */
export const REFUSALS = [
  'not-a-host', // something, but no name of the Domain Name System
  'other-format', // a rule of another kind of list: ||name^, /name/, address=
  'wildcard', // a star; in our formats the format itself says whether names below are meant
  'no-address', // a hosts line whose first word is no address
  'redirect', // a hosts line that leads a name somewhere, which says nothing about the name
  'no-name', // a hosts line with an address and nothing else
  'address', // an IP address where a name belongs
  'local-name', // localhost, printer.lan: a name of somebody's own network
  'one-label', // a bare word or a whole top-level domain
  'public-suffix', // co.uk: everything below belongs to others
  'has-path', // a page, a port or a scheme where a host belongs
  'no-path', // an address list's line that names a whole host: an address claim never rises to its host
  'several-words', // words where one is expected
  'bad-label', // a part that is empty, too long, or begins or ends with a hyphen
  'bad-character', // a letter that no name has
  'bad-idn', // a name in another script that IDNA refuses
  'too-long', // a name of more than 253 characters, an address of more than 2,000
  'bad-encoding', // bytes that are no UTF-8
  'line-too-long', // no end of line for more than 16 kB
  'duplicate', // said twice in the same list; counted when the claims are stored
] as const;

export type Refusal = (typeof REFUSALS)[number];

/** What the editor sees of a refused kind: how many, and the first few lines to look at. */
export interface RefusedLines {
  count: number;
  examples: { line: number; text: string }[];
}

/** Refused lines by reason; reasons that did not occur are absent. */
export type RefusalCounts = Partial<Record<Refusal, RefusedLines>>;

const MAX_EXAMPLES = 3;
const MAX_EXAMPLE_LENGTH = 80;

/** Counts one refused line and keeps the first three of its reason, cut to 80 printable characters. */
export function countRefusal(
  counts: RefusalCounts,
  reason: Refusal,
  at: { line: number; text: string },
): void {
  const known = counts[reason] ?? { count: 0, examples: [] };
  known.count++;
  if (known.examples.length < MAX_EXAMPLES) {
    known.examples.push({ line: at.line, text: printable(at.text.slice(0, MAX_EXAMPLE_LENGTH)) });
  }
  counts[reason] = known;
}

function printable(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}\p{Cf}]/gu, '\ufffd');
}

export function refusedTotal(counts: RefusalCounts): number {
  return Object.values(counts).reduce((sum, { count }) => sum + count, 0);
}
