// SPDX-License-Identifier: EUPL-1.2
import { utf8 } from '../crypto/bytes.ts';
import { context } from '../crypto/contexts.ts';
import { openSeal, sealTo } from '../crypto/hpke.ts';
import type { Secret } from '../crypto/secret.ts';
import { parseContents } from './contents.ts';
import { contentsOf, Keyring } from './keyring.ts';

/**
 * The keyring as it travels in a backup: sealed to the recovery key, so that a stolen backup holds no
 * pepper, even for the administrator who keeps the backup's own key (2.10, N51).
 * `to.pub` must come from the recovery registry, which has checked its mark.
 */
export async function sealKeyring(keyring: Keyring, to: { n: number; pub: Uint8Array }): Promise<Buffer> {
  const plain = utf8(JSON.stringify(contentsOf(keyring)));
  try {
    return await sealTo({ pub: to.pub, context: context.keyringToRecovery(keyring.instance, to.n) }, plain);
  } finally {
    plain.fill(0);
  }
}

/** The keyring of a backup, with the recovery private key that two papers gave. */
export async function openKeyringBackup(
  sealed: Uint8Array,
  from: { instance: string; n: number; priv: Secret },
): Promise<Keyring> {
  const where = context.keyringToRecovery(from.instance, from.n);
  const plain = await openSeal({ priv: from.priv, context: where }, sealed);
  try {
    return new Keyring(parseContents(plain.toString('utf8')));
  } finally {
    plain.fill(0);
  }
}
