// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { EDITIONS, type EditionCode } from './print/edition.ts';
import { PIECES } from './print/pieces.ts';
import { PACK_STATES, WAYS } from './words.ts';

// What forms and addresses of this room accept. Messages are keys of the catalogue.

export const numberParams = z.object({ number: z.coerce.number().int().positive() }).loose();
export const kitParams = z.object({ kit: z.uuid() }).loose();
export const idParams = z.object({ id: z.uuid() }).loose();

const hidden = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const tidy = (text: string) => text.normalize('NFC').replace(hidden, ' ').replace(/\s+/g, ' ').trim();
const tidyLines = (text: string) =>
  text
    .normalize('NFC')
    .split('\n')
    .map(tidy)
    .filter((line) => line !== '')
    .join('\n');

/** One line that must be there. */
const said = (missing: string, most: number, long = missing) =>
  z
    .string({ error: missing })
    .transform(tidy)
    .pipe(z.string().min(1, { error: missing }).max(most, { error: long }));
const optional = (most: number, long: string) =>
  z
    .string()
    .default('')
    .transform(tidy)
    .pipe(z.string().max(most, { error: long }));
const lines = (missing: string, most: number, long = missing) =>
  z
    .string({ error: missing })
    .transform(tidyLines)
    .pipe(z.string().min(1, { error: missing }).max(most, { error: long }));

/** Checkboxes: none is a mistake, one comes as a word, more as a list. */
const some = <T extends string>(from: readonly [T, ...T[]], error: string) =>
  z
    .preprocess((value) => [value ?? []].flat(), z.array(z.enum(from)))
    .pipe(z.array(z.enum(from)).min(1, { error }));

export const packForm = z.object({
  name: said('campaigns.pack.name-error', 120),
  address: lines('campaigns.pack.address-error', 500, 'campaigns.pack.address-long').refine(
    (text) => text.length >= 15,
    { error: 'campaigns.pack.address-error' },
  ),
  campaign: z.coerce.number().int().positive().optional().catch(undefined),
});

export const packMove = z.object({ state: z.enum(PACK_STATES, { error: 'campaigns.packs.state-error' }) });

export const piecesForm = z
  .object({ 'pieces[]': some(PIECES, 'campaigns.fill.pieces-error') })
  .transform((typed) => typed['pieces[]']);

const EDITIONS_AND_OWN = [...EDITIONS, 'own'] as unknown as readonly [
  EditionCode | 'own',
  ...(EditionCode | 'own')[],
];
export const editionsForm = z
  .object({ 'editions[]': some(EDITIONS_AND_OWN, 'campaigns.fill.editions-error') })
  .transform((typed) => typed['editions[]']);

export const ownForm = z.object({
  lang: z
    .string({ error: 'campaigns.own.lang-error' })
    .trim()
    .toLowerCase()
    .regex(/^[a-z]{2,3}$/, { error: 'campaigns.own.lang-error' }),
  dir: z.enum(['ltr', 'rtl'], { error: 'campaigns.own.dir-error' }),
  headline: said('campaigns.own.headline-error', 200),
  line: optional(300, 'campaigns.own.long'),
  body: z
    .string()
    .default('')
    .transform(tidyLines)
    .pipe(z.string().max(3000, { error: 'campaigns.own.long' })),
  call: optional(200, 'campaigns.own.long'),
});

const address = optional(60, 'campaigns.facts.address-error').refine(
  (text) => text === '' || isShortAddress(text),
  { error: 'campaigns.facts.address-error' },
);

export const factsForm = z
  .object({
    phone: z
      .string({ error: 'campaigns.facts.phone-error' })
      .min(1, { error: 'campaigns.facts.phone-error' })
      .max(60),
    address,
    ministry: optional(120, 'campaigns.facts.ministry-error'),
    qr: z.enum(['yes', 'no'], { error: 'campaigns.facts.qr-error' }),
    noLogos: z.literal('yes').optional(),
  })
  .refine(({ qr, address: where }) => qr === 'no' || where !== '', {
    path: ['address'],
    error: 'campaigns.facts.qr-address',
  });

/** A host and perhaps a path, as people type it: `rowan.example/kids`. */
function isShortAddress(text: string): boolean {
  const url = URL.parse(`https://${text}`);
  return url?.hostname.includes('.') === true && url.username === '' && url.port === '' && !/\s/.test(text);
}

export const supportForm = z.object({
  organisation: said('campaigns.support.organisation-error', 120),
  way: z.enum(WAYS, { error: 'campaigns.support.way-error' }),
  words: said('campaigns.support.words-error', 300),
});

export const supportMove = z.object({ state: z.enum(['shown', 'ended']) });

export const reportForm = z.object({
  title: said('campaigns.send.title-error', 200),
  what: lines('campaigns.send.what-error', 10_000),
  organisation: said('campaigns.send.organisation-error', 200),
  place: said('campaigns.send.place-error', 200),
  on: z.iso.date({ error: 'campaigns.send.on-error' }),
  reached: z
    .string()
    .default('')
    .transform((text) => text.replace(/[\s.,\u00A0\u202F]/g, ''))
    .pipe(z.string().regex(/^\d{0,9}$/, { error: 'campaigns.send.reached-error' }))
    .transform((text) => (text === '' ? null : Number(text))),
  agreed: z.literal('yes').optional(),
});
