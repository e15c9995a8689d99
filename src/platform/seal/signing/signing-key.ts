// SPDX-License-Identifier: EUPL-1.2
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { concat, sha256, toHex } from '../crypto/bytes.ts';
import { Secret } from '../crypto/secret.ts';
import { refused } from '../errors.ts';

// RFC 8410: the fixed DER heads of bare Ed25519 keys.
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');
const LENGTH = 32;

/** An Ed25519 key that can sign. `kid` names its public key: hex of the first 8 bytes of its SHA-256. */
export type SigningKey = { kid: string; pub: Uint8Array; key: KeyObject };

export function keyId(pub: Uint8Array): string {
  return toHex(sha256(pub).subarray(0, 8));
}

/** The signing key of a 32-byte seed. The seed stays the caller's to wipe. */
export function signingKey(seed: Secret): SigningKey {
  if (seed.bytes().length !== LENGTH) throw refused('seal.key-length');
  const der = concat(PKCS8_HEAD, seed.bytes());
  try {
    const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
    const pub = Uint8Array.from(spki.subarray(SPKI_HEAD.length));
    return { kid: keyId(pub), pub, key };
  } finally {
    der.fill(0);
  }
}

/** The seed of a signing key, to write it into the keyring. */
export function signingSeed(from: SigningKey): Secret {
  const der = from.key.export({ format: 'der', type: 'pkcs8' });
  const seed = Secret.copyOf(der.subarray(PKCS8_HEAD.length));
  der.fill(0);
  return seed;
}

export function verifyingKey(pub: Uint8Array): KeyObject {
  if (pub.length !== LENGTH) throw refused('seal.key-length');
  return createPublicKey({ key: concat(SPKI_HEAD, pub), format: 'der', type: 'spki' });
}
