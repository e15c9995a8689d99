// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { checkpointJob } from '#platform/audit';
import { ledgerJob } from '#platform/backup';
import { transaction } from '#platform/db';
import { type AnyJob, defineJob } from '#platform/jobs';
import { sweepLeases, sweepMachineBoxes } from '#platform/seal';

/**
 * What the clock asks of every installation: tidying what has run out (everything is checked when it is read too),
 * signing the audit's head, and telling the newest backup what was deleted since.
 */
export const housekeeping: AnyJob[] = [
  defineJob(checkpointJob),
  ledgerJob,
  defineJob({
    name: 'app.sweep',
    payload: z.object({}),
    cron: '*/10 * * * *',
    run: (ctx) =>
      transaction(ctx.db, async (tx) => {
        await sweepLeases(tx, ctx.now);
        await sweepMachineBoxes(tx, ctx.now);
      }),
  }),
];
