// SPDX-License-Identifier: EUPL-1.2
import type { Db, Tx } from '#platform/db';
import { SealError } from '../errors.ts';
import type { Keyring } from '../keyring/keyring.ts';
import { type Keys, teamKey } from '../objects/keys.ts';
import { endLeases } from '../objects/lease.ts';
import { reading, writing } from '../tables.ts';
import { teamToSealTo } from './checked-keys.ts';
import { grantEpoch, type Member } from './team-epoch.ts';
import { type TeamName, teamId } from './team-name.ts';

/**
 * A member gives a person the team's keys, of every epoch that still opens something. That the
 * fingerprint was read out and the member's factor is fresh is checked before (2.4). Throws
 * `seal.no-grant` (not-allowed) unless the member may grant.
 */
export async function grantTeam(
  tx: Tx,
  keyring: Keyring,
  grant: { keys: Keys; team: TeamName } & Member,
): Promise<void> {
  const active = await teamToSealTo(tx, keyring, grant.team);
  const { holder } = grant.keys;
  const right = await writing(tx)
    .selectFrom('platform.team_grant')
    .select('can_grant')
    .where('team_id', '=', active.team)
    .where('epoch', '=', active.epoch)
    .where('holder', '=', 'user')
    .where('holder_id', '=', holder.id)
    .executeTakeFirst();
  if (holder.kind !== 'person' || right?.can_grant !== true) {
    throw new SealError('not-allowed', 'seal.no-grant');
  }
  for (const at of grant.keys.teams.filter(({ team }) => team === active.team)) {
    const priv = await teamKey(grant.keys, at);
    await grantEpoch(tx, keyring, { at, priv, person: grant.person, canGrant: grant.canGrant });
  }
}

/** Takes a team's keys from a person. They may remember: rotate the team in the same transaction. */
export async function revokeTeam(
  tx: Tx,
  keyring: Keyring,
  from: { team: TeamName; person: string },
): Promise<void> {
  await writing(tx)
    .deleteFrom('platform.team_grant')
    .where('team_id', '=', teamId(keyring, from.team))
    .where('holder', '=', 'user')
    .where('holder_id', '=', from.person)
    .execute();
}

/** Whoever is no supervisor any more keeps the keys that their other roles need, and gives them to nobody. */
export async function endGranting(tx: Tx, person: string): Promise<void> {
  await writing(tx)
    .updateTable('platform.team_grant')
    .set({ can_grant: false })
    .where('holder', '=', 'user')
    .where('holder_id', '=', person)
    .execute();
}

/** Takes everything from a leaver, leases too, and says which teams must now be rotated. */
export async function revokeAll(tx: Tx, keyring: Keyring, person: string): Promise<TeamName[]> {
  const teams = await teamsOf(tx, keyring, person);
  await writing(tx)
    .deleteFrom('platform.team_grant')
    .where('holder', '=', 'user')
    .where('holder_id', '=', person)
    .execute();
  await endLeases(tx, { person });
  return teams;
}

/** The teams whose present key a person holds. */
export async function teamsOf(db: Db, keyring: Keyring, person: string): Promise<TeamName[]> {
  const rows = await reading(db)
    .selectFrom('platform.team_grant as grant')
    .innerJoin('platform.team as team', (join) =>
      join.onRef('team.id', '=', 'grant.team_id').onRef('team.epoch', '=', 'grant.epoch'),
    )
    .select(['team.id', 'team.slug'])
    .distinct()
    .where('grant.holder', '=', 'user')
    .where('grant.holder_id', '=', person)
    .where('team.state', '=', 'active')
    .orderBy('team.slug')
    .execute();
  return rows.map(({ id, slug }) => checkedName(keyring, id, slug));
}

/** Who holds a team's present key. */
export async function membersOf(db: Db, keyring: Keyring, team: TeamName): Promise<Member[]> {
  const rows = await reading(db)
    .selectFrom('platform.team_grant as grant')
    .innerJoin('platform.team as team', (join) =>
      join.onRef('team.id', '=', 'grant.team_id').onRef('team.epoch', '=', 'grant.epoch'),
    )
    .select(['grant.holder_id', 'grant.can_grant'])
    .where('team.id', '=', teamId(keyring, team))
    .where('team.state', '=', 'active')
    .where('grant.holder', '=', 'user')
    .orderBy('grant.holder_id')
    .execute();
  return rows.map((row) => ({ person: row.holder_id, canGrant: row.can_grant }));
}

function checkedName(keyring: Keyring, id: string, slug: string): TeamName {
  const name = slug as TeamName;
  if (teamId(keyring, name) === id) return name;
  keyring.intake.close('seal.registry');
  throw new SealError('unavailable', 'seal.registry');
}
