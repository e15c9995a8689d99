// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import { unwrapKey, wrapKey } from '../crypto/box.ts';
import { context } from '../crypto/contexts.ts';
import { registryMac } from '../crypto/registry.ts';
import type { Secret } from '../crypto/secret.ts';
import { makeKeyPair } from '../crypto/x25519.ts';
import type { Keyring } from '../keyring/keyring.ts';
import { readKdfId } from '../slow/argon2.ts';
import { reading } from '../tables.ts';

/** A person's key pair and the mark that lets it be sealed to: `pub` and `pub_mac` go in their row. */
export type PersonKey = { priv: Secret; pub: Buffer; pub_mac: Buffer };

/** A new key pair for a person: at their first sign-in, and after each reset (then old grants are void). */
export function makePersonKey(keyring: Keyring, person: string): PersonKey {
  const { priv, pub } = makeKeyPair();
  const pub_mac = registryMac(keyring.mac, { kind: 'user', id: person, pub });
  return { priv, pub: Buffer.from(pub), pub_mac };
}

type UnlockPlace = { person: string; unlock: string; kek: Secret };

/** A person's private key under one way of unlocking, for unlock.wrapped. */
export function wrapPersonKey(at: UnlockPlace, priv: Secret): Buffer {
  return wrapKey({ key: at.kek, context: context.wrapUser(at.person, at.unlock) }, priv);
}

/** Throws `seal.box` when the password or passkey was wrong. */
export function unwrapPersonKey(at: UnlockPlace, wrapped: Uint8Array): Secret {
  return unwrapKey({ key: at.kek, context: context.wrapUser(at.person, at.unlock) }, wrapped);
}

/** Throws `seal.kdf` when a way of unlocking was made with the test setting: the start asks (N55). */
export async function requireRealUnlocks(db: Db): Promise<void> {
  const rows = await reading(db)
    .selectFrom('platform.unlock')
    .select('kdf_id')
    .distinct()
    .where('kdf_id', 'is not', null)
    .execute();
  for (const { kdf_id } of rows) readKdfId(kdf_id ?? 0);
}
