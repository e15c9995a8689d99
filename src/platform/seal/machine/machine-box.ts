// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import type { Db, Tx } from '#platform/db';
import { boxData, unboxData } from '../crypto/box.ts';
import type { Random } from '../crypto/bytes.ts';
import { context } from '../crypto/contexts.ts';
import type { Key } from '../crypto/secret.ts';
import { SealError } from '../errors.ts';
import type { Keyring } from '../keyring/keyring.ts';
import { reading, writing } from '../tables.ts';

// What a job must read to do its work: one recipient and body, or one address to look at again. It lies
// under the keyring's key for a short time, not under a team's, because jobs hold no private key (2.8).

/** What the box is for: `mail`, `referral`, `notice`, `webhook`; `recheck` of a takedown. */
export type MachinePurpose = 'mail' | 'referral' | 'notice' | 'webhook' | 'recheck';

const HOUR_MS = 3_600_000;
const MIN = 1024;

/** Longest life by purpose, in milliseconds: 72 hours, 30 days for a re-check. */
const LONGEST: Record<MachinePurpose, number> = {
  mail: 72 * HOUR_MS,
  referral: 72 * HOUR_MS,
  notice: 72 * HOUR_MS,
  webhook: 72 * HOUR_MS,
  recheck: 720 * HOUR_MS,
};

/** Under which key, for what, in which row. */
export type MachinePlace = { key: Key; purpose: MachinePurpose; id: string };

/** Closes what a job will read. */
export function boxForMachine(at: MachinePlace, plain: Uint8Array, random?: Random): Buffer {
  return boxData({ key: at.key, context: context.machine(at.purpose, at.id), min: MIN }, plain, random);
}

export type NewMachineBox = {
  purpose: MachinePurpose;
  plain: Uint8Array;
  now: Date;
  /** The longest the purpose allows, when left out. */
  expires?: Date;
  id?: string;
};

/** Stores a box in an operator's request. Throws `seal.machine-life` when it would live too long. */
export async function putMachineBox(tx: Tx, keyring: Keyring, put: NewMachineBox): Promise<string> {
  const longest = put.now.getTime() + LONGEST[put.purpose];
  const expires = put.expires ?? new Date(longest);
  if (!(expires > put.now && expires.getTime() <= longest))
    throw new SealError('conflict', 'seal.machine-life');
  const id = put.id ?? randomUUID();
  const box = boxForMachine({ key: keyring.machine, purpose: put.purpose, id }, put.plain);
  await writing(tx)
    .insertInto('platform.machine_box')
    .values({ id, purpose: put.purpose, box, expires })
    .execute();
  return id;
}

/** Reads a box, or null when it is gone or its time is over, whether swept or not (N54). */
export async function readMachineBox(
  db: Db,
  keyring: Keyring,
  from: { id: string; purpose: MachinePurpose; now: Date },
): Promise<Buffer | null> {
  const row = await reading(db)
    .selectFrom('platform.machine_box')
    .select('box')
    .where('id', '=', from.id)
    .where('purpose', '=', from.purpose)
    .where('expires', '>', from.now)
    .executeTakeFirst();
  if (row === undefined) return null;
  return unboxData({ key: keyring.machine, context: context.machine(from.purpose, from.id) }, row.box);
}

/** Reads a box and deletes it in one transaction: for work that is done by the same commit. */
export async function takeMachineBox(
  tx: Tx,
  keyring: Keyring,
  from: { id: string; purpose: MachinePurpose; now: Date },
): Promise<Buffer | null> {
  const plain = await readMachineBox(tx, keyring, from);
  await dropMachineBox(tx, from.id);
  return plain;
}

/** Deletes a box after final delivery, or when there is nothing more to try. */
export async function dropMachineBox(tx: Tx, id: string): Promise<void> {
  await writing(tx).deleteFrom('platform.machine_box').where('id', '=', id).execute();
}

/** Deletes all boxes whose time is over; returns how many. */
export async function sweepMachineBoxes(tx: Tx, now: Date): Promise<number> {
  const { numDeletedRows } = await writing(tx)
    .deleteFrom('platform.machine_box')
    .where('expires', '<=', now)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
