// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import {
  AGES,
  ANSWER,
  type Answers,
  AREAS,
  ASKS,
  DENOUNCE,
  DONE,
  FOUND,
  LEGAL,
  PICTURE,
  SAFE,
  WHAT,
  WHO,
  WISHES,
  WORDS_LIMIT,
  YES_NO,
} from './answers.ts';
import { readRows } from './company-rows.ts';
import type { Step } from './flow.ts';

/** Free words: kept as typed but for the space around them, counted as people count characters. */
export const words = (limit: number, error: string) =>
  z
    .string()
    .default('')
    .transform((text) => text.trim())
    .refine((text) => [...text].length <= limit, { error });

/** One line that may be empty. */
export const line = (error: string) => words(200, error);

/** A mail address as mail servers take it; the same words for every field that wants one. */
export const mailAddress = z
  .string()
  .default('')
  .transform((text) => text.trim())
  .pipe(z.email({ error: 'reports.email.error' }).max(254, { error: 'reports.email.error' }));

const chosen = <const T extends readonly [string, ...string[]]>(list: T, error: string) =>
  z.enum(list, { error });

// Boxes arrive as nothing, one text or a list; a value that no box of ours has is dropped.
const boxes = <const T extends readonly [string, ...string[]]>(list: T) =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((typed): T[number][] => list.filter((one) => [typed ?? []].flat().includes(one)));

const where = z
  .object({ where: words(WORDS_LIMIT, 'reports.where.long'), unknown: z.string().optional() })
  .refine(({ where: text, unknown }) => text !== '' || unknown !== undefined, {
    error: 'reports.where.error',
    path: ['where'],
  })
  .transform(({ where: text, unknown }) => ({ text, unknown: unknown !== undefined }));

const contact = z.object({
  number: z
    .string()
    .default('')
    .transform((text) => text.trim())
    .refine((text) => /\p{Nd}.*\p{Nd}.*\p{Nd}/su.test(text) && text.length <= 40, {
      error: 'reports.phone.error',
    }),
  times: line('reports.phone.times-long'),
  leaveMessage: chosen(['yes', 'no'], 'reports.phone.message-error'),
});

const organisation = z.object({
  name: line('reports.organisation.long').refine((text) => text !== '', {
    error: 'reports.organisation.name-error',
  }),
  country: line('reports.organisation.long'),
  email: mailAddress,
  role: line('reports.organisation.long'),
});

const rows = z.object({ rows: z.string().default(''), keep: z.string().optional() });

const risk = z.object({
  danger: chosen(YES_NO, 'reports.risk.danger-error'),
  known: chosen(YES_NO, 'reports.risk.known-error'),
  live: chosen(YES_NO, 'reports.risk.live-error'),
  places: line('reports.organisation.long'),
});

const sort = z.object({
  area: chosen(AREAS, 'reports.sort.area-error'),
  legal: chosen(LEGAL, 'reports.sort.legal-error'),
});

/** What each page posts, and what it answers. The messages are keys of the catalogue. */
export const stepForms: Record<Exclude<Step, 'check'>, z.ZodType<Answers>> = {
  who: z.object({ who: chosen(WHO, 'reports.who.error') }),
  advice: z.object({}).transform(() => ({ advice: true as const })),
  age: z.object({ age: chosen(AGES, 'reports.age.error') }),
  knows: z.object({ knows: chosen(YES_NO, 'reports.knows.error') }),
  what: z.object({ what: chosen(WHAT, 'reports.what.error') }),
  asks: z.object({ asks: boxes(ASKS) }),
  picture: z.object({ picture: chosen(PICTURE, 'reports.picture.error') }),
  where: where.transform((answer) => ({ where: answer })),
  safe: z.object({ safe: chosen(SAFE, 'reports.safe.error') }),
  numbers: z.object({}).transform(() => ({ numbers: true as const })),
  done: z.object({ done: boxes(DONE) }),
  more: z.object({ more: words(WORDS_LIMIT, 'reports.more.long') }),
  wishes: z.object({ wishes: boxes(WISHES) }),
  denounce: z.object({ denounce: chosen(DENOUNCE, 'reports.denounce.error') }),
  answer: z.object({ answer: chosen(ANSWER, 'reports.answer.error') }),
  email: z
    .object({ address: mailAddress, alone: chosen(YES_NO, 'reports.email.alone-error') })
    .transform((email) => ({ email })),
  phone: contact.transform((phone) => ({ phone })),
  organisation: organisation.transform((answer) => ({ organisation: answer })),
  found: z.object({ found: chosen(FOUND, 'reports.found.error') }),
  // "Continue with 487 valid rows" says `keep`; without it one wrong row brings the page back.
  rows: rows.transform(({ rows: text, keep }, issues) => {
    const read = readRows(text);
    const message =
      read.rows.length === 0
        ? 'reports.rows.none'
        : read.faults.length > 0 && keep === undefined
          ? 'reports.rows.faults'
          : null;
    if (message !== null) issues.addIssue({ code: 'custom', path: ['rows'], message });
    return { rows: read.rows };
  }),
  risk: risk.transform((answer) => ({ risk: answer })),
  sort: sort.transform((answer) => ({ sort: answer })),
};
