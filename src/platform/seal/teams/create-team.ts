// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '#platform/db';
import { randomBytes } from '../crypto/bytes.ts';
import { Secret } from '../crypto/secret.ts';
import { SealError } from '../errors.ts';
import type { Keyring } from '../keyring/keyring.ts';
import { sealObject } from '../objects/seal-object.ts';
import { writing } from '../tables.ts';
import { addEpoch, type Member } from './team-epoch.ts';
import { type TeamName, teamId } from './team-name.ts';

const INDEX_KEY = 32;

/**
 * Makes a team with its first key, sealed to `members` and to recovery, and its index key. Throws
 * `seal.team-there` (conflict) when it exists, `seal.no-recovery` before a recovery key was made.
 */
export async function createTeam(
  tx: Tx,
  keyring: Keyring,
  made: { name: TeamName; members: readonly Member[]; now: Date },
): Promise<void> {
  const there = await writing(tx)
    .selectFrom('platform.team')
    .select('id')
    .where('id', '=', teamId(keyring, made.name))
    .executeTakeFirst();
  if (there !== undefined) throw new SealError('conflict', 'seal.team-there');
  await addEpoch(tx, keyring, { ...made, epoch: 1 });
  using indexKey = new Secret(randomBytes(INDEX_KEY));
  await sealObject(tx, keyring, {
    kind: 'team.index',
    plain: indexKey.bytes(),
    to: { team: made.name },
  });
}
