// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { atomically, type Ctx } from '#platform/ctx';
import { defineFact, publish } from '#platform/jobs';
import type { TeamName } from '#platform/seal';
import { requireOtherKeeper, takeAllKeys, teamsHeldBy } from '../keys/take-keys.ts';
import { writing } from '../tables.ts';
import { findPerson, requireOther } from './find-person.ts';
import { endWays } from './reset-person.ts';

/** Somebody does not work here any more; rooms take back what was theirs. */
export const personLeft = defineFact('person.left', z.object({ person: z.uuid() }));

/**
 * Somebody leaves today: sessions, ways of signing in, keys and leases are gone in one transaction, and every
 * team they were in has a new key (N19, N20). Answers those teams; their old objects are then re-sealed.
 */
export async function leave(ctx: Ctx, person: string): Promise<readonly TeamName[]> {
  requireOther(ctx.actor, person);
  return atomically(ctx, async (inner) => {
    const { id } = await findPerson(inner.db, person);
    await requireOtherKeeper(inner.db, id, await teamsHeldBy(inner.db, id));
    await endWays(inner, id);
    await writing(inner.db)
      .updateTable('platform.person')
      .set({ state: 'left', roles: [], asked: null, pub: null, pub_mac: null })
      .where('id', '=', id)
      .execute();
    // What they asked a second person for is nobody's wish any more.
    await writing(inner.db)
      .updateTable('platform.pending_act')
      .set({ expires_at: inner.now })
      .where('asked_by', '=', id)
      .where('done_at', 'is', null)
      .execute();
    const teams = await takeAllKeys(inner, { person: id, rotate: true });
    inner.audit({ act: 'person.leave', kind: 'person', id });
    await publish(inner.db, personLeft, { person: id });
    return teams;
  });
}
