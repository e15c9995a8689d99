// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Db, transaction } from '#platform/db';
import { defineJob } from '#platform/jobs';
import { snapshotNow } from '../queries/snapshot-now.ts';
import { dataFolderOf } from '../snapshot/folder.ts';
import { orderSnapshot } from './order-snapshot.ts';

/** Orders a snapshot where there is none: a new installation, or one restored without its files. */
export async function orderMissing(db: Db): Promise<void> {
  const now = await snapshotNow(db);
  if (now !== null && existsSync(join(dataFolderOf(db), now.path))) return;
  await transaction(db, orderSnapshot);
}

export const keepPublishedJob = defineJob<Record<string, never>>({
  name: 'ratings:keep-published',
  payload: z.strictObject({}),
  cron: '*/5 * * * *',
  run: ({ db }) => orderMissing(db),
});
