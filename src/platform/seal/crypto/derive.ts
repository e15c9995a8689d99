// SPDX-License-Identifier: EUPL-1.2
import { createHmac } from 'node:crypto';
import { utf8, ZERO_BYTE } from './bytes.ts';
import { type Key, material, Secret } from './secret.ts';

/** HMAC-SHA-256(key, label 00 parts): the label keeps every use of a key apart from the others. */
export function labelledMac(key: Key, label: string, ...parts: Uint8Array[]): Buffer {
  const mac = createHmac('sha256', material(key)).update(utf8(label)).update(ZERO_BYTE);
  for (const part of parts) mac.update(part);
  return mac.digest();
}

/**
 * 32 bytes for one purpose: HKDF-Expand (RFC 5869) of a uniformly random prk. One block suffices for
 * 32 bytes, so it is a single HMAC; node:crypto's hkdf would extract first and give other bytes.
 */
export function sub(prk: Key, name: string): Secret {
  const mac = createHmac('sha256', material(prk));
  mac.update(utf8(`rowan/v1/kdf/${name}`)).update(Uint8Array.of(1));
  return new Secret(mac.digest());
}
