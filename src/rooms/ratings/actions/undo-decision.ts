// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx, holds, type TxCtx } from '#platform/ctx';
import { publish } from '#platform/jobs';
import { mayDecide } from '../access.ts';
import { errors } from '../errors.ts';
import { ratingEnded } from '../events.ts';
import { type DecisionState, writing } from '../tables.ts';
import { type FoundDecision, findDecision } from './find-decision.ts';
import { lockHead, publishChange } from './publish-change.ts';
import type { Changed } from './release-decision.ts';

/**
 * Takes a decision back: what holds is undone on every guard as fast as it came, what only waits is withdrawn. One
 * person may open a host again; a guarded one takes the supervisor. Throws `ratings.not-allowed`,
 * `ratings.no-decision`, `ratings.not-in-force`, `ratings.needs-supervisor`.
 */
export async function undoDecision(ctx: Ctx, id: string): Promise<Changed> {
  if (!mayDecide(ctx.actor)) throw errors('not-allowed');
  return atomically(ctx, async (inner) => {
    await lockHead(inner);
    const found = await findDecision(inner, id);
    if (found.state === 'proposed') {
      await end(inner, found, 'withdrawn');
      inner.audit({ act: 'ratings.withdraw', kind: 'ratings.decision', id });
      return { number: null };
    }
    if (found.state !== 'released') throw errors('not-in-force');
    if (found.guarded && !holds(inner.actor, 'supervisor')) throw errors('needs-supervisor');
    return endInForce(inner, found, 'undone');
  });
}

/** Ends a decision that holds and publishes what then holds instead. */
export async function endInForce(
  ctx: TxCtx,
  found: FoundDecision,
  state: 'undone' | 'expired',
): Promise<Changed> {
  await end(ctx, found, state);
  const number = await publishChange(ctx, [found.name]);
  await publish(ctx.db, ratingEnded, { decision: found.id, case: found.case_id, number });
  ctx.audit({
    act: `ratings.${state === 'undone' ? 'undo' : 'expire'}`,
    kind: 'ratings.decision',
    id: found.id,
  });
  return { number };
}

async function end(ctx: TxCtx, found: FoundDecision, state: DecisionState): Promise<void> {
  const ending = { state, ended_by: ctx.actor.kind === 'person' ? ctx.actor.id : null, ended_at: ctx.now };
  const table = found.guarded ? 'ratings.guarded' : 'ratings.decision';
  await writing(ctx.db).updateTable(table).set(ending).where('id', '=', found.id).execute();
}
