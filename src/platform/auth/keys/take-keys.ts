// SPDX-License-Identifier: EUPL-1.2
import type { Role, TxCtx } from '#platform/ctx';
import type { Db } from '#platform/db';
import {
  keyringOf,
  membersOf,
  revokeAll,
  revokeTeam,
  rotateTeam,
  type TeamName,
  teamsOf,
} from '#platform/seal';
import { errors } from '../errors.ts';
import { reading } from '../tables.ts';
import { addNews } from './news.ts';

/** The teams whose present key this person holds. */
export const teamsHeldBy = (db: Db, person: string): Promise<TeamName[]> =>
  teamsOf(db, keyringOf(db), person);

/**
 * Throws `auth.last-keeper` when nobody else could give one of these teams' keys to anybody: then they would
 * lie on the two recovery papers only.
 */
export async function requireOtherKeeper(db: Db, person: string, teams: readonly TeamName[]): Promise<void> {
  for (const team of teams) {
    const members = await membersOf(db, keyringOf(db), team);
    if (!members.some((member) => member.person === person)) continue;
    const others = members.filter((member) => member.canGrant && member.person !== person);
    // A case may be locked away from the supervisors themselves: then any other reader keeps its key.
    if (team.startsWith('restricted:') && others.length > 0) continue;
    if (
      !(await anySupervisor(
        db,
        others.map((member) => member.person),
      ))
    )
      throw errors('last-keeper');
  }
}

async function anySupervisor(db: Db, people: string[]): Promise<boolean> {
  if (people.length === 0) return false;
  const rows = await reading(db)
    .selectFrom('platform.person')
    .select('roles')
    .where('id', 'in', people)
    .where('state', '=', 'active')
    .execute();
  return rows.some(({ roles }) => (roles as Role[]).includes('supervisor'));
}

/** Takes some teams' keys from a person. They may remember them: each of those teams gets a new one at once. */
export async function takeTeams(
  ctx: TxCtx,
  from: { person: string; teams: readonly TeamName[] },
): Promise<void> {
  const keyring = keyringOf(ctx.db);
  for (const team of from.teams) await revokeTeam(ctx.db, keyring, { team, person: from.person });
  await afterwards(ctx, { ...from, rotate: true });
}

/** Takes every key and lease from a person, and answers the teams that were theirs. */
export async function takeAllKeys(
  ctx: TxCtx,
  from: { person: string; rotate: boolean },
): Promise<readonly TeamName[]> {
  const teams = await revokeAll(ctx.db, keyringOf(ctx.db), from.person);
  await afterwards(ctx, { ...from, teams });
  return teams;
}

async function afterwards(
  ctx: TxCtx,
  { person, teams, rotate }: { person: string; teams: readonly TeamName[]; rotate: boolean },
): Promise<void> {
  for (const team of teams) {
    ctx.audit({ act: 'key.revoke', kind: 'person', id: person, code: team });
    await addNews(ctx, { team, act: 'left', person });
    if (rotate) await renewTeam(ctx, team);
  }
}

/** Gives a team a new key: when somebody left, when the old one may be known, and every 90 days. */
export async function renewTeam(ctx: TxCtx, team: TeamName): Promise<void> {
  const epoch = await rotateTeam(ctx.db, keyringOf(ctx.db), { team, now: ctx.now });
  ctx.audit({ act: 'team.rotate', kind: 'team', id: null, code: `${team}-${epoch}` });
}
