// SPDX-License-Identifier: EUPL-1.2
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { refused } from '../errors.ts';
import { concat, type Random, randomBytes } from './bytes.ts';
import { Secret } from './secret.ts';

// RFC 8410: the fixed DER heads of a bare X25519 private key (PKCS #8) and public key (SPKI).
const PKCS8_HEAD = Buffer.from('302e020100300506032b656e04220420', 'hex');
const SPKI_HEAD_LENGTH = 12;

export const KEY_LENGTH = 32;

export type KeyPair = { priv: Secret; pub: Uint8Array };

/** The 32-byte public key of a 32-byte private key. */
export function publicOf(priv: Secret): Buffer {
  if (priv.bytes().length !== KEY_LENGTH) throw refused('seal.key-length');
  const der = concat(PKCS8_HEAD, priv.bytes());
  try {
    const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(SPKI_HEAD_LENGTH);
  } finally {
    der.fill(0);
  }
}

export function makeKeyPair(random: Random = randomBytes): KeyPair {
  const priv = new Secret(random(KEY_LENGTH));
  return { priv, pub: publicOf(priv) };
}
