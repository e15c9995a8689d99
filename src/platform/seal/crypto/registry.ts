// SPDX-License-Identifier: EUPL-1.2
import { refused } from '../errors.ts';
import { equalBytes, sha256 } from './bytes.ts';
import { toCrockford } from './crockford.ts';
import { labelledMac } from './derive.ts';
import type { Key } from './secret.ts';
import { KEY_LENGTH } from './x25519.ts';

/** Whose public key it is. `user` rows are `person` rows: the label is older than the table. */
export type RegistryEntry = {
  kind: 'user' | 'team' | 'receipt' | 'recovery';
  id: string;
  epoch?: number;
  pub: Uint8Array;
};

/**
 * The seal of the keyring on a public key that lies in the database. Someone who can write rows but
 * has no keyring cannot put their own key in its place (A6, N13).
 */
export function registryMac(macKey: Key, entry: RegistryEntry): Buffer {
  if (entry.pub.length !== KEY_LENGTH) throw refused('seal.key-length');
  const epoch = entry.epoch === undefined ? '' : `/${entry.epoch}`;
  return labelledMac(macKey, `rowan/v1/mac/${entry.kind}/${entry.id}${epoch}`, entry.pub);
}

export function registryMatches(macKey: Key, entry: RegistryEntry, mac: Uint8Array): boolean {
  return entry.pub.length === KEY_LENGTH && equalBytes(registryMac(macKey, entry), mac);
}

/** Eight characters that a newcomer reads out and the granting member types (2.4). */
export function keyFingerprint(pub: Uint8Array): string {
  return toCrockford(sha256(pub).subarray(0, 5));
}
