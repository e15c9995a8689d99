// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import { Secret } from '../crypto/secret.ts';
import { SealError } from '../errors.ts';
import type { Keyring } from '../keyring/keyring.ts';
import { reading } from '../tables.ts';
import { type TeamName, teamId } from '../teams/team-name.ts';
import type { Keys } from './keys.ts';
import { openObject } from './open-object.ts';

/** The team's own key for blindIndex, opened with a member's keys. The caller disposes it. */
export async function openIndexKey(
  db: Db,
  keyring: Keyring,
  { keys, team }: { keys: Keys; team: TeamName },
): Promise<Secret> {
  const row = await reading(db)
    .selectFrom('platform.object as object')
    .innerJoin('platform.seal as seal', 'seal.object_id', 'object.id')
    .select('object.id')
    .where('object.kind', '=', 'team.index')
    .where('seal.to_kind', '=', 'team')
    .where('seal.to_id', '=', teamId(keyring, team))
    .executeTakeFirst();
  if (row === undefined) throw new SealError('not-found', 'seal.no-team');
  return new Secret((await openObject(db, keys, row.id)).plain);
}
