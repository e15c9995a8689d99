// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { answers } from '../form/answers.ts';

/** What is shown once after sending, or after an invitation was opened. */
const shown = z.object({
  kind: z.literal('shown'),
  role: z.enum(['main', 'child', 'company']),
  /** Sixteen digits; null in a demonstration, where nothing was sent. */
  code: z.string().nullable(),
  /** Whether the person said to be under 13. */
  young: z.boolean(),
  /** The token of the slip for the child, where a parent reported. */
  invitation: z.string().nullable(),
  receivedAt: z.coerce.date(),
  dueAt: z.coerce.date(),
  reference: z.string().nullable(),
  /** The person's own words, read once more in the same visit; no code opens them again (security.md 2.5). */
  wrote: z.array(z.string()).default([]),
  worded: z.boolean(),
  thanked: z.boolean(),
});

/**
 * What a visitor's cookie leads to before a report exists, and for ten minutes after. Lies in one row, in a
 * box whose key only the cookie gives.
 */
export const draft = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('form'), step: z.string(), answers, changing: z.boolean() }),
  // The same cookie once more, because Send was pressed twice or its answer got lost: it leads on to the code.
  z.object({ kind: z.literal('sent'), token: z.string() }),
  z.object({ kind: z.literal('word'), code: z.string(), receipt: z.uuid() }),
  // What somebody with a code had typed when they changed the language: the next page gives it back.
  z.object({ kind: z.literal('reply'), words: z.string(), quick: z.string() }),
  shown,
]);

export type Draft = z.infer<typeof draft>;
export type DraftOf<K extends Draft['kind']> = Extract<Draft, { kind: K }>;
export type Reply = Pick<DraftOf<'reply'>, 'words' | 'quick'>;
export type Shown = z.infer<typeof shown>;
