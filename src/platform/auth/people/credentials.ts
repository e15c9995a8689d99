// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import type { Tx } from '#platform/db';
import {
  boxTotpSecret,
  keyringOf,
  makeIssuedPassword,
  makePersonKey,
  type PersonKey,
  passwordKeys,
  randomBytes,
  type Secret,
  wrapPersonKey,
} from '#platform/seal';
import { writing } from '../tables.ts';
import { makeTotpSecret } from '../totp.ts';
import { tidyPassword } from './tidy-password.ts';

/** What is shown to a person once and then forgotten by us. */
export interface Issued {
  password: string;
  totp: Secret;
}

/** What had to be computed before the transaction, because Argon2 takes its time. */
export interface Prepared extends Issued {
  person: string;
  key: PersonKey;
  row: {
    id: string;
    user_id: string;
    kind: 'pw';
    kdf_id: number;
    pepper_id: string;
    salt: Buffer;
    verifier: Buffer;
    wrapped: Buffer;
    totp_box: Buffer;
  };
}

// Tests run on the light setting; anywhere else the seal refuses it (N55).
export const kdfNow = (): 0 | 1 => (process.env.NODE_ENV === 'test' ? 0 : 1);

/** Makes a person's key pair, issued password and TOTP secret (P1). Run it before the transaction. */
export async function prepareCredentials(
  db: Tx | Parameters<typeof keyringOf>[0],
  person: string,
): Promise<Prepared> {
  const keyring = keyringOf(db);
  const password = makeIssuedPassword();
  const salt = Buffer.from(randomBytes(16));
  const kdf = kdfNow();
  const keys = await passwordKeys(tidyPassword(password), { salt, kdfId: kdf }, keyring.pepper.key);
  const key = makePersonKey(keyring, person);
  const totp = makeTotpSecret();
  const id = randomUUID();
  const row = {
    id,
    user_id: person,
    kind: 'pw' as const,
    kdf_id: kdf,
    pepper_id: keyring.pepper.id,
    salt,
    verifier: keys.verifier,
    wrapped: wrapPersonKey({ person, unlock: id, kek: keys.kek }, key.priv),
    totp_box: boxTotpSecret({ totpKey: keys.totp, unlockId: id }, totp),
  };
  keys.kek.dispose();
  keys.totp.dispose();
  return { person, password, totp, key, row };
}

/** Writes prepared credentials: the person's public key, and the one way to sign in. Old ways are void. */
export async function storeCredentials(tx: Tx, made: Prepared): Promise<void> {
  await writing(tx).deleteFrom('platform.unlock').where('user_id', '=', made.person).execute();
  await writing(tx)
    .updateTable('platform.person')
    .set({ pub: made.key.pub, pub_mac: made.key.pub_mac })
    .where('id', '=', made.person)
    .execute();
  await writing(tx)
    .insertInto('platform.unlock')
    .values({
      ...made.row,
      totp_step: null,
      cred_id: null,
      cred_pub: null,
      sign_count: null,
      synced: null,
      iss_sub_mac: null,
    })
    .execute();
}
