// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Job } from '#platform/jobs';

/** Orders a full snapshot. Its work is bound in plugin.ts, which knows the data folder; ordering needs only its name. */
export const publishJob: Omit<Job<Record<string, never>>, 'run'> = {
  name: 'ratings:publish',
  payload: z.strictObject({}),
};
