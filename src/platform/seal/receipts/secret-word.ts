// SPDX-License-Identifier: EUPL-1.2

const SHORTEST = 4;
const TRIES_IN_WINDOW = 5;
const TRIES_IN_ALL = 20;

/** One form for one word, however it was typed; null when it is too short to be a secret. */
export function tidySecretWord(input: string): string | null {
  const word = input.normalize('NFKC').toLowerCase().trim().replace(/\s+/gu, ' ');
  return [...word].length >= SHORTEST ? word : null;
}

/**
 * Whether a word may be tried after `inAll` wrong ones, `inWindow` of them in the last 15 minutes.
 * After `closed` only the desk can open the receipt for another try (2.5).
 */
export function wordTry(wrong: { inWindow: number; inAll: number }): 'open' | 'wait' | 'closed' {
  if (wrong.inAll >= TRIES_IN_ALL) return 'closed';
  return wrong.inWindow >= TRIES_IN_WINDOW ? 'wait' : 'open';
}
