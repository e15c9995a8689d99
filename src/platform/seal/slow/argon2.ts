// SPDX-License-Identifier: EUPL-1.2
import { hashRaw } from '@node-rs/argon2';
import { Secret } from '../crypto/secret.ts';
import { refused } from '../errors.ts';
import { Slots } from './slots.ts';

/** Which slow hash a row was made with. 1 is the only one in use; 0 is for tests. */
export type KdfId = 0 | 1;

export const KDF_NOW: KdfId = 1;

// 256 MiB, 3 passes, 1 lane: about 0.2 s on one core, and 417 guesses a second on a large GPU (2.5).
// The weak setting makes suites bearable and must never meet a real code.
const COSTS: Record<KdfId, { memoryCost: number; timeCost: number }> = {
  0: { memoryCost: 1024, timeCost: 1 },
  1: { memoryCost: 262_144, timeCost: 3 },
};

const ARGON2ID = 2;
const LENGTH = 32;

// One process, one set of slots: 512 MiB at most.
const slots = new Slots({ size: 2, queue: 32 });

/** A row's kdf_id as a setting. Throws `seal.kdf` for unknown ones, and for 0 outside tests (N55). */
export function readKdfId(id: number): KdfId {
  // Asked anew each time and of the environment itself: no setting of ours may switch this on.
  if (id === 0 && process.env.NODE_ENV === 'test') return 0;
  if (id !== 1) throw refused('seal.kdf');
  return id;
}

/** Memory in KiB and passes of a setting. */
export function kdfCost(id: number): { memoryCost: number; timeCost: number } {
  return COSTS[readKdfId(id)];
}

/**
 * Argon2id, 32 bytes. `typed` is overwritten afterwards. Throws `seal.busy` (unavailable) when the
 * queue is full.
 */
export async function slowHash(
  typed: Uint8Array,
  salt: Uint8Array,
  kdfId: number = KDF_NOW,
): Promise<Secret> {
  const options = { ...kdfCost(kdfId), algorithm: ARGON2ID, parallelism: 1, outputLen: LENGTH, salt };
  try {
    return new Secret(await slots.run(() => hashRaw(typed, options)));
  } finally {
    typed.fill(0);
  }
}
