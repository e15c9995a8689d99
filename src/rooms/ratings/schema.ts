// SPDX-License-Identifier: EUPL-1.2
import { NEVER } from '@rowan/rating-index';
import { z } from 'zod';
import { CATEGORIES, isRated } from './categories.ts';

/** Public reasons for a rating; each is a sentence `ratings.reason.<code>` in every language. */
export const REASONS = [
  'sex',
  'violence',
  'fear',
  'language',
  'drugs',
  'gambling',
  'weapons',
  'hate',
  'self-harm',
  'strangers',
  'pictures',
  'location',
  'spending',
  'cheats',
  'copies',
  'passwords',
  'programs',
  'spies',
  'filters',
  'safe',
  'other',
] as const;
export type Reason = (typeof REASONS)[number];

/** What a rating page tells about a host beside its age: 0 none, 1 a little, 2 some, 3 a lot. */
export const TOPICS = [
  'fear',
  'sex',
  'language',
  'drugs',
  'hate',
  'strangers',
  'location',
  'spending',
  'ads',
] as const;
export type Topic = (typeof TOPICS)[number];

/** The oldest age of majority anywhere, and what a verdict can hold. */
const MAX_AGE = 21;

const ratedCodes = CATEGORIES.filter(isRated).map(({ code }) => code);
const minAge = z.union([z.int().min(0).max(MAX_AGE), z.literal(NEVER)]);

/**
 * What a person may decide about a host. `guarded` is for addresses of child sexual abuse and under police hold: such
 * a decision blocks for everyone and says nothing to anybody (H1).
 */
export const proposal = z.object({
  host: z.string().max(300),
  scope: z.enum(['host', 'subtree']),
  minAge: minAge.default(0),
  categories: z.array(z.enum(ratedCodes)).max(8).default([]),
  blockEveryone: z.boolean().default(false),
  guarded: z.boolean().default(false),
  reasons: z.array(z.enum(REASONS)).max(6).default([]),
  words: z.string().trim().max(1000).default(''),
  wordsLang: z.enum(['en', 'fr', 'es', 'ru', 'ar', 'zh', 'vi', 'lv']).nullable().default(null),
  sure: z.enum(['sure', 'fairly', 'not']).default('fairly'),
  topics: z.partialRecord(z.enum(TOPICS), z.int().min(0).max(3)).default({}),
  caseId: z.uuid().nullable().default(null),
});

/** As callers write it; everything but host and scope has a default. */
export type ProposalInput = z.input<typeof proposal>;
export type Proposal = z.output<typeof proposal>;
