// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { defineJob } from '#platform/jobs';
import { seedContent } from '../content/seed.ts';

/** Runs at each start, for what a new release brings. */
export const contentJob = defineJob({
  name: 'library.content',
  payload: z.object({}),
  run: async (ctx) => {
    await seedContent(ctx);
  },
});
