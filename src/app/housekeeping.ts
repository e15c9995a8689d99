// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { transaction } from '#platform/db';
import { type AnyJob, defineJob } from '#platform/jobs';
import { sweepLeases, sweepMachineBoxes } from '#platform/seal';

/** Tidies what has run out. Everything is checked when it is read too; this only keeps the tables small. */
export const housekeeping: AnyJob[] = [
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
