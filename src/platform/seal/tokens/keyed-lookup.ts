// SPDX-License-Identifier: EUPL-1.2
import { utf8 } from '../crypto/bytes.ts';
import { labelledMac } from '../crypto/derive.ts';
import type { Key } from '../crypto/secret.ts';

const INDEX = 16;

/**
 * "Seen before" for an address, computed with the team's own index key when a member looks, never at
 * intake: a thief of the database cannot test guesses (2.8). `address` is already normalised.
 */
export function blindIndex(teamIndexKey: Key, address: string): Buffer {
  return labelledMac(teamIndexKey, 'rowan/v1/index', utf8(address)).subarray(0, INDEX);
}

/**
 * 32 bytes by which a row is found again without storing what it is found by: a sign-in provider's
 * subject, a registered network. `key` is the keyring's mac key; `purpose` keeps uses apart.
 */
export function keyedLookup(key: Key, purpose: string, value: string): Buffer {
  return labelledMac(key, `rowan/v1/lookup/${purpose}`, utf8(value));
}
