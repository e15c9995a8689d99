// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import {
  boxTotpSecret,
  type Keyring,
  passwordKeys,
  randomBytes,
  type Secret,
  wrapPersonKey,
} from '#platform/seal';
import { tidyPassword } from './tidy-password.ts';

// Tests run on the light setting; anywhere else the seal refuses it (N55).
export const kdfNow = (): 0 | 1 => (process.env.NODE_ENV === 'test' ? 0 : 1);

export interface PasswordRow {
  id: string;
  user_id: string;
  kind: 'pw';
  kdf_id: number;
  pepper_id: string;
  salt: Buffer;
  verifier: Buffer;
  wrapped: Buffer;
  totp_box: Buffer;
  issued: boolean;
}

interface Behind {
  /** The row's id where it takes the place of an older one. */
  unlock?: string;
  person: string;
  password: string;
  /** Made by Rowan, not chosen. */
  issued: boolean;
  /** The person's private key, and the authenticator's secret: both will open with this password only. */
  key: Secret;
  totp: Secret;
}

/** The stored form of a password under the present pepper. Takes its time: run it before the transaction. */
export async function passwordRow(keyring: Keyring, behind: Behind): Promise<PasswordRow> {
  const { person, password, issued, key, totp } = behind;
  const id = behind.unlock ?? randomUUID();
  const salt = Buffer.from(randomBytes(16));
  const kdf = kdfNow();
  const { pepper } = keyring;
  const keys = await passwordKeys(tidyPassword(password), { salt, kdfId: kdf }, pepper.key);
  const row = {
    id,
    user_id: person,
    kind: 'pw' as const,
    kdf_id: kdf,
    pepper_id: pepper.id,
    salt,
    verifier: keys.verifier,
    wrapped: wrapPersonKey({ person, unlock: id, kek: keys.kek }, key),
    totp_box: boxTotpSecret({ totpKey: keys.totp, unlockId: id }, totp),
    issued,
  };
  keys.kek.dispose();
  keys.totp.dispose();
  return row;
}
