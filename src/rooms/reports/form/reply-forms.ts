// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { WORDS_LIMIT } from './answers.ts';
import { INTENTS } from './intent.ts';
import { QUICK } from './reply.ts';
import { words } from './schema.ts';

/** T3: words, or a ready answer, or both. */
export const messageForm = z
  .object({
    words: words(WORDS_LIMIT, 'reports.write.long'),
    quick: z
      .string()
      .optional()
      .transform((typed) => QUICK.find((one) => one === typed) ?? null),
  })
  .refine(({ words: text, quick }) => text !== '' || quick !== null, {
    error: 'reports.write.error',
    path: ['words'],
  });

/** T4. */
export const addForm = z.object({
  words: words(WORDS_LIMIT, 'reports.write.long').refine((text) => text !== '', {
    error: 'reports.add.error',
  }),
});

/** T5. */
export const stopForm = z.object({
  stop: z.enum(['quiet', 'stop', 'delete'], { error: 'reports.stop.error' }),
});

export const wishForm = z.object({ intent: z.enum(INTENTS, { error: 'reports.wish.error' }) });
