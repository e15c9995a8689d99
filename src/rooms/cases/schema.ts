// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import {
  isAbuse,
  LEGAL_CLASSES,
  type LegalClass,
  ratesHost,
  TARGETS,
  type Target,
} from './rules/assessment.ts';
import { OUTCOMES, UNTOLD } from './rules/closing.ts';
import { harmOf } from './rules/harms.ts';
import { NEEDS } from './rules/priority.ts';
import { BODIES, CONSENTS, mayShare, REFERRAL_STATES, SHARED, WAYS } from './rules/referral.ts';
import { FEWEST_READERS } from './rules/restricting.ts';
import { ENOUGH_BY, FOLLOW_UPS } from './rules/support.ts';

/** The most characters of one field of free words. */
export const WORDS_LIMIT = 4000;

const words = (limit = WORDS_LIMIT) =>
  z
    .string()
    .default('')
    .transform((text) => text.trim())
    .refine((text) => [...text].length <= limit, { error: 'cases.form.too-long' });

const said = (error: string, limit = WORDS_LIMIT) => words(limit).refine((text) => text !== '', { error });

const chosen = <const T extends readonly [string, ...string[]]>(list: T, error: string) =>
  z.enum(list, { error });

/** Boxes arrive as nothing, one text or a list; a value that no box of ours has is dropped. */
const boxes = <const T extends readonly [string, ...string[]]>(list: T) =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((typed): T[number][] => list.filter((one) => [typed ?? []].flat().includes(one)));

const day = (error: string) => z.iso.date({ error });
const maybeDay = z.union([z.literal(''), z.iso.date({ error: 'cases.form.day' })]).default('');
const ids = z
  .union([z.uuid(), z.array(z.uuid())])
  .optional()
  .transform((typed) => [typed ?? []].flat());
const severity = z
  .enum(['1', '2', '3', '4'], { error: 'cases.assess.severity-error' })
  .transform((typed) => (typed === '4' ? 4 : typed === '3' ? 3 : typed === '2' ? 2 : 1));

/** What a case's page can say was just done; its sentence is `cases.done.<word>`. */
export const CASE_DONE = [
  'note',
  'given',
  'later',
  'joined',
  'assessed',
  'waits',
  'held',
  'renewed',
  'lift-asked',
  'released',
  'undone',
  'sent',
  'enough',
  'reopened',
  'contact',
  'stop-refused',
  'kept',
  'rows',
  'restricted',
  'word-again',
] as const;
export type CaseDone = (typeof CASE_DONE)[number];

export const canForm = z.object({ can: boxes(NEEDS) });

export const giveForm = z.object({
  to: z.union([z.literal('queue'), z.uuid()], { error: 'cases.give.error' }),
  words: said('cases.form.why'),
});

export const laterForm = z.object({ until: day('cases.later.error'), words: said('cases.form.why') });

export const whyForm = z.object({ words: said('cases.form.why') });

export const contactForm = z.object({ report: z.uuid(), words: said('cases.form.why') });

export const wordForm = z.object({ receipt: z.uuid(), words: said('cases.word.error') });

export const noteForm = z.object({ words: said('cases.note.error') });

const assessed = z.object({
  harm: z.string({ error: 'cases.assess.harm-error' }).refine((id) => harmOf(id) !== undefined, {
    error: 'cases.assess.harm-error',
  }),
  legal: chosen(LEGAL_CLASSES, 'cases.assess.legal-error'),
  severity,
});
/** First page: what it is. */
export const whatForm = assessed;
export type What = z.output<typeof assessed>;

/** The ages that a rating is offered in; 255 is "for no child". */
export const AGES = [0, 7, 10, 12, 13, 14, 15, 16, 18, 255] as const;

/** A list that only the ratings room knows; it refuses a code that is none of its own. */
const codes = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((typed) => [typed ?? []].flat());

/** A rating that everybody may read has an age and a reason; one of abuse says nothing at all. */
function isPublic({ target, legal }: { target: Target; legal: LegalClass }): boolean {
  return ratesHost(target) && !isAbuse(legal);
}

/** Second page: what happens. */
export const assessForm = assessed
  .extend({
    target: chosen(TARGETS, 'cases.assess.target-error'),
    item: z.union([z.literal(''), z.uuid()]).default(''),
    next: chosen(['hold', 'publish'], 'cases.assess.next-error'),
    minAge: z
      .string()
      .default('')
      .transform((typed) => AGES.find((age) => String(age) === typed) ?? null),
    categories: codes,
    reasons: codes,
    everyone: z.string().optional(),
    publicWords: words(1000),
    words: said('cases.assess.words-error'),
  })
  .refine(({ target, item }) => target === 'none' || item !== '', {
    path: ['item'],
    error: 'cases.assess.item-error',
  })
  .refine((form) => !isPublic(form) || form.minAge !== null, { path: ['minAge'], error: 'cases.form.choose' })
  .refine((form) => !isPublic(form) || form.reasons.length > 0 || form.publicWords !== '', {
    path: ['reasons'],
    error: 'cases.assess.public-hint',
  });
export type Assessed = z.output<typeof assessForm>;

export const holdForm = z.object({
  act: chosen(['set', 'renew', 'ask-lift'], 'cases.form.choose'),
  words: said('cases.form.why'),
});

export const restrictForm = z.object({
  people: ids.refine((all) => new Set(all).size >= FEWEST_READERS, { error: 'cases.restrict.people-error' }),
  words: said('cases.form.why'),
});

export const referForm = z
  .object({
    body: chosen(BODIES, 'cases.refer.body-error'),
    name: words(200),
    way: chosen(WAYS, 'cases.refer.way-error'),
    shared: boxes(SHARED),
    summary: words(),
    consent: chosen(CONSENTS, 'cases.refer.consent-error'),
    law: words(500),
    answerBy: maybeDay,
    done: z.string().optional(),
    reference: words(100),
  })
  .refine(({ body, name }) => body === 'police' || body === 'helpline' || name !== '', {
    path: ['name'],
    error: 'cases.refer.name-error',
  })
  .refine(({ consent, law }) => consent === 'yes' || law !== '', {
    path: ['law'],
    error: 'cases.refer.law-error',
  })
  .refine(({ shared }) => shared.length > 0, { path: ['shared'], error: 'cases.refer.shared-error' })
  .refine(({ body, shared }) => shared.every((one) => mayShare(body, one)), {
    path: ['shared'],
    error: 'cases.refer.platform-error',
  })
  .refine(({ shared, summary }) => !shared.includes('summary') || summary !== '', {
    path: ['summary'],
    error: 'cases.refer.summary-error',
  });
export type Refer = z.output<typeof referForm>;

export const moveForm = z.object({
  to: chosen(REFERRAL_STATES, 'cases.form.choose'),
  reference: words(100),
  words: words(),
});

export const supportForm = z.object({
  who: said('cases.support.who-error', 200),
  services: words(),
  nextOn: day('cases.support.day-error'),
});

export const followUpForm = z.object({
  on: day('cases.support.day-error'),
  kind: chosen(FOLLOW_UPS, 'cases.form.choose'),
});

export const enoughForm = z.object({
  by: chosen(ENOUGH_BY, 'cases.support.enough-error'),
  words: said('cases.form.why'),
});

export const letterForm = z.object({
  to: z.string().regex(/^[0-9a-f-]{36}:(main|child|company)$/, { error: 'cases.tell.to-error' }),
  words: said('cases.tell.words-error', 2000),
  question: z.string().optional(),
});

export const closeForm = z.object({
  outcome: chosen(OUTCOMES, 'cases.close.outcome-error'),
  untold: z.union([z.literal(''), z.enum(UNTOLD)]).default(''),
  words: words(),
});

export const feelingForm = z.object({ feeling: z.enum(['fine', 'hard', 'break']).optional() });

export const stopForm = z.object({
  report: z.uuid(),
  answer: chosen(['delete', 'refuse'], 'cases.form.choose'),
  words: said('cases.form.why'),
});

export const rowsForm = z.object({
  report: z.uuid(),
  items: ids.refine((all) => all.length > 0, { error: 'cases.rows.items-error' }),
  answer: chosen(['notice', 'removed', 'known', 'rejected'], 'cases.rows.answer-error'),
});

export const joinForm = z.object({ into: said('cases.join.error', 20) });

export const secondForm = z.object({
  decision: chosen(['approve', 'return', 'withdraw'], 'cases.form.choose'),
  words: words(),
});
