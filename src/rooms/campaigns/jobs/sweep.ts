// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { atomically } from '#platform/ctx';
import { defineJob } from '#platform/jobs';
import { dayOf, daysLater } from '../days.ts';
import { writing } from '../tables.ts';

const PRINT_DAYS = 30;

/** Every night: names and addresses whose time is over, kits of last month, printed pieces that nobody asks for. */
export const sweep = defineJob<Record<string, never>>({
  name: 'campaigns:sweep',
  payload: z.strictObject({}),
  cron: '23 2 * * *',
  run: async (ctx) => {
    const today = dayOf(ctx.now);
    await atomically(ctx, async ({ db }) => {
      const tables = writing(db);
      await tables.deleteFrom('campaigns.pack').where('delete_after', '<', today).execute();
      await tables.deleteFrom('campaigns.kit').where('delete_after', '<', today).execute();
      await tables
        .deleteFrom('campaigns.print')
        .where('used_on', '<', daysLater(ctx.now, -PRINT_DAYS))
        .execute();
    });
  },
});
