// SPDX-License-Identifier: EUPL-1.2
import type { TxCtx } from '#platform/ctx';
import { keyringOf, unboxField } from '#platform/seal';
import { errors } from '../errors.ts';
import { nameKey } from '../name-key.ts';
import { guardedPlace } from '../queries/decisions-in-force.ts';
import { type DecisionSteps, writing } from '../tables.ts';

/** A decision of either kind, locked for the transaction, with what the rule about people asks for. */
export interface FoundDecision extends DecisionSteps {
  name: string;
  guarded: boolean;
  /** Of a guarded one. */
  lookup: Buffer | null;
  hasReason: boolean;
  asked: { scope: DecisionSteps['scope']; minAge: number; blockEveryone: boolean; guarded: boolean };
}

const STEPS = [
  'id',
  'scope',
  'case_id',
  'needs',
  'state',
  'proposed_by',
  'proposed_at',
  'released_by',
  'released_at',
  'ended_by',
  'ended_at',
  'expires_at',
] as const;

/** Finds and locks a decision by its id. Throws `ratings.no-decision`. */
export async function findDecision(ctx: TxCtx, id: string): Promise<FoundDecision> {
  const open = await writing(ctx.db)
    .selectFrom('ratings.decision')
    .select([...STEPS, 'name', 'min_age', 'block_everyone', 'reasons', 'words'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (open !== undefined) {
    const { min_age: minAge, block_everyone: blockEveryone, reasons, words, ...rest } = open;
    const asked = { scope: rest.scope, minAge, blockEveryone, guarded: false };
    return { ...rest, guarded: false, lookup: null, hasReason: reasons.length > 0 || words !== '', asked };
  }
  const guarded = await writing(ctx.db)
    .selectFrom('ratings.guarded')
    .select([...STEPS, 'lookup', 'host_box'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (guarded === undefined) throw errors('no-decision');
  const { host_box: box, ...rest } = guarded;
  const name = nameKey(unboxField(keyringOf(ctx.db), guardedPlace(id), box));
  const asked = { scope: rest.scope, minAge: 0, blockEveryone: true, guarded: true };
  return { ...rest, name, guarded: true, hasReason: false, asked };
}
