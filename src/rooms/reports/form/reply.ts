// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** Answers that can be given without writing. */
export const QUICK = ['yes', 'no', 'rather-not', 'call-me'] as const;
export type Quick = (typeof QUICK)[number];

/** What a reporter sends after the report, as the desk reads it. Sealed to the desk alone. */
export const reply = z.object({
  v: z.literal(1),
  kind: z.enum(['answer', 'more', 'other-person', 'stop', 'delete', 'quiet', 'intent', 'again']),
  words: z.string(),
  quick: z.enum(QUICK).nullable(),
  links: z.array(z.string()),
});
export type Reply = z.infer<typeof reply>;

/** What the desk wrote to one receipt. The code opens it, so it must not quote the reporter back. */
export const letter = z.object({
  v: z.literal(1),
  /** A name from nature, never a person's own. */
  alias: z.string(),
  words: z.string(),
});
export type Letter = z.infer<typeof letter>;

/** A company's receipt: what it sent, by number and digest, so that nothing it told can be read from the code. */
export const companyReceipt = z.object({
  v: z.literal(1),
  reference: z.string(),
  receivedAt: z.string(),
  rows: z.array(z.object({ id: z.string(), sha256: z.string() })),
});
export type CompanyReceipt = z.infer<typeof companyReceipt>;
