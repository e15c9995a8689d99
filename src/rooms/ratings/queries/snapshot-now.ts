// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import type { Signature } from '#platform/seal';
import { reading } from '../tables.ts';

/** The last full snapshot: `path` is inside the data folder. */
export interface SnapshotNow {
  number: number;
  path: string;
  signature: Signature;
  createdAt: Date;
  hosts: number;
}

export interface SignedDelta {
  number: number;
  /** Number of the state that it changes. */
  base: number;
  bytes: Buffer;
  signature: Signature;
}

/** The full snapshot to start from; null before the first. What was decided since is in `deltasSince`. */
export async function snapshotNow(db: Db): Promise<SnapshotNow | null> {
  const row = await reading(db)
    .selectFrom('ratings.head as h')
    .innerJoin('ratings.snapshot as s', 's.number', 'h.snapshot')
    .select(['s.number', 's.file as path', 's.signature', 's.created_at as createdAt', 's.hosts'])
    .executeTakeFirst();
  return row ?? null;
}

/**
 * The deltas that lead from state `number` to the present one, in order; empty where it is the present one. Null where
 * no deltas lead on from it: begin again with `snapshotNow`.
 */
export async function deltasSince(db: Db, number: number): Promise<SignedDelta[] | null> {
  const head = await reading(db)
    .selectFrom('ratings.head')
    .select(['number', 'snapshot'])
    .executeTakeFirstOrThrow();
  if (head.number === number) return [];
  const rows = await reading(db)
    .selectFrom('ratings.delta')
    .select(['number', 'base', 'bytes', 'signature'])
    .where('snapshot', '=', head.snapshot)
    .where('base', '>=', number)
    .orderBy('number')
    .execute();
  return rows[0]?.base === number ? rows : null;
}
