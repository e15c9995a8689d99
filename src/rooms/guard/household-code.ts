// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import { keyringOf, passwordKeys, SealError, sha256 } from '#platform/seal';
import { errors } from './errors.ts';

// How a family's code and password are kept: as what the slow hash makes of them under the keyring's mac key. Not under a
// pepper, which is erased after a year: a phone that was set up once works for many years, and its family must still be
// able to come back and switch it off.

const SALT_BYTES = 16;

/** Tests run on the light setting; anywhere else the seal refuses it (N55). */
export const kdfNow = (): 0 | 1 => (process.env.NODE_ENV === 'test' ? 0 : 1);

/** 32 bytes by which a household is found. One salt for all, because a code arrives without a name. */
export function codeLookup(db: Db, code: string, kdfId: number): Promise<Buffer> {
  const salt = sha256(Buffer.from('rowan/v1/household'), keyringOf(db).receiptSalt).subarray(0, SALT_BYTES);
  return slow(db, code, { salt, kdfId });
}

/** 32 bytes to compare a typed password with. `salt` is the household's own. */
export function passwordCheck(
  db: Db,
  password: string,
  from: { salt: Buffer; kdfId: number },
): Promise<Buffer> {
  return slow(db, password, from);
}

/** Throws `guard.busy` when too many slow hashes wait already. */
async function slow(db: Db, secret: string, from: { salt: Buffer; kdfId: number }): Promise<Buffer> {
  try {
    const keys = await passwordKeys(secret, from, keyringOf(db).mac);
    keys.kek.dispose();
    keys.totp.dispose();
    return keys.verifier;
  } catch (error) {
    if (error instanceof SealError && error.kind === 'unavailable') throw errors('busy');
    throw error;
  }
}
