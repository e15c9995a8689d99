// SPDX-License-Identifier: EUPL-1.2
import { type Random, randomBytes } from '../crypto/bytes.ts';
import { grouped, tidyCrockford, toCrockford } from '../crypto/crockford.ts';

const LENGTH = 12;
const GROUP = 4;

/** A password for someone who holds keys: XXXX-XXXX-XXXX, 60 random bits, shown once, never chosen. */
export function makeIssuedPassword(random: Random = randomBytes): string {
  return grouped(toCrockford(random(8)).slice(0, LENGTH), GROUP);
}

/**
 * An issued password however it was typed (case, dashes, O for 0) in the one form that was hashed, or
 * null when it cannot be one. Not for passwords people chose.
 */
export function tidyIssuedPassword(typed: string): string | null {
  const letters = tidyCrockford(typed);
  return letters?.length === LENGTH ? grouped(letters, GROUP) : null;
}
