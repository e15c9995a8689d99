// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { defineJob } from '#platform/jobs';
import { sweepHouseholds } from '../actions/delete-household.ts';

/** Every ten minutes: what was shown long enough, and families that never made their code. */
export const sweep = defineJob({
  name: 'guard.sweep',
  payload: z.object({}),
  cron: '*/10 * * * *',
  run: (ctx) => sweepHouseholds(ctx),
});
