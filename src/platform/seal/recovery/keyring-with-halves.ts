// SPDX-License-Identifier: EUPL-1.2

import type { Keyring } from '../keyring/keyring.ts';
import { openKeyringBackup } from '../keyring/keyring-backup.ts';
import { type Half, joinHalves } from './halves.ts';
import { recoveryKeys } from './recovery-keys.ts';

/**
 * The keyring of a backup, with both papers of the recovery key it was sealed to. Throws
 * `seal.recovery-halves` unless they are A and B of one key, and `seal.seal` when it is not their key.
 */
export async function openKeyringWithHalves(
  sealed: Uint8Array,
  from: { instance: string; halves: readonly [Half, Half] },
): Promise<Keyring> {
  const [one, other] = from.halves;
  using seed = joinHalves(one, other);
  using priv = recoveryKeys(seed).seal.priv;
  return await openKeyringBackup(sealed, { instance: from.instance, n: one.n, priv });
}
