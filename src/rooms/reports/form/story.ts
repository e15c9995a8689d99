// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { findAddresses } from './addresses.ts';
import {
  AGES,
  type Answers,
  AREAS,
  ASKS,
  DENOUNCE,
  DONE,
  FOUND,
  LEGAL,
  PICTURE,
  row,
  SAFE,
  WHAT,
  WHO,
  WISHES,
  YES_NO,
} from './answers.ts';
import { onTheWay } from './flow.ts';

const company = z.object({
  name: z.string(),
  country: z.string(),
  role: z.string(),
  found: z.enum(FOUND),
  risk: z.object({ danger: z.enum(YES_NO), known: z.enum(YES_NO), live: z.enum(YES_NO), places: z.string() }),
  area: z.enum(AREAS),
  legal: z.enum(LEGAL),
  /** `n` counts from 1 and never changes: with the reference it is the row's id. */
  rows: z.array(row.extend({ n: z.number().int() })),
});

/** What somebody told us, as the desk reads it. Sealed to the desk; no code ever opens it again. */
export const story = z.object({
  v: z.literal(1),
  who: z.enum(WHO),
  age: z.enum(AGES).nullable(),
  knows: z.enum(YES_NO).nullable(),
  what: z.enum(WHAT),
  where: z.string(),
  /** Addresses found in `where` and `words`. Untrusted text, never a link. */
  links: z.array(z.string()),
  asks: z.array(z.enum(ASKS)),
  picture: z.enum(PICTURE).nullable(),
  safe: z.enum(SAFE).nullable(),
  done: z.array(z.enum(DONE)),
  words: z.string(),
  wishes: z.array(z.enum(WISHES)),
  denounce: z.enum(DENOUNCE).nullable(),
  company: company.nullable(),
});
export type Story = z.infer<typeof story>;

export const contact = z.object({
  v: z.literal(1),
  name: z.string(),
  email: z.string(),
  /** Whether nobody else reads that mailbox. */
  alone: z.enum(YES_NO).nullable(),
  phone: z.string(),
  times: z.string(),
  leaveMessage: z.boolean(),
});
export type Contact = z.infer<typeof contact>;

/** Where "You have a message" may go; empty where the person chose the code alone. */
export const notice = z.object({ v: z.literal(1), email: z.string() });
export type Notice = z.infer<typeof notice>;

/** The three compartments of a report. All are always there, so that an empty one does not show (security.md 2.9). */
export function compartments(answers: Answers): { story: Story; contact: Contact; notice: Notice } {
  const a = onTheWay(answers);
  return {
    story: storyOf(a),
    contact: {
      v: 1,
      name: '',
      email: a.email?.address ?? a.organisation?.email ?? '',
      alone: a.email?.alone ?? null,
      phone: a.phone?.number ?? '',
      times: a.phone?.times ?? '',
      leaveMessage: a.phone?.leaveMessage === 'yes',
    },
    notice: { v: 1, email: a.email?.address ?? a.organisation?.email ?? '' },
  };
}

function storyOf(a: Answers): Story {
  const where = a.where?.text ?? '';
  const words = a.more ?? '';
  return {
    v: 1,
    who: a.who ?? 'not-said',
    age: a.age ?? null,
    knows: a.knows ?? null,
    what: a.what ?? (a.who === 'company' ? 'saw' : 'other'),
    where,
    links: [...new Set([...findAddresses(where), ...findAddresses(words)])],
    asks: a.asks ?? [],
    picture: a.picture ?? null,
    safe: a.safe ?? null,
    done: a.done ?? [],
    words,
    wishes: a.wishes ?? [],
    denounce: a.denounce ?? null,
    company: companyOf(a),
  };
}

function companyOf({ organisation, found, risk, sort, rows }: Answers): Story['company'] {
  if (organisation === undefined || found === undefined || risk === undefined || sort === undefined)
    return null;
  const { name, country, role } = organisation;
  const { area, legal } = sort;
  return {
    name,
    country,
    role,
    found,
    risk,
    area,
    legal,
    rows: (rows ?? []).map((one, at) => ({ ...one, n: at + 1 })),
  };
}
