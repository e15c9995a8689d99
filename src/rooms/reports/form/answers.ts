// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

// Every question has a way to say "I do not know", and no list names a law: the desk classifies, never a child.

export const WHO = ['under-13', 'teen', 'parent', 'professional', 'company', 'not-said'] as const;
export const WHAT = ['mean', 'picture', 'unsafe', 'saw', 'tricked', 'other'] as const;
export const ASKS = ['pictures', 'money', 'meet', 'secret', 'other-app', 'else', 'not-said'] as const;
export const PICTURE = ['links', 'talk'] as const;
export const SAFE = ['yes', 'someone', 'myself', 'unsure'] as const;
export const WISHES = ['remove', 'stop', 'talk', 'tell', 'know', 'unsure'] as const;
export const DENOUNCE = ['yes', 'talk', 'no'] as const;
export const ANSWER = ['code', 'email', 'phone'] as const;
export const AGES = ['0-6', '7-9', '10-12', '13-15', '16-17', 'unsure'] as const;
export const YES_NO = ['yes', 'no', 'unsure'] as const;
export const DONE = ['platform', 'school', 'police', 'family', 'nothing'] as const;
export const FOUND = ['own-service', 'elsewhere', 'user', 'answer'] as const;
export const AREAS = ['content', 'contact', 'conduct', 'contract', 'unsure'] as const;
export const LEGAL = ['abuse', 'grooming', 'extortion', 'other-crime', 'harm', 'unsure'] as const;

export type Who = (typeof WHO)[number];
export type What = (typeof WHAT)[number];

/** The most characters of one answer in free words. */
export const WORDS_LIMIT = 2000;
/** The most addresses in one company report. */
export const ROWS_LIMIT = 500;

/** One address of a company: what it is, and what the company says about it. */
export const row = z.object({
  address: z.string(),
  firstSeen: z.string().nullable(),
  removed: z.boolean(),
});
export type Row = z.infer<typeof row>;

const seen = z.literal(true);

/**
 * What a person has answered so far. A key is the name of its step, so "answered" is "the key is there":
 * an optional question that was passed over holds an empty value.
 */
export const answers = z
  .object({
    who: z.enum(WHO),
    advice: seen,
    age: z.enum(AGES),
    knows: z.enum(YES_NO),
    what: z.enum(WHAT),
    asks: z.array(z.enum(ASKS)),
    picture: z.enum(PICTURE),
    where: z.object({ text: z.string(), unknown: z.boolean() }),
    safe: z.enum(SAFE),
    numbers: seen,
    done: z.array(z.enum(DONE)),
    more: z.string(),
    wishes: z.array(z.enum(WISHES)),
    denounce: z.enum(DENOUNCE),
    answer: z.enum(ANSWER),
    email: z.object({ address: z.string(), alone: z.enum(YES_NO) }),
    phone: z.object({ number: z.string(), times: z.string(), leaveMessage: z.enum(['yes', 'no']) }),
    organisation: z.object({ name: z.string(), country: z.string(), email: z.string(), role: z.string() }),
    found: z.enum(FOUND),
    rows: z.array(row),
    risk: z.object({
      danger: z.enum(YES_NO),
      known: z.enum(YES_NO),
      live: z.enum(YES_NO),
      places: z.string(),
    }),
    sort: z.object({ area: z.enum(AREAS), legal: z.enum(LEGAL) }),
  })
  .partial();

export type Answers = z.infer<typeof answers>;

/** Whom the pages speak to: a child about itself, or an adult about a child. */
export type Voice = 'child' | 'adult';

/** Somebody who would rather not say may be a child, so hears a child's words. */
export function voiceOf({ who }: Answers): Voice {
  return who === 'parent' || who === 'professional' || who === 'company' ? 'adult' : 'child';
}
