// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '#platform/db';
import { SealError } from '../errors.ts';
import type { Keyring } from '../keyring/keyring.ts';
import type { Keys } from '../objects/keys.ts';
import { addTeamSeal } from '../objects/reseal-object.ts';
import { writing } from '../tables.ts';
import { teamToSealTo } from './checked-keys.ts';
import { membersOf } from './members.ts';
import { addEpoch } from './team-epoch.ts';
import { type TeamName, teamId } from './team-name.ts';

// A team gets a new key when somebody leaves, when one may be known, and every 90 days. From the first
// moment everything new is sealed to it; what is old moves over in batches, in members' requests,
// because only members can open it. When nothing is left, the old key is destroyed (2.4).

const BATCH = 200;

/** Gives the team a new key, sealed to its present members and to recovery. Returns the new epoch. */
export async function rotateTeam(
  tx: Tx,
  keyring: Keyring,
  { team, now }: { team: TeamName; now: Date },
): Promise<number> {
  const id = teamId(keyring, team);
  const rows = await writing(tx)
    .selectFrom('platform.team')
    .select(['epoch', 'state'])
    .where('id', '=', id)
    .orderBy('epoch', 'desc')
    .forUpdate()
    .execute();
  const newest = rows[0];
  if (newest === undefined) throw new SealError('not-found', 'seal.no-team');
  const members = await membersOf(tx, keyring, team);
  await writing(tx)
    .updateTable('platform.team')
    .set({ state: 'draining' })
    .where('id', '=', id)
    .where('state', '=', 'active')
    .execute();
  const epoch = newest.epoch + 1;
  await addEpoch(tx, keyring, { name: team, epoch, members, now });
  return epoch;
}

/**
 * Moves the next objects from old keys to the present one and destroys old keys that open nothing any
 * more. Any member can go on where another stopped, several at once. `left` is 0 when done.
 */
export async function resealBatch(
  tx: Tx,
  keyring: Keyring,
  batch: { keys: Keys; team: TeamName; size?: number },
): Promise<{ moved: number; left: number }> {
  const team = await teamToSealTo(tx, keyring, batch.team);
  // Only keys this member has; 0 is no epoch, but SQL wants a list that is not empty.
  const held = batch.keys.teams.filter((at) => at.team === team.team && at.epoch < team.epoch);
  const epochs = [0, ...held.map(({ epoch }) => epoch)];
  const seals = await writing(tx)
    .selectFrom('platform.seal')
    .selectAll()
    .where('to_kind', '=', 'team')
    .where('to_id', '=', team.team)
    .where('epoch', 'in', epochs)
    .orderBy('object_id')
    .limit(batch.size ?? BATCH)
    .forUpdate()
    .skipLocked()
    .execute();
  for (const seal of seals) {
    await addTeamSeal(tx, { keys: batch.keys, seal, team });
    await writing(tx)
      .deleteFrom('platform.seal')
      .where('object_id', '=', seal.object_id)
      .where('to_kind', '=', 'team')
      .where('to_id', '=', seal.to_id)
      .where('epoch', '=', seal.epoch)
      .execute();
  }
  const left = await sealsLeft(tx, team);
  if (left === 0) await destroyDrained(tx, keyring, batch.team);
  return { moved: seals.length, left };
}

async function sealsLeft(tx: Tx, team: { team: string; epoch: number }): Promise<number> {
  const { left } = await writing(tx)
    .selectFrom('platform.seal')
    .select((is) => is.fn.countAll().as('left'))
    .where('to_kind', '=', 'team')
    .where('to_id', '=', team.team)
    .where('epoch', '<', team.epoch)
    .executeTakeFirstOrThrow();
  return Number(left);
}

/** Destroys the old keys of a team that no seal names: their grants go, and nobody can open with them. */
export async function destroyDrained(tx: Tx, keyring: Keyring, team: TeamName): Promise<number> {
  const id = teamId(keyring, team);
  const drained = await writing(tx)
    .updateTable('platform.team')
    .set({ state: 'destroyed' })
    .where('id', '=', id)
    .where('state', '=', 'draining')
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('platform.seal as seal')
            .select('seal.object_id')
            .where('seal.to_kind', '=', 'team')
            .whereRef('seal.to_id', '=', 'platform.team.id')
            .whereRef('seal.epoch', '=', 'platform.team.epoch'),
        ),
      ),
    )
    .returning('epoch')
    .execute();
  for (const { epoch } of drained) {
    await writing(tx)
      .deleteFrom('platform.team_grant')
      .where('team_id', '=', id)
      .where('epoch', '=', epoch)
      .execute();
  }
  return drained.length;
}
