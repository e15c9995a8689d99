// SPDX-License-Identifier: EUPL-1.2
import { defineJob } from '#platform/jobs';
import { publishSnapshot } from '../actions/publish-snapshot.ts';
import { SNAPSHOT_JOB } from './order-snapshot.ts';

/** Makes what `orderSnapshot` ordered: after an import, and when deltas have grown many. */
export const publishJob = defineJob<Record<string, never>>({
  ...SNAPSHOT_JOB,
  run: async (ctx) => {
    await publishSnapshot(ctx);
  },
});
