// SPDX-License-Identifier: EUPL-1.2
import { utf8 } from '../crypto/bytes.ts';
import { labelledMac, sub } from '../crypto/derive.ts';
import { type Key, Secret } from '../crypto/secret.ts';
import { slowHash } from '../slow/argon2.ts';

/** What a password yields: the stored verifier, the key to the private key, the key to the TOTP secret. */
export type PasswordKeys = { verifier: Buffer; kek: Secret; totp: Secret };

/** `salt` is 16 bytes of the unlock's own. Throws `seal.busy` (unavailable) when too many sign in. */
export async function passwordKeys(
  password: string,
  from: { salt: Uint8Array; kdfId?: number },
  pepper: Key,
): Promise<PasswordKeys> {
  using slow = await slowHash(utf8(password.normalize('NFKC')), from.salt, from.kdfId);
  using prk = new Secret(labelledMac(pepper, 'rowan/v1/user', slow.bytes()));
  return {
    verifier: Buffer.from(sub(prk, 'user/verifier').bytes()),
    kek: sub(prk, 'user/kek'),
    totp: sub(prk, 'user/totp'),
  };
}

/** The key to the private key from a passkey's PRF output, which has 256 bits of its own. */
export function passkeyKek(prfOutput: Secret, pepper: Key): Secret {
  using prk = new Secret(labelledMac(pepper, 'rowan/v1/user-prf', prfOutput.bytes()));
  return sub(prk, 'user/kek');
}
