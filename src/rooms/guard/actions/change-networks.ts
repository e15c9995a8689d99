// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { atomically, type Ctx } from '#platform/ctx';
import { notify } from '#platform/db';
import { boxField, keyringOf } from '#platform/seal';
import { householdOf } from '../access.ts';
import { dayOf } from '../days.ts';
import { errors } from '../errors.ts';
import { GUARD_TOPIC, MOST_NETWORKS } from '../limits.ts';
import { networkLookup, networkOf } from '../resolver/networks.ts';
import { reading, writing } from '../tables.ts';
import { lockChild } from './save-child.ts';

/**
 * "Devices on this network are this child's": from now on plain DNS from the caller's network has the child's rules.
 * Throws `guard.no-address` where we do not see one, `guard.network-taken` where another family has said it of the same
 * network (many homes can share one address), `guard.too-many`.
 */
export function addNetwork(ctx: Ctx, child: string, address: string): Promise<void> {
  const household = householdOf(ctx.actor);
  const network = networkOf(address);
  if (network === null) throw errors('no-address');
  const keyring = keyringOf(ctx.db);
  const lookup = Buffer.from(networkLookup(keyring.guard, network.prefix), 'hex');
  return atomically(ctx, async (inner) => {
    const { db, now } = inner;
    await lockChild(inner, child);
    const there = await reading(db)
      .selectFrom('guard.network')
      .select('id')
      .where('household_id', '=', household)
      .where('child_id', '=', child)
      .where('lookup', '!=', lookup)
      .execute();
    if (there.length >= MOST_NETWORKS) throw errors('too-many');
    // Said again, or of another child of the same family: the last word counts.
    await writing(db)
      .deleteFrom('guard.network')
      .where('household_id', '=', household)
      .where('lookup', '=', lookup)
      .execute();
    const id = randomUUID();
    const { family, bits, prefix } = network;
    const prefixBox = boxField(keyring, { kind: 'guard.network', id }, prefix);
    const added = await writing(db)
      .insertInto('guard.network')
      .values({
        household_id: household,
        id,
        child_id: child,
        lookup,
        family,
        bits,
        prefix_box: prefixBox,
        made_on: dayOf(now),
      })
      .onConflict((conflict) => conflict.column('lookup').doNothing())
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows === 0n) throw errors('network-taken');
    await notify(db, GUARD_TOPIC, household);
  });
}

/** Forgets a network and its address; answers whose it was. */
export function removeNetwork(ctx: Ctx, network: string): Promise<string | null> {
  const household = householdOf(ctx.actor);
  return atomically(ctx, async ({ db }) => {
    const gone = await writing(db)
      .deleteFrom('guard.network')
      .where('household_id', '=', household)
      .where('id', '=', network)
      .returning('child_id')
      .executeTakeFirst();
    await notify(db, GUARD_TOPIC, household);
    return gone?.child_id ?? null;
  });
}
