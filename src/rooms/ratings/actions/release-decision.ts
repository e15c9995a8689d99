// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx, holds, personOf, type TxCtx } from '#platform/ctx';
import { publish } from '#platform/jobs';
import { mayDecide } from '../access.ts';
import { expiryOf, moreCareful, neededFor, nextCheckOf } from '../decision.ts';
import { errors } from '../errors.ts';
import { ratingReleased } from '../events.ts';
import { hostOfKey, keysBelow } from '../name-key.ts';
import { isGuarded } from '../queries/decisions-in-force.ts';
import { checkHost } from '../queries/known-host.ts';
import { type Needs, writing } from '../tables.ts';
import { type FoundDecision, findDecision } from './find-decision.ts';
import { lockHead, publishChange } from './publish-change.ts';

/** A change of what holds: the published state that has it, null before the first snapshot. */
export interface Changed {
  number: number | null;
}

/**
 * Makes a proposed decision hold, and publishes it as a signed delta in the same transaction. An earlier decision about
 * the same host and reach is replaced. Throws `ratings.not-allowed`, `ratings.no-decision`, `ratings.not-waiting`,
 * `ratings.needs-second` (a different person), `ratings.needs-supervisor`, `ratings.needs-reason`, `ratings.held`.
 */
export async function releaseDecision(ctx: Ctx, id: string): Promise<Changed> {
  if (!mayDecide(ctx.actor)) throw errors('not-allowed');
  return atomically(ctx, async (inner) => {
    // One release after the other, so that two about one host see each other.
    await lockHead(inner);
    const found = await findDecision(inner, id);
    if (found.state !== 'proposed') throw errors('not-waiting');
    const needs = await requireEnoughPeople(inner, found);
    const replaced = await replaceEarlier(inner, found);
    const release = {
      state: 'released' as const,
      needs,
      released_by: personOf(inner.actor),
      released_at: inner.now,
      expires_at: expiryOf(needs, inner.now),
    };
    if (found.guarded) {
      await writing(inner.db)
        .updateTable('ratings.guarded')
        .set({ ...release, needs: needs === 'supervisor' ? needs : 'second' })
        .where('id', '=', id)
        .execute();
    } else {
      const next = { ...release, next_check: nextCheckOf(inner.now) };
      await writing(inner.db).updateTable('ratings.decision').set(next).where('id', '=', id).execute();
    }
    const number = await publishChange(inner, [...new Set([found.name, ...replaced])]);
    await publish(inner.db, ratingReleased, { decision: id, case: found.case_id, number });
    inner.audit({ act: 'ratings.release', kind: 'ratings.decision', id, code: needs });
    return { number };
  });
}

/** Looks again at how the host is known: a list of schools may have come since the proposal. */
async function requireEnoughPeople(ctx: TxCtx, found: FoundDecision): Promise<Needs> {
  if (!found.guarded && (await isGuarded(ctx.db, found.name))) throw errors('held');
  const known = await checkHost(ctx.db, hostOfKey(found.name));
  if (known === null) throw errors('not-a-host');
  const needs = moreCareful(found.needs, neededFor(found.asked, known));
  const isSame = found.proposed_by === personOf(ctx.actor);
  if (needs !== 'none' && isSame) throw errors('needs-second');
  if (needs === 'supervisor' && !holds(ctx.actor, 'supervisor')) throw errors('needs-supervisor');
  if (needs === 'supervisor' && !found.guarded && !found.hasReason) throw errors('needs-reason');
  return needs;
}

/**
 * One decision of one kind and reach holds at a time. A guarded one also ends every public word about its host, and
 * about what is below where it reaches there (H1). Returns the names (keys) whose entries change by that.
 */
async function replaceEarlier(ctx: TxCtx, found: FoundDecision): Promise<string[]> {
  const end = { state: 'replaced' as const, ended_by: personOf(ctx.actor), ended_at: ctx.now };
  const isBelow = found.guarded && found.scope === 'subtree';
  const { after, before } = keysBelow(found.name);
  const ended = await writing(ctx.db)
    .updateTable('ratings.decision')
    .set(end)
    .where('state', '=', 'released')
    .where((where) => {
      const here = where('name', '=', found.name);
      if (!found.guarded) return where.and([here, where('scope', '=', found.scope)]);
      return isBelow
        ? where.or([here, where.and([where('name', '>', after), where('name', '<', before)])])
        : here;
    })
    .returning('name')
    .execute();
  if (found.lookup !== null) {
    await writing(ctx.db)
      .updateTable('ratings.guarded')
      .set(end)
      .where('lookup', '=', found.lookup)
      .where('scope', '=', found.scope)
      .where('state', '=', 'released')
      .execute();
  }
  return ended.map(({ name }) => name);
}
