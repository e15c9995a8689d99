// SPDX-License-Identifier: EUPL-1.2
import { type Db, rootOf } from '#platform/db';
import type { Keyring } from './keyring.ts';

const attached = new WeakMap<object, Keyring>();

/** Says once, at start, whose keys belong to this database; from then on a handle leads to them. */
export function attachKeyring(db: Db, keyring: Keyring): void {
  attached.set(rootOf(db), keyring);
}

/** The keyring of the installation whose database this handle leads to. Throws where start attached none. */
export function keyringOf(db: Db): Keyring {
  const keyring = attached.get(rootOf(db));
  if (keyring === undefined) throw new TypeError('no keyring is attached to this database');
  return keyring;
}
