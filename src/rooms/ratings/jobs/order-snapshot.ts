// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Tx } from '#platform/db';
import { enqueue } from '#platform/jobs';

export const SNAPSHOT_JOB = { name: 'ratings:publish', payload: z.strictObject({}) };

/** Orders a full snapshot once this transaction is committed; many orders before it starts are one. */
export async function orderSnapshot(tx: Tx): Promise<void> {
  await enqueue(
    tx,
    { ...SNAPSHOT_JOB, run: () => Promise.reject(new TypeError('an order does not run')) },
    {
      payload: {},
      key: SNAPSHOT_JOB.name,
    },
  );
}
