// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx, type TxCtx } from '#platform/ctx';
import { requireOtherKeeper, takeAllKeys, teamsHeldBy } from '../keys/take-keys.ts';
import { endAllSessions } from '../sessions.ts';
import { writing } from '../tables.ts';
import { findPerson, requireOther } from './find-person.ts';
import { type Invitation, makeInvitation } from './invite.ts';

/**
 * For a lost password: the old ways and keys are void, a link makes new ones, and a member must grant again
 * before old cases open (N21). `exposed`: somebody else may know the password, so the teams get new keys too.
 * The console may reset the last keeper of a key, because then the papers are the only way anyhow.
 */
export async function resetPerson(
  ctx: Ctx,
  reset: { person: string; exposed: boolean },
): Promise<Invitation> {
  requireOther(ctx.actor, reset.person);
  return atomically(ctx, async (inner) => {
    const person = await findPerson(inner.db, reset.person);
    if (inner.actor.kind === 'person') {
      await requireOtherKeeper(inner.db, person.id, await teamsHeldBy(inner.db, person.id));
    }
    await endWays(inner, person.id);
    await takeAllKeys(inner, { person: person.id, rotate: reset.exposed });
    await writing(inner.db)
      .updateTable('platform.person')
      .set({ state: 'invited', roles: [], asked: person.asked ?? person.roles, pub: null, pub_mac: null })
      .where('id', '=', person.id)
      .execute();
    inner.audit({
      act: 'person.reset',
      kind: 'person',
      id: person.id,
      code: reset.exposed ? 'exposed' : null,
    });
    return makeInvitation(inner, person.id, person.state === 'invited' ? 'join' : 'reset');
  });
}

/** For a lost phone: a link behind which the person's own password makes a new key for the app. Nothing else changes. */
export async function renewFactor(ctx: Ctx, person: string): Promise<Invitation> {
  requireOther(ctx.actor, person);
  return atomically(ctx, async (inner) => {
    const found = await findPerson(inner.db, person);
    await endAllSessions(inner.db, found.id);
    inner.audit({ act: 'person.factor', kind: 'person', id: found.id });
    return makeInvitation(inner, found.id, 'factor');
  });
}

/** Ends every session and every way of signing in. */
export async function endWays(ctx: TxCtx, person: string): Promise<void> {
  await endAllSessions(ctx.db, person);
  await writing(ctx.db).deleteFrom('platform.unlock').where('user_id', '=', person).execute();
  await writing(ctx.db).deleteFrom('platform.invite').where('person', '=', person).execute();
}
