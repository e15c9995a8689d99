// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '#platform/db';
import { context } from '../crypto/contexts.ts';
import { sealKey } from '../crypto/hpke.ts';
import { SealError } from '../errors.ts';
import type { Keyring } from '../keyring/keyring.ts';
import { writing } from '../tables.ts';
import { personToSealTo } from '../teams/checked-keys.ts';
import type { Keys } from './keys.ts';
import { openContentKey, sealRows, usableSeal } from './open-object.ts';

const LONGEST_MS = 24 * 3_600_000;

export type Lease = {
  /** The approver's: they hold the team key, not another lease. */
  keys: Keys;
  object: string;
  person: string;
  until: Date;
};

/**
 * Lets one person open one object for at most 24 hours: a contact out of custody. That asker and
 * approver are two people is the caller's rule. Throws `seal.lease-length`, `seal.no-key`.
 */
export async function grantLease(tx: Tx, keyring: Keyring, lease: Lease): Promise<void> {
  const lasts = lease.until.getTime() - lease.keys.now.getTime();
  if (!(lasts > 0 && lasts <= LONGEST_MS)) throw new SealError('conflict', 'seal.lease-length');
  const rows = await sealRows(tx, [lease.object]);
  const seal = usableSeal(
    lease.keys,
    rows.filter(({ to_kind }) => to_kind === 'team'),
  );
  if (seal === undefined) throw new SealError('not-allowed', 'seal.no-key');
  const { pub } = await personToSealTo(tx, keyring, lease.person);
  using contentKey = await openContentKey(lease.keys, seal);
  const to = { pub, context: context.objectToUser(lease.object, lease.person) };
  const sealed = await sealKey(to, contentKey);
  await writing(tx)
    .insertInto('platform.seal')
    .values({
      object_id: lease.object,
      to_kind: 'user',
      to_id: lease.person,
      epoch: 0,
      sealed,
      expires: lease.until,
    })
    .onConflict((row) =>
      row.columns(['object_id', 'to_kind', 'to_id', 'epoch']).doUpdateSet({ sealed, expires: lease.until }),
    )
    .execute();
}

/** Ends a person's leases at once, or one of them. */
export async function endLeases(tx: Tx, of: { person: string; object?: string }): Promise<void> {
  let query = writing(tx)
    .deleteFrom('platform.seal')
    .where('to_kind', '=', 'user')
    .where('to_id', '=', of.person);
  if (of.object !== undefined) query = query.where('object_id', '=', of.object);
  await query.execute();
}

/** Deletes leases whose time is over. Opening checks the time itself; a job may call this. */
export async function sweepLeases(tx: Tx, now: Date): Promise<number> {
  const { numDeletedRows } = await writing(tx)
    .deleteFrom('platform.seal')
    .where('to_kind', '=', 'user')
    .where('expires', '<=', now)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
