// SPDX-License-Identifier: EUPL-1.2
import type { Db, Tx } from '#platform/db';
import { keyringOf, makeIssuedPassword, makePersonKey, type PersonKey, type Secret } from '#platform/seal';
import { writing } from '../tables.ts';
import { makeTotpSecret } from '../totp.ts';
import { type PasswordRow, passwordRow } from './password-row.ts';

/** What is shown to a person once and then forgotten by us. */
export interface Issued {
  password: string;
  totp: Secret;
}

/** What had to be computed before the transaction, because Argon2 takes its time. */
export interface Prepared extends Issued {
  person: string;
  key: PersonKey;
  row: PasswordRow;
}

/**
 * Makes a person's key pair, password and TOTP secret (P1). Who opens cases gets an issued password; others
 * may have `chosen` one. Run it before the transaction.
 */
export async function prepareCredentials(db: Db, person: string, chosen?: string): Promise<Prepared> {
  const keyring = keyringOf(db);
  const password = chosen ?? makeIssuedPassword();
  const key = makePersonKey(keyring, person);
  const totp = makeTotpSecret();
  const row = await passwordRow(keyring, {
    person,
    password,
    issued: chosen === undefined,
    key: key.priv,
    totp,
  });
  return { person, password, totp, key, row };
}

/** Writes prepared credentials: the person's public key, and the one way to sign in. Old ways are void. */
export async function storeCredentials(tx: Tx, now: Date, made: Prepared): Promise<void> {
  await writing(tx).deleteFrom('platform.unlock').where('user_id', '=', made.person).execute();
  await writing(tx)
    .updateTable('platform.person')
    .set({ pub: made.key.pub, pub_mac: made.key.pub_mac })
    .where('id', '=', made.person)
    .execute();
  await writing(tx)
    .insertInto('platform.unlock')
    .values({ ...made.row, made_on: dayOf(now) })
    .execute();
}

export const dayOf = (now: Date): string => now.toISOString().slice(0, 10);
