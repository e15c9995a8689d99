// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx, type Role } from '#platform/ctx';
import { endGranting, type TeamName } from '#platform/seal';
import { errors } from '../errors.ts';
import { requireOtherKeeper, takeTeams, teamsHeldBy } from '../keys/take-keys.ts';
import { endAllSessions } from '../sessions.ts';
import { type PersonState, writing } from '../tables.ts';
import { findPerson, requireOther } from './find-person.ts';
import { changeTo, clash, type RoleChange } from './team-roles.ts';

/**
 * Gives somebody other roles. What they lose, keys too, they lose at once; what opens cases waits until a
 * member gives the keys. They are signed out and come in with their new roles.
 */
export async function changeRoles(
  ctx: Ctx,
  to: { person: string; roles: readonly Role[] },
): Promise<RoleChange> {
  requireOther(ctx.actor, to.person);
  if (clash(to.roles)) throw errors('roles-clash');
  return atomically(ctx, async (inner) => {
    const person = await findPerson(inner.db, to.person);
    const teams = await teamsHeldBy(inner.db, person.id);
    const change = changeTo({ roles: person.roles, teams }, to.roles);
    const lost = change.lost as TeamName[];
    const falls = person.roles.includes('supervisor') && !to.roles.includes('supervisor');
    await requireOtherKeeper(inner.db, person.id, falls ? teams : lost);
    // Before the teams are renewed: a new key is given with the same right to give it as the one before.
    if (falls) await endGranting(inner.db, person.id);
    await takeTeams(inner, { person: person.id, teams: lost });
    await writing(inner.db)
      .updateTable('platform.person')
      .set(after(person.state, change, to.roles))
      .where('id', '=', person.id)
      .execute();
    await endAllSessions(inner.db, person.id);
    inner.audit({ act: 'person.roles', kind: 'person', id: person.id, code: to.roles.join(',') });
    return change;
  });
}

/** Who has not come yet, or waits for keys, has no roles; but who waited and now needs no keys is here. */
function after(state: PersonState, change: RoleChange, wanted: readonly Role[]) {
  if (state === 'invited') return { asked: [...wanted] };
  if (state === 'waiting' && change.asked !== null) return { asked: change.asked };
  return { state: 'active' as const, roles: change.now, asked: change.asked };
}
