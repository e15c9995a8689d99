// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { seedContent } from '#library';
import { defineJob } from '#platform/jobs';
import { contentItems } from '../content/content.ts';

/** Runs at each start, for what a new release brings. */
export const contentJob = defineJob({
  name: 'campaigns.content',
  payload: z.object({}),
  run: async (ctx) => {
    await seedContent(ctx, contentItems());
  },
});
