// SPDX-License-Identifier: EUPL-1.2
import { createHmac } from 'node:crypto';
import { utf8 } from '../crypto/bytes.ts';
import { sub } from '../crypto/derive.ts';
import { Secret } from '../crypto/secret.ts';
import { type KeyPair, publicOf } from '../crypto/x25519.ts';
import { type SigningKey, signingKey } from '../signing/signing-key.ts';

/** What two papers together hold: the key that opens every team, and the root that signs the key list. */
export type RecoveryKeys = { seal: KeyPair; root: SigningKey };

/** Only for the moment in which both halves are there: dispose `seal.priv` and drop `root` after it. */
export function recoveryKeys(seed: Secret): RecoveryKeys {
  using prk = new Secret(createHmac('sha256', utf8('rowan/v1/recovery')).update(seed.bytes()).digest());
  const priv = sub(prk, 'recovery/x25519');
  using rootSeed = sub(prk, 'recovery/ed25519');
  return { seal: { priv, pub: publicOf(priv) }, root: signingKey(rootSeed) };
}
